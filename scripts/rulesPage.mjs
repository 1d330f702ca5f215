// Writes docs/rules.md and the setting's list of codes in package.json from the rules and their comments:
//   node scripts/rulesPage.mjs [--check]
// With --check nothing is written; the exit code is 1 where one of the two is not up to date.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./paths.mjs";

/** Codes that come from reading the text: no rule's file explains them. @type {readonly DescribedRule[]} */
const FROM_READING = [
  {
    code: "syntax",
    severity: "error",
    cfnLint: ["E0000"],
    title: { en: "The text is valid YAML or JSON", ja: "テキストがYAMLまたはJSONとして正しい" },
    text: `The text can't be read as YAML or JSON: an open quote or bracket, a tab as indentation, a line without a colon.
One mistake gives one finding, at its beginning as far as that can be told. What follows from it is not reported; the rest of the template is checked.

Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: "AWS::SNS::Topic
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: "AWS::SNS::Topic"
\`\`\``,
    others: [],
  },
  {
    code: "duplicate-key",
    severity: "error",
    cfnLint: ["E0000"],
    title: { en: "No key stands twice", ja: "同じキーが2度書かれていない" },
    text: `A key stands twice in one map. CloudFormation refuses it, or takes the last one and drops the first.

Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
  Topic:
    Type: AWS::SQS::Queue
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
  Queue:
    Type: AWS::SQS::Queue
\`\`\``,
    others: [],
  },
];

const folder = join(root, "server/src/rules");
const check = process.argv.includes("--check");
const rules = await readRules();
const described = describe(rules);
const stale = [
  write("docs/rules.md", page([...described, ...FROM_READING])),
  write("package.json", withCodes(described)),
].includes(true);
if (check && stale) {
  console.error("docs/rules.md or package.json is not up to date: run “node scripts/rulesPage.mjs”.");
  process.exitCode = 1;
}

/**
 * @typedef {{ code: string, severity: string, cfnLint: readonly string[], title: { en: string, ja: string } }} Rule
 * @typedef {Rule & { text: string, others: readonly string[] }} DescribedRule
 */

/** @returns {Promise<readonly Rule[]>} */
async function readRules() {
  mkdirSync(join(root, "out"), { recursive: true });
  const out = mkdtempSync(join(root, "out/rules-"));
  try {
    const outfile = join(out, "all.mjs");
    await build({
      entryPoints: [join(folder, "all.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    return (await import(pathToFileURL(outfile).href)).RULES;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/**
 * @param {readonly Rule[]} all
 * @returns {readonly DescribedRule[]}
 */
function describe(all) {
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  return all.map((rule) => {
    const source = sources.find((text) => text.includes(`\n  code: ${JSON.stringify(rule.code)},`));
    if (source === undefined) throw new Error(`No file of the rule ${rule.code}.`);
    const before = source.slice(0, source.search(/^export const \w+: \w*Rule = /m));
    const comment = before.slice(before.lastIndexOf("/**")).match(/^\/\*\*([\s\S]*)\*\/\s*$/)?.[1];
    if (comment === undefined) throw new Error(`The rule ${rule.code} has no comment.`);
    const text = comment
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/, ""))
      .join("\n")
      .trim();
    const others = [...source.matchAll(/[{,]\s*code: "([a-z-]+)"/g)]
      .map((found) => found[1] ?? "")
      .filter((code) => code !== rule.code);
    return { ...rule, text, others: [...new Set(others)] };
  });
}

/** @param {readonly DescribedRule[]} all */
function page(all) {
  const sorted = [...all].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = sorted.map(
    ({ code, severity, title, cfnLint }) =>
      `| [\`${code}\`](#${code}) | ${severity} | ${title.en} | ${title.ja} | ${cfnLint.join(", ")} |`,
  );
  const sections = sorted.map(({ code, severity, text, others, cfnLint, title }) => {
    const facts = [
      `Severity: ${severity}.`,
      ...(others.length > 0 ? [`Also reports ${others.map((one) => `\`${one}\``).join(", ")}.`] : []),
      ...(cfnLint.length > 0 ? [`cfn-lint: ${cfnLint.join(", ")}.`] : []),
    ];
    return `## ${code}\n\n${title.ja}\n\n${text}\n\n${facts.join(" ")}\n`;
  });
  return `# Rules

<!-- Made by scripts/rulesPage.mjs from the comments of the rules: change those. -->

Every diagnostic names its code.
A severity is changed or switched off by the setting \`cfnNotes.diagnostics.rules\`, or for everybody by \`rules\` in the project's \`.cfn-notes.yaml\`:

\`\`\`yaml
language: ja            # of the messages: en or ja
failOn: warning         # from which severity on "cfn-notes check" fails: error, warning or info
rules:
  unused-parameter: off # or hint, info, warning, error
ignore:                 # paths, written as in .gitignore
  - legacy/
baseline: .cfn-notes-baseline.json
\`\`\`

In a template a comment silences single places; without codes it silences all of them, and a reason may follow behind \`--\`:

\`\`\`yaml
BucketName: !Ref Name # cfn-notes-disable-line unknown-ref -- made by another stack
# cfn-notes-disable-next-line unknown-ref
BucketName: !Ref Name
# cfn-notes-disable-file unused-parameter, unused-condition
\`\`\`

JSON has no comments: there, and where a comment would be part of a text, \`Metadata\` of a resource or of the template says the same:

\`\`\`json
"Metadata": { "cfn-notes": { "disable": ["unknown-ref"] } }
\`\`\`

In an editor, quick fixes on each finding write these: for the line, the resource or the file.
The ignore lists of cfn-lint (\`ignore_checks\` in the Metadata of a template or resource, and in \`.cfnlintrc\`) silence the rules that correspond.
Two codes come from reading the text: \`syntax\` and \`duplicate-key\`.

| Code | Severity | What it looks at | 内容 | cfn-lint |
|---|---|---|---|---|
${rows.join("\n")}

${sections.join("\n")}`;
}

/** @param {readonly DescribedRule[]} all */
function withCodes(all) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  /** @type {Map<string, string>} */
  const titles = new Map([
    ["syntax", "The text is valid YAML or JSON"],
    ["duplicate-key", "No key stands twice"],
  ]);
  for (const { code, title, others } of all) for (const one of [code, ...others]) titles.set(one, title.en);
  const codes = [...titles.keys()].sort();
  manifest.contributes.configuration.properties["cfnNotes.diagnostics.rules"].propertyNames = {
    enum: codes,
    enumDescriptions: codes.map((code) => titles.get(code)),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {boolean} whether the file was not up to date
 */
function write(path, text) {
  const file = join(root, path);
  /** @type {string | undefined} */
  let before;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    before = undefined;
  }
  if (before === text) return false;
  if (!check) writeFileSync(file, text);
  return true;
}
