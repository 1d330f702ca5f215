import { deepEqual, ok } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { explain } from "../../../src/notes/places/explain.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { withCaret } from "../../marked.ts";
import { indexOf, source } from "../noteAt.ts";

const EN = "# Orders\n\n## OrdersTable\n\nNever delete it: the bank reads it at night.\n";
const JA = "# 注文\n\n## OrdersTable\n\n夜のあいだに銀行が読むので、消してはいけない。\n";
const KO = "# 주문\n\n## OrdersTable\n\n밤에 은행이 읽으므로 절대 삭제하지 마세요.\n";

/** The names of the files whose notes show at a table of that name, and the reasons for those of the others. */
function shown(files: Readonly<Record<string, string>>, language: NoteLanguage): readonly (readonly string[])[] {
  const { text, offset } = withCaret("Resources:\n  Orders<|>Table:\n    Type: AWS::DynamoDB::Table\n");
  const template = parse(text);
  const focus = focusAt(template, offset);
  ok(focus);
  const index = indexOf(Object.entries(files).map(([name, said]) => source(said, { uri: `file:///ws/${name}` })));
  index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], language });
  const found = explain(focus, index, { uri: "file:///ws/template.yaml", template });
  return [
    found.shown.map(({ file }) => file.uri.slice("file:///ws/".length)),
    [...new Set(found.leftOut.map(({ reason }) => reason.code))],
  ];
}

describe("files that are translations of each other", () => {
  it("show in the reader's language", () => {
    const files = { "orders.md": EN, "orders.ja.md": JA, "orders.ko.md": KO };
    deepEqual(shown(files, "en"), [["orders.md"], ["translation"]]);
    deepEqual(shown(files, "ja"), [["orders.ja.md"], ["translation"]]);
  });

  it("may have the other language in their name, or that of a folder", () => {
    deepEqual(shown({ "README_EN.md": EN, "README.md": JA }, "en")[0], ["README_EN.md"]);
    deepEqual(shown({ "docs/en/orders.md": EN, "docs/ja/orders.md": JA }, "ja")[0], ["docs/ja/orders.md"]);
    deepEqual(shown({ "docs/orders.md": EN, "docs/zh-CN/orders.md": KO }, "en")[0], ["docs/orders.md"]);
  });

  it("may be in another language with the same letters", () => {
    const files = { "orders.md": EN, "orders-de.md": EN, "fr/orders.md": EN };
    deepEqual(shown(files, "en"), [["orders.md"], ["translation"]]);
    deepEqual(shown({ "orders.md": EN, "orders-id.md": EN }, "en")[0], ["orders.md", "orders-id.md"]);
  });

  it("show in English where the reader's language is missing, and as they are where that is, too", () => {
    deepEqual(shown({ "orders.md": EN, "orders.ko.md": KO }, "ja")[0], ["orders.md"]);
    deepEqual(shown({ "orders.ja.md": JA, "orders.ko.md": KO }, "en")[0], ["orders.ja.md", "orders.ko.md"]);
  });

  it("are no others", () => {
    deepEqual(shown({ "orders.md": EN, "shop.ja.md": JA }, "en")[0], ["orders.md", "shop.ja.md"]);
    deepEqual(shown({ "orders.md": JA, "orders.en.md": JA }, "en")[0], ["orders.md", "orders.en.md"]);
    deepEqual(shown({ "orders.md": JA }, "en")[0], ["orders.md"]);
  });
});
