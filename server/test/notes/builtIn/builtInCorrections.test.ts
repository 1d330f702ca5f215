import assert from "node:assert/strict";
import { correctionsOf } from "../../../src/notes/binding/corrections.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { passageOf } from "../../../src/notes/reading/passage.ts";
import { builtInIndex } from "./builtInIndex.ts";

const INDEXES = { en: builtInIndex("en"), ja: builtInIndex("ja") } as const;

/** What a note says on a topic, and what the correction has to say; `undefined` where the note is right. */
type Row = readonly [topic: string, language: NoteLanguage, said: string, corrected: RegExp | undefined];

function check([topic, language, said, corrected]: Row): void {
  it(`${topic}: ${said}`, () => {
    const [note] = INDEXES[language].onTopic(topic);
    assert.ok(note);
    const told = correctionsOf(passageOf(note.note, note.file), said).join("\n");
    if (corrected === undefined) assert.equal(told, "");
    else assert.match(told, corrected);
  });
}

const ROWS: readonly Row[] = [
  ["evaluate-target-health", "ja", "インスタンスのレイテンシーを見て最適なルートを選ぶ。", /レイテンシーは見ません/],
  ["evaluate-target-health", "ja", "ターゲットの正常性を引き継ぐ。", undefined],
  ["evaluate-target-health", "en", "Checks the latency of the instances.", /never at latency/],
  ["evaluate-target-health", "en", "Takes over the target's health.", undefined],
  ["two-tier", "ja", "ELB → Web → 内部ELB → DBサーバーの順に置く。", /データベースの前にロードバランサーは置きません/],
  ["two-tier", "ja", "Webサーバーはパブリックサブネットに置く。", /ウェブサーバーもプライベートサブネット/],
  ["two-tier", "ja", "層ごとにELBを置く。", undefined],
  ["two-tier", "en", "An internal load balancer before the database tier.", /does not go behind a load balancer/],
  ["two-tier", "en", "A load balancer before each tier.", undefined],
  ["backend-5xx", "ja", "ELB自体の問題や、正常なインスタンスがない場合も含む。", /`HTTPCode_ELB_5XX`/],
  ["backend-5xx", "ja", "インスタンスが返した5XX。", undefined],
  ["backend-5xx", "en", "Or the load balancer had no healthy instance.", /`HTTPCode_ELB_5XX`/],
  ["backend-5xx", "en", "5XX that the instance sent.", undefined],
  ["exam", "ja", "高可用性 8%、デプロイとプロビジョニング 14%。", /SOA-C02[\s\S]*もう当てはまりません/],
  ["exam", "ja", "SOA-C03の分野は5つ。", undefined],
  ["exam", "en", "SysOps Administrator: deployment 14 %.", /no longer hold/],
  ["exam", "en", "SOA-C03 has five domains.", undefined],
  ["cross-stack-references", "ja", "同じリージョンの中でしか使えない。", /`Fn::GetStackOutput`/],
  ["cross-stack-references", "en", "Not possible across regions.", /`Fn::GetStackOutput`/],
  ["cross-stack-references", "en", "Export, then import.", undefined],
];

describe("built-in notes correct what a note says", () => ROWS.forEach(check));

describe("the metric of the instances' errors", () => {
  for (const language of ["en", "ja"] as const)
    it(`${language}: its first paragraph names the load balancer's own`, () => {
      const [note] = INDEXES[language].onTopic("backend-5xx");
      assert.ok(note);
      const [, first = ""] = passageOf(note.note, note.file).split(/\n\s*\n/);
      assert.match(first, /`HTTPCode_ELB_5XX`/);
    });
});
