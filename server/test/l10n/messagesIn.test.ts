import assert from "node:assert/strict";
import { messagesIn } from "../../../scripts/messages/messagesIn.mjs";

/** Expected: `name: English / Japanese`. */
function check(source: string, expected: readonly string[]): void {
  assert.deepEqual(
    messagesIn(source, "own-code").map(({ name, en, ja }) => `${name}: ${en} / ${ja}`),
    expected,
  );
}

describe("the messages of a source", () => {
  for (const [name, source, expected] of [
    ["a text", `report(span, { en: "Wrong.", ja: "誤り。" });`, ["own-code: Wrong. / 誤り。"]],
    ["what is put in", "f({ en: `${a.b} of ${n}`, ja: `${n}の${a.b}` });", ["own-code: ${a.b} of ${n} / ${n}の${a.b}"]],
    ["a key's name", `const TEXTS = { "bad-tag": { en: "Tag.", ja: "タグ。" } };`, ["bad-tag: Tag. / タグ。"]],
    ["a code", `const rule = { code: "a-b", title: { en: "T", ja: "題" } };`, ["a-b: T / 題"]],
    [
      "languages side by side",
      `const WORDS = { en: { one: "One.", more: (n: number) => \`\${n} more\` }, ja: { one: "1つ。", more: (n: number) => \`他\${n}件\` } } as const;`,
      ["one: One. / 1つ。", "more: ${n} more / 他${n}件"],
    ],
    ["one that is chosen", `f({ en: a ? "A" : "B", ja: "ど" });`, [`own-code: a ? "A" : "B" / ど`]],
    ["texts side by side", `told(["a"], "A is wrong.", \`\${a}は誤り。\`);`, ["own-code: A is wrong. / ${a}は誤り。"]],
    [
      "rows",
      `const ROWS = { Tag: [["One.", "1つ。"], ["Two.", "2つ。"]] };`,
      ["Tag: One. / 1つ。", "Tag: Two. / 2つ。"],
    ],
    ["texts in one language side by side", `f("A", "B", "あ", "い");`, ["own-code: B / あ"]],
    ["what is put together elsewhere", `f({ en: text, ja: text });`, []],
    ["one language only", `f({ en: "A" });`, []],
    ["broken text", `f({ en: "A", ja: `, []],
  ] as const)
    it(name, () => check(source, expected));
});
