import assert from "node:assert/strict";
import type { NamingDocument } from "../../../server/src/protocol/notes.ts";
import { commonFolder, documentsOffer, MAX_TIMES_ASKED, offerQuestion } from "../../src/writing/documentsOffer.ts";

function document(path: string, ...names: readonly string[]): NamingDocument {
  return { uri: `file:///ws/${path}`, names };
}

const [runbook, design] = [document("docs/ops/runbook.md", "Queue"), document("docs/design.md", "Queue", "Topic")];

/** What happens, in its order, when templates come up one after the other. */
async function happens(
  templates: Readonly<Record<string, readonly NamingDocument[] | null>>,
  {
    order = Object.keys(templates),
    answer = true as boolean | "none",
    isOtherWindowFaster = false,
    timesBefore = 0,
  } = {},
): Promise<readonly string[]> {
  const events: string[] = [];
  let times = timesBefore;
  const offer = documentsOffer({
    find: (template) => {
      events.push(`find ${template}`);
      if (isOtherWindowFaster) times = MAX_TIMES_ASKED;
      return Promise.resolve(templates[template]);
    },
    timesAsked: () => times,
    setTimesAsked: (now) => {
      events.push(`remember ${now}`);
      times = now;
      return Promise.resolve();
    },
    ask: (documents, folder) => {
      events.push(`ask ${documents.length} ${folder}`);
      return answer === "none" ? new Promise(() => undefined) : Promise.resolve(answer);
    },
    accept: (folder) => {
      events.push(`show ${folder}`);
      return Promise.resolve();
    },
  });
  for (const template of order) {
    const [uri = "", length = "100"] = template.split(" ");
    const offered = offer(template === "none" ? undefined : { uri, length: Number(length) });
    // One that nobody answers stays open.
    await Promise.race([offered, new Promise(setImmediate)]);
  }
  return events;
}

describe("offer of documents", () => {
  it("remembers that it asks, and shows the common folder after a yes", async () => {
    const folder = "file:///ws/docs";
    assert.deepEqual(await happens({ a: [runbook, design] }), [
      "find a",
      "remember 1",
      `ask 2 ${folder}`,
      "remember 3",
      `show ${folder}`,
    ]);
  });

  it("changes nothing after any other answer", async () => {
    const folder = "file:///ws/docs/ops";
    assert.deepEqual(await happens({ a: [runbook] }, { answer: false }), [
      "find a",
      "remember 1",
      `ask 1 ${folder}`,
      "remember 3",
    ]);
  });

  it("asks again in a later session if nobody answered, three times in all", async () => {
    const asked = [`find a`, "remember 3", "ask 1 file:///ws/docs/ops"];
    assert.deepEqual(await happens({ a: [runbook], b: [design] }, { answer: "none", timesBefore: 2 }), asked);
    assert.deepEqual(await happens({ a: [runbook] }, { timesBefore: 3 }), ["find a"]);
  });

  it("asks once, be it in another window", async () => {
    assert.deepEqual(
      (await happens({ a: [runbook], b: [design] }, { answer: false })).filter((event) => event.startsWith("ask")),
      ["ask 1 file:///ws/docs/ops"],
    );
    assert.deepEqual(await happens({ a: [runbook] }, { isOtherWindowFaster: true }), ["find a"]);
  });

  it("searches for each template once, and five times at most", async () => {
    const templates = { a: [], b: null, c: [], d: [], e: [], f: [runbook] };
    assert.deepEqual(await happens(templates, { order: ["none", "a", "a", "b", "a", "c", "d", "e", "f"] }), [
      "find a",
      "find b",
      "find c",
      "find d",
      "find e",
    ]);
  });

  it("searches again for a template that has grown", async () => {
    const order = ["a 0", "a 10", "a 29", "a 31", "a 80"];
    assert.deepEqual(await happens({ a: [] }, { order }), ["find a", "find a", "find a"]);
  });

  const folders: readonly (readonly [string, readonly string[]])[] = [
    ["docs/ops", ["docs/ops/a.md"]],
    ["docs/ops", ["docs/ops/a.md", "docs/ops/b.md"]],
    ["docs", ["docs/ops/a.md", "docs/ops.md"]],
    ["docs", ["docs/a.md", "docs/ops/deep/b.md"]],
    ["", ["a.md", "docs/b.md"]],
  ];
  for (const [folder, paths] of folders)
    it(`is on ${folder || "the workspace"} for ${paths.join(", ")}`, () =>
      assert.equal(commonFolder(paths.map((path) => document(path))), `file:///ws${folder && `/${folder}`}`));

  it("says what is named, where, and what is added", () => {
    const two = document("a.md", "Queue", "Topic");
    assert.deepEqual(offerQuestion([two], "a.md", undefined), {
      en: "There is something about Queue, Topic of this template in a.md. Show it in hovers and in the sidebar? This adds the workspace's whole folder to its settings.",
      ja: "a.mdに、このテンプレートのQueue、Topicについての記述があります。ホバーとサイドバーに表示しますか？ワークスペースの設定にフォルダー全体を追加します。",
    });
    const more = [two, document("b.md", "Topic", "Role"), document("c.md", "Alarm", "Queue")] as const;
    assert.deepEqual(offerQuestion(more, "docs/a.md", "docs"), {
      en: "There is something about Queue, Topic and 2 more of this template in docs/a.md and 2 more. Show it in hovers and in the sidebar? This adds the folder docs to the workspace's settings.",
      ja: "docs/a.md（ほか2件）に、このテンプレートのQueue、Topic（ほか2件）についての記述があります。ホバーとサイドバーに表示しますか？ワークスペースの設定にフォルダー「docs」を追加します。",
    });
  });
});
