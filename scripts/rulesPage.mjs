// Writes docs/rules.md, docs/rules.ja.md, the schema of the project file and the setting's list of codes in package.json and package.nls*.json from the rules and the pages beside them:
//   node scripts/rulesPage.mjs [--check]
// With --check nothing is written; the exit code is 1 where one of them is not up to date.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "./bundles/importSources.mjs";
import { root } from "./paths.mjs";
import { describedRules, FROM_READING, formerCodes } from "./rules/describedRules.mjs";
import { exampleFixes } from "./rules/exampleFixes.mjs";
import { projectSchema } from "./rules/projectSchema.mjs";
import { ruleSources } from "./rules/ruleSources.mjs";
import { writeOrCheck } from "./writeOrCheck.mjs";

const PROJECT_FILE = (
  /** @type {readonly string[]} */ [language, failOn, change, ignore, notes, templates, environments, regions],
) => `\`\`\`yaml
language: ja            # ${language}
failOn: warning         # ${failOn}
rules:
  unused-parameter: off # ${change}
ignore:                 # ${ignore}
  - legacy/
baseline: .cfn-notes-baseline.json
notes: [docs/notes]     # ${notes}
noteTemplates:          # ${templates}
  docs/notes/orders: services/orders/**
environments:           # ${environments}
  prod: v1.4.0
regions: [ap-northeast-1] # ${regions}
\`\`\``;

const COMMENTS = (/** @type {string} */ reason) => `\`\`\`yaml
BucketName: !Ref Name # cfn-notes-disable-line unknown-ref -- ${reason}
# cfn-notes-disable-next-line unknown-ref
BucketName: !Ref Name
# cfn-notes-disable-file unused-parameter, unused-condition
\`\`\``;

const METADATA = `\`\`\`json
"Metadata": { "cfn-notes": { "disable": ["unknown-ref"] } }
\`\`\``;

const quoted = (/** @type {readonly string[]} */ names) => names.map((name) => `\`${name}\``);

/** @type {Record<Language, { columns: string, before: string, fixes: (fixes: readonly Fix[]) => string, source: (basis: string, links: readonly string[]) => string, facts: (rule: DescribedRule, former: readonly string[]) => string }>} */
const WORDS = {
  en: {
    columns: "| Code | Severity | What it looks at | cfn-lint |",
    fixes: (fixes) =>
      `**Fix:** ${fixes.map(({ en, safe }) => `“${en}”${safe ? " (safe)" : ""}`).join("; ") || "none; only its author knows what is meant"}.`,
    source: (basis, links) => `**Source:** ${basis}${links.length === 0 ? "" : `\nSee ${links.join(", ")}.`}`,
    facts: ({ severity, severities = [severity], isOff, isResolved, others, cfnLint }, formerNames) =>
      [
        `Severity: ${severities.join(" or ")}.`,
        ...(isResolved
          ? [
              "What is so by the defaults of parameters alone, or in one case of a condition, is a warning that says so.",
            ]
          : []),
        ...(isOff ? ["Off unless a severity is chosen."] : []),
        ...(others.length > 0 ? [`Also reports ${quoted(others).join(", ")}.`] : []),
        ...(cfnLint.length > 0 ? [`cfn-lint: ${cfnLint.join(", ")}.`] : []),
        ...formerNames.map((name) => `Formerly \`${name}\`, which is still understood.`),
      ].join(" "),
    before: `# Rules

<!-- Made by scripts/rulesPage.mjs from the pages beside the rules: change those. -->

[日本語](rules.ja.md)

Every diagnostic names its code.
A severity is changed or switched off by the setting \`cfnNotes.diagnostics.rules\`, or for everybody by \`rules\` in the project's \`.cfn-notes.yaml\`:

${PROJECT_FILE([
  "of the messages: en or ja",
  'from which severity on "cfn-notes check" fails: error, warning or info',
  "or hint, info, warning, error",
  "paths, written as in .gitignore",
  "folders of notes for everybody; see notes.md",
  "which templates a folder of notes is about",
  "the branch, tag or commit that is deployed there; see diff.md",
  "where its stacks are: types that do not exist there are told",
])}

In a template, a comment disables rules at single places; without codes it disables all of them, and a reason may follow after \`--\`:

${COMMENTS("made by another stack")}

JSON has no comments: there, and where a comment would be part of a text, \`Metadata\` of a resource or of the template does the same:

${METADATA}

In an editor, quick fixes on each finding write these: for the line, the resource or the file.
Below a rule stands which fix its example is offered. A safe one changes only what is certainly wrong or useless: “fix all” and \`cfn-notes check --fix\` apply it; of any other, look at what it writes.
The ignore lists of cfn-lint (\`ignore_checks\` in the Metadata of a template or resource, and in \`.cfnlintrc\`) disable the rules that correspond.
Three codes come from reading the text: \`syntax\`, \`full-width-character\` and \`duplicate-key\`.

The examples below are templates. A good one that is indented is the part that differs: it replaces the same key of the bad one.`,
  },
  ja: {
    columns: "| コード | 重大度 | 内容 | cfn-lint |",
    fixes: (fixes) =>
      `**修正：**${
        fixes
          .map(({ ja, safe }) => `「${ja.replaceAll("「", "『").replaceAll("」", "』")}」${safe ? "（安全）" : ""}`)
          .join("、") || "なし（何を意図したかは、書いた人にしか分かりません）"
      }。`,
    source: (basis, links) =>
      `**典拠：**${basis}${links.length === 0 ? "" : `\n${links.join("、")}を参照してください。`}`,
    facts: ({ severity, severities = [severity], isOff, isResolved, others, cfnLint }, formerNames) =>
      [
        `重大度：${quoted(severities).join("または")}。`,
        ...(isResolved
          ? ["パラメータのデフォルト値でだけ、または条件の一方の場合にだけそうなるときは、その旨を添えて警告します。"]
          : []),
        ...(isOff ? ["重大度を設定したときだけ報告します。"] : []),
        ...(others.length > 0 ? [`ほかに報告するコード：${quoted(others).join("、")}。`] : []),
        ...(cfnLint.length > 0 ? [`cfn-lint：${cfnLint.join("、")}。`] : []),
        ...formerNames.map((name) => `以前の名前：\`${name}\`（今も使えます）。`),
      ].join(""),
    before: `# ルール

<!-- Made by scripts/rulesPage.mjs from the pages beside the rules: change those. -->

[English](rules.md)

どの診断にもコードが付いています。
重大度の変更や無効化は、設定の\`cfnNotes.diagnostics.rules\`で行います。全員に適用するには、プロジェクトの\`.cfn-notes.yaml\`の\`rules\`に書きます。

${PROJECT_FILE([
  "メッセージの言語。enまたはja",
  "cfn-notes checkが失敗とみなす重大度の下限。error、warning、info",
  "またはhint、info、warning、error",
  "対象から外すパス。.gitignoreと同じ書き方",
  "全員で使うノートのフォルダー。notes.ja.mdを参照",
  "ノートのフォルダーが対象とするテンプレート",
  "そこにデプロイされているブランチ、タグ、コミット（diff.ja.md）",
  "スタックのあるリージョン。そこにないリソースタイプを報告",
])}

テンプレートでは、コメントで個々の場所のルールを無効にできます。コードを書かないとすべてのルールが無効になり、\`--\`の後に理由を書けます。

${COMMENTS("別のスタックで作成")}

JSONにはコメントがありません。JSONや、コメントがテキストの一部になってしまう場所では、リソースやテンプレートの\`Metadata\`で同じことができます。

${METADATA}

エディターでは、それぞれの診断のクイックフィックスで、行、リソース、ファイルの単位で書き込めます。
ルールの説明の下に、例に対して提案される修正を示します。安全な修正は、確実に間違っているか不要な部分だけを変えるもので、「すべて修正」や\`cfn-notes check --fix\`でも適用されます。それ以外の修正は、書き込まれる内容を確認してください。
cfn-lintの無視リスト（テンプレートやリソースのMetadata、または\`.cfnlintrc\`の\`ignore_checks\`）にあるルールは、対応するルールも無効になります。
\`syntax\`、\`full-width-character\`、\`duplicate-key\`の3つのコードは、テキストの読み取りで報告されます。

以下の例はテンプレートです。字下げされた良い例は、悪い例と異なる部分で、悪い例の同じキーと置き換えて読みます。`,
  },
};

const rules = await describedRules();
const described = [...rules, ...(await noteCodes())];
const fixes = await exampleFixes(rules);
const former = await formerCodes();
const linksOf = await ruleSources();
writeOrCheck(
  "node scripts/rulesPage.mjs",
  new Map([
    ["docs/rules.md", page("en")],
    ["docs/rules.ja.md", page("ja")],
    ["docs/project-file.schema.json", projectSchema(described)],
    ...manifestFiles(),
  ]),
  process.argv.includes("--check"),
);

/** @typedef {Omit<import("./rules/describedRules.mjs").DescribedRule, "page" | "examples" | "basis" | "sources"> & { basis?: { en: string, ja: string }, sources?: readonly string[] }} DescribedRule */
/** @typedef {import("./rules/exampleFixes.mjs").Fix} Fix */
/** @typedef {"en" | "ja"} Language */

/** What is found in notes. @returns {Promise<readonly DescribedRule[]>} */
async function noteCodes() {
  const { NOTE_CODES } = await importSources(["src/rules/engine/noteCodes"]);
  return Object.entries(NOTE_CODES).map(([code, described]) => ({
    code,
    category: "notes",
    cfnLint: [],
    ...described,
    others: [],
  }));
}

/** @param {Language} language */
function page(language) {
  const sorted = byCategory(described);
  const { columns, before, fixes: fixLine, source, facts } = WORDS[language];
  const categories = [...new Set(sorted.map(({ category }) => category))].map((category) => {
    const rows = sorted
      .filter((rule) => rule.category === category)
      .map(
        ({ code, severity, severities = [severity], title, cfnLint }) =>
          `| [\`${code}\`](#${code}) | ${severities.join(", ")} | ${title[language]} | ${cfnLint.join(", ")} |`,
      );
    return `**${category}**\n\n${columns}\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  const sections = sorted.map((rule) => {
    const formerNames = [...former].filter(([, today]) => today === rule.code).map(([name]) => name);
    // What is found in notes has neither a page of its own nor fixes in examples.
    const parts =
      rule.basis === undefined
        ? []
        : [fixLine(fixes.get(rule.code) ?? []), source(rule.basis[language], linksOf(rule, language))];
    return `${[`## ${rule.code}`, rule.title[language], rule.text[language], ...parts, facts(rule, formerNames)].join("\n\n")}\n`;
  });
  return `${before}\n\n${categories.join("\n")}\n${sections.join("\n")}`;
}

/** By category as the rules are listed, then by code. @param {readonly DescribedRule[]} all */
function byCategory(all) {
  const order = [...new Set(all.map(({ category }) => category))];
  return [...all].sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category) || (a.code < b.code ? -1 : 1));
}

/** The setting's codes in the manifest, with their titles in its texts. @returns {readonly (readonly [path: string, text: string])[]} */
function manifestFiles() {
  /** @type {Map<string, { en: string, ja: string }>} */
  const titles = new Map();
  for (const { code, title, others } of [
    ...described.filter(({ code }) => FROM_READING.includes(code)),
    ...byCategory(described.filter(({ code }) => !FROM_READING.includes(code))),
  ])
    for (const one of [code, ...others]) titles.set(one, title);
  for (const [before, today] of former)
    titles.set(before, { en: `Now called ${today}.`, ja: `現在の名前は${today}です。` });
  const keyOf = (/** @type {string} */ code) => `rule.${code.replaceAll("-", ".")}`;
  const manifest = json("package.json");
  const name = "cfnNotes.diagnostics.rules";
  const section = manifest.contributes.configuration.find((/** @type {any} */ { properties }) => name in properties);
  const codes = [...titles.keys()];
  section.properties[name].propertyNames = {
    enum: codes,
    enumDescriptions: codes.map((code) => `%${keyOf(code)}%`),
  };
  const texts = (/** @type {string} */ path, /** @type {Language} */ language) => ({
    ...Object.fromEntries(Object.entries(json(path)).filter(([key]) => !key.startsWith("rule."))),
    ...Object.fromEntries([...titles].map(([code, title]) => [keyOf(code), title[language]])),
  });
  return [
    ["package.json", textOf(manifest)],
    ["package.nls.json", textOf(texts("package.nls.json", "en"))],
    ["package.nls.ja.json", textOf(texts("package.nls.ja.json", "ja"))],
  ];
}

/** @param {string} path */
function json(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** @param {unknown} value */
function textOf(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
