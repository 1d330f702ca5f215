import { equal } from "node:assert/strict";
import type { NoteProblem } from "../../../src/notes/reading/note.ts";
import { problemText } from "../../../src/notes/rendering/messages.ts";

describe("problemText", () => {
  const check = (problem: NoteProblem, en: string, ja: string): void => {
    it(problem.code, () => {
      equal(problemText(problem, "en"), en);
      equal(problemText(problem, "ja"), ja);
    });
  };
  check(
    { code: "too-large", limit: 1_000_000 },
    "The file is too large for notes (more than 1,000,000 characters) and was left out.",
    "ファイルが大きすぎるため、ノートとして読み込みませんでした（上限は1,000,000文字）。",
  );
  check(
    { code: "front-matter", line: 2, reason: "X" },
    "The front matter could not be read and was ignored (line 3): X",
    "フロントマターを読み取れなかったため、無視しました（3行目）: X",
  );
  check(
    { code: "unknown-place", line: 0, place: "section:" },
    "“section:” in a cfn marker is not a place that notes can be bound to (line 1).",
    "cfnマーカーの「section:」は、ノートを結び付けられる場所ではありません（1行目）。",
  );
});
