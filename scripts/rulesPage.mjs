// Writes docs/rules.md and the setting's list of codes in package.json from the rules and their comments:
//   node scripts/rulesPage.mjs [--check]
// With --check nothing is written; the exit code is 1 where one of the two is not up to date.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { describedRules, formerCodes } from "./rules/describedRules.mjs";
import { writeOrCheck } from "./writeOrCheck.mjs";

/** Codes that come from reading the text: no rule's file explains them. @type {readonly DescribedRule[]} */
const FROM_READING = [
  {
    code: "syntax",
    category: "template",
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
    code: "full-width-character",
    category: "template",
    severity: "error",
    cfnLint: [],
    title: { en: "No full-width character stands for an ASCII one", ja: "半角で書く所に全角文字がない" },
    text: `A full-width character of a Japanese input method, or a typographic quote, in place of the ASCII character that YAML wants: \`Bucket：\`, a full-width space as indentation, \`Type: “AWS::SNS::Topic”\`, \`[a， b]\`, \`！Ref\`.
Texts in Japanese may have any characters: only what cannot be read, is refused, or can be nothing else is faulted. One fix for each line; “fix all” mends the file.

Bad:
\`\`\`yaml
Resources:
  Topic：
    Type: AWS::SNS::Topic
\`\`\`
Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: “AWS::SNS::Topic”
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: お知らせ（“重要”、至急）
\`\`\``,
    others: [],
  },
  {
    code: "duplicate-key",
    category: "template",
    severity: "error",
    cfnLint: ["E0000"],
    title: { en: "No key is repeated", ja: "同じキーが2度書かれていない" },
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

const described = await describedRules();
const former = await formerCodes();
writeOrCheck(
  "node scripts/rulesPage.mjs",
  new Map([
    ["docs/rules.md", page([...FROM_READING, ...described])],
    ["package.json", withCodes(described)],
  ]),
  process.argv.includes("--check"),
);

/** @typedef {import("./rules/describedRules.mjs").DescribedRule} DescribedRule */

/** @param {readonly DescribedRule[]} all */
function page(all) {
  const sorted = byCategory(all);
  const categories = [...new Set(sorted.map(({ category }) => category))].map((category) => {
    const rows = sorted
      .filter((rule) => rule.category === category)
      .map(
        ({ code, severity, severities = [severity], title, cfnLint }) =>
          `| [\`${code}\`](#${code}) | ${severities.join(", ")} | ${title.en} | ${title.ja} | ${cfnLint.join(", ")} |`,
      );
    return `**${category}**\n\n| Code | Severity | What it looks at | 内容 | cfn-lint |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  const sections = sorted.map(({ code, severity, severities = [severity], text, others, cfnLint, title }) => {
    const facts = [
      `Severity: ${severities.join(" or ")}.`,
      ...(others.length > 0 ? [`Also reports ${others.map((one) => `\`${one}\``).join(", ")}.`] : []),
      ...(cfnLint.length > 0 ? [`cfn-lint: ${cfnLint.join(", ")}.`] : []),
      ...[...former]
        .filter(([, today]) => today === code)
        .map(([before]) => `Formerly \`${before}\`, which is still understood.`),
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
notes: [docs/notes]     # folders of notes for everybody; see notes.md
noteTemplates:          # which templates a folder of notes is about
  docs/notes/orders: services/orders/**
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
Three codes come from reading the text: \`syntax\`, \`full-width-character\` and \`duplicate-key\`.

The examples below are templates. A good one that is indented is the part that differs: it stands in place of the same key of the bad one.

${categories.join("\n")}
${sections.join("\n")}`;
}

/** By category as the rules are listed, then by code. @param {readonly DescribedRule[]} all */
function byCategory(all) {
  const order = [...new Set(all.map(({ category }) => category))];
  return [...all].sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category) || (a.code < b.code ? -1 : 1));
}

/** @param {readonly DescribedRule[]} all */
function withCodes(all) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  /** @type {Map<string, string>} */
  const titles = new Map([
    ["syntax", "The text is valid YAML or JSON"],
    ["full-width-character", "No full-width character stands for an ASCII one"],
    ["duplicate-key", "No key is repeated"],
  ]);
  for (const { code, title, others } of byCategory(all)) for (const one of [code, ...others]) titles.set(one, title.en);
  const codes = [...titles.keys(), ...former.keys()];
  const name = "cfnNotes.diagnostics.rules";
  const section = manifest.contributes.configuration.find((/** @type {any} */ { properties }) => name in properties);
  section.properties[name].propertyNames = {
    enum: codes,
    enumDescriptions: codes.map((code) => titles.get(code) ?? `Now called ${former.get(code)}.`),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
