// Makes a rule with all that has to stand somewhere for it: its file, the page beside it, and a file of tests.
//   npm run new-rule NAME CATEGORY        (a code in kebab case, and a folder of server/src/rules)
//   node scripts/newRule.mjs NAME CATEGORY [--into FOLDER]
// What is left to be written is marked with TODO, and the tests fail until it is. FOLDER is the project's otherwise.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./paths.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { into: { type: "string" } } });
const [code = "", category = ""] = positionals;
const folder = values.into ?? root;
const rules = join(folder, "server/src/rules");

const categories = readdirSync(rules).filter((name) => name !== "engine" && name !== "shared");
if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(code))
  stop(`A name is two or more words in kebab case, such as log-retention.`);
if (!categories.includes(category)) stop(`The category is one of ${categories.join(", ")}.`);

const name = code.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const files = {
  rule: `server/src/rules/${category}/${name}.ts`,
  page: `server/src/rules/${category}/${name}.md`,
  test: `server/test/rules/${category}/${name}.test.ts`,
};
if (namesIn(rules).has(`${name}.ts`)) stop(`There is a rule ${code} already.`);

write(files.rule, ruleText());
write(files.page, pageText());
write(files.test, testText());
console.log(`Made ${files.rule}, ${files.page} and ${files.test}.
Write what is marked with TODO in them, then run “node scripts/rulesPage.mjs”, “node scripts/messagesPage.mjs” and “npm run unit -- --rule ${code}”.`);

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(`${message}\nUsage: npm run new-rule NAME CATEGORY`);
  process.exit(2);
}

/** @param {string} folder */
function namesIn(folder) {
  return new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => basename(path)));
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function ruleText() {
  return `import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";

/** TODO: what it finds, in a sentence; the page beside it says more. */
export const ${name}: EntryRule = {
  scope: "entry",
  types: ["AWS::SQS::Queue"],
  check(entry, { report }) {
    const value = valueAt(valueAt(entry.value, "Properties"), "QueueName");
    if (value?.kind === "scalar" && value.text === "TODO") report(contentSpan(value), { message: "todo" });
  },
};
`;
}

function pageText() {
  return `---
severity: warning
---
# ${code}

## TODO

TODO: what it finds.

TODO: why that matters.

It is based on TODO: the page that says so, and what is left out.

## TODO

TODO: 何を検出するか。

TODO: なぜ重要か。

判定は、TODOに基づきます。

## Examples

Bad:
\`\`\`yaml
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: TODO
\`\`\`
Good:
\`\`\`yaml
      QueueName: orders
\`\`\`

## Messages

- \`todo\`: TODO: what is said.
  TODO: メッセージ。
`;
}

function testText() {
  return `import { checkRows } from "../checkRule.ts";

const queue = (name: string): string => \`Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: \${name}
\`;

describe("${code}", () => {
  checkRows([
    ["${code}", "TODO: what is reported", queue("«TODO»")],
    ["${code}", "TODO: what is not", queue("orders")],
  ]);
});
`;
}
