import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hover, MarkupContent } from "vscode-languageserver-types";
import type { Comparison, FaultDrill, StudyChanged, StudyQueue } from "../../src/protocol/study.ts";
import type { OutdatedFile } from "../../src/protocol/writing.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";
const NOW = Date.UTC(2026, 10, 26);
const NOTES = `# Memo

## DeletionPolicy
スタックが削除された際にリソースを保持またはバックアップできる属性。

## SurgeQueueLength
正常なインスタンスへのルーティングを待っているリクエストの合計数。

## OpsWorks
サーバーのパッチの適用とバックアップを自動的に実行するサービス。
`;

describe("studying over LSP", () => {
  let home: string;
  let client: Client;
  let text: string;
  const textDocument = { uri: URI };

  beforeEach(async () => {
    text = await readFile("examples/web-server.yaml", "utf8");
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await mkdir(join(home, "notes"));
    await writeFile(join(home, "notes", "memo.md"), NOTES);
    client = new Client({ notes: { folders: [join(home, "notes")] }, language: "ja" });
    await client.start({ initializationOptions: { commands: ["cfnNotes.openNote", "cfnNotes.compare"] } });
    await client.open(URI, text);
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function queue(store: string, now: number): Promise<StudyQueue> {
    const found = await client.request<StudyQueue>("cfnNotes/studyQueue", {
      store,
      now,
      dayStart: now - 3_600_000,
      portion: 20,
      textDocument,
    });
    assert.ok(found);
    return found;
  }

  it("asks what the template touches first, keeps the answer, and asks again when it is due", async () => {
    const first = await queue("", NOW);
    const [touched] = first.cards;
    assert.equal(touched?.front, "DeletionPolicy");
    assert.ok(touched.place && text.split("\n")[touched.place.start.line]?.includes("DeletionPolicy"));
    assert.ok(first.cards.some(({ card }) => card.kind === "template"));
    const changes = [{ card: touched.card, time: NOW, grade: 4 as const }];
    const { text: store, before } = (await client.request<StudyChanged>("cfnNotes/studyChange", {
      store: "",
      changes,
    })) ?? { text: "", before: "foreign" };
    assert.equal(before, "whole");
    const isAsked = async (now: number): Promise<boolean> =>
      (await queue(store, now)).cards.some(({ card }) => card.kind === "term" && card.front === "DeletionPolicy");
    assert.equal(await isAsked(NOW + 60_000), false);
    assert.equal(await isAsked(NOW + 60 * 86_400_000), true);
  });

  it("makes a copy with one fault and asks what happens; of an incident, what the cause is", async () => {
    const drill = (incident: boolean): Promise<FaultDrill | null> =>
      client.request("cfnNotes/faultDrill", { textDocument, seed: 0, incident });
    const plain = await drill(false);
    assert.ok(plain && plain.text !== text && plain.questions.length === 1 && plain.events === undefined);
    // The user's own notes come first.
    assert.equal(plain.quote?.title, "DeletionPolicy");
    const incident = await drill(true);
    assert.ok(incident?.events?.some(({ status }) => status.endsWith("_FAILED")));
    assert.equal(incident?.questions.length, 2);
  });

  it("compares, from the hover too, with the user's own words", async () => {
    const found = await client.request<Comparison | null>("cfnNotes/comparison", { id: "deletion-policies" });
    assert.equal(found?.own[0]?.text, "スタックが削除された際にリソースを保持またはバックアップできる属性。");
    const line = text.split("\n").findIndex((one) => one.includes("DeletionPolicy:"));
    const position = { line, character: (text.split("\n")[line] ?? "").indexOf("DeletionPolicy") + 2 };
    const hover = await client.request<Hover | null>("textDocument/hover", { textDocument, position });
    const [title = ""] = ((hover?.contents as MarkupContent | undefined)?.value ?? "").split("\n");
    assert.match(title, /^\*\*DeletionPolicy\*\*.* · \[UpdateReplacePolicyと比較\]\(command:cfnNotes\.compare\?/);
  });

  it("marks what AWS has overtaken", async () => {
    const [file] = (await client.request<readonly OutdatedFile[]>("cfnNotes/outdatedNotes", {})) ?? [];
    assert.deepEqual(
      file?.places.map(({ range, message }) => [range.start.line, /\d{4}年/.exec(message)?.[0]]),
      [[8, "2024年"]],
    );
  });

  it("exports cards and the notes of a template", async () => {
    const exported = (format: string): Promise<string | null> =>
      client.request("cfnNotes/studyExport", { format, store: "", textDocument });
    assert.match((await exported("tsv")) ?? "", /^#separator:tab\n.*\nSurgeQueueLength\t正常な/su);
    assert.match((await exported("markdown")) ?? "", /## Memo\n\n### DeletionPolicy\n\nスタックが/);
    const page = (await exported("html")) ?? "";
    assert.match(page, /<h3>DeletionPolicy<\/h3>/);
    assert.doesNotMatch(page, /<script|OpsWorks/);
    const coverage = (await exported("coverage")) ?? "";
    assert.match(coverage, /\| セキュリティとコンプライアンス \| 16% \| \d+ \| 0 \| \d+ \|/);
    assert.match(coverage, /\| デプロイ、プロビジョニング、自動化 \| 22% \| \d+ \| [1-9]\d* \| \d+ \|/);
    assert.match(coverage, /\| AWS::AutoScaling::AutoScalingGroup \| 組み込みのみ \|/);
  });
});
