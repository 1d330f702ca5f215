import assert from "node:assert/strict";
import { commands, languages, type Uri, workspace } from "vscode";
import { mergedCard } from "../src/study/mergedCard.ts";
import {
  cfnNotes,
  eventAfter,
  fileUri,
  read,
  remove,
  setSchedule,
  setSetting,
  settingFor,
  show,
  titlesOf,
  until,
  write,
  writeUri,
} from "./support.ts";

const NOTES = `# Memo

## DeletionPolicy
What becomes of a resource that leaves its template, or whose stack goes.

## VisibilityTimeout
How long a message that was received stays hidden from other consumers.
`;

describe("Studying", () => {
  const schedule = (): Uri => fileUri("study/schedule.json");

  before(async () => {
    await setSetting("language", "en");
    await write("study/memo.md", NOTES);
    await setSetting("notes.folders", ["study"]);
    await setSchedule(settingFor(schedule()));
    const { noteTree } = await cfnNotes();
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("VisibilityTimeout"));
  });

  after(async () => {
    const { noteTree } = await cfnNotes();
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("notes.folders", undefined);
    await setSchedule(undefined);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).length === 0);
    await setSetting("language", undefined);
    await remove("study");
  });

  it("asks the card that the template touches first", async () => {
    const { studying } = await cfnNotes();
    await show("template.yaml");
    const { front, back } = await eventAfter(
      studying.review.onDidDraw,
      (drawn) => drawn.front !== "",
      () => commands.executeCommand("cfnNotes.review"),
    );
    assert.equal(front, "DeletionPolicy");
    assert.equal(back, "");
    assert.ok(studying.review.card?.place, "It has no place in the template.");
  });

  it("asks the same card when it is opened again, also twice at a time", async () => {
    const { studying } = await cfnNotes();
    const asked = studying.review.card?.card;
    const drawn = eventAfter(
      studying.review.onDidDraw,
      ({ front }) => front === "DeletionPolicy",
      () => commands.executeCommand("cfnNotes.review"),
    );
    await Promise.all([drawn, commands.executeCommand("cfnNotes.review")]);
    assert.deepEqual(studying.review.card?.card, asked);
  });

  it("keeps an answer in the file that was chosen, and what is damaged beside it", async () => {
    const { studying } = await cfnNotes();
    const card = studying.review.card?.card;
    assert.ok(card);
    assert.equal(await studying.store.change([{ card, time: 1000, grade: 3 }]), true);
    const whole = await read("study/schedule.json");
    assert.match(whole, /"reviews":\[\[1000,3\]\]/);
    await writeUri(schedule(), whole.slice(0, -5));
    assert.equal(await studying.store.change([{ card, time: 2000, grade: 4 }]), true);
    assert.match(await read("study/schedule.json"), /"reviews":\[\[1000,3\],\[2000,4\]\]/);
    assert.equal(await read("study/schedule.json.damaged"), whole.slice(0, -5));
  });

  it("asks no more what another window has answered", async () => {
    const { studying } = await cfnNotes();
    const shown = studying.review.card;
    assert.equal(shown?.front, "DeletionPolicy");
    assert.ok(await studying.store.change([{ card: shown.card, time: Date.now(), grade: 4 }]));
    const { front } = await eventAfter(
      studying.review.onDidDraw,
      (drawn) => drawn.front !== "DeletionPolicy",
      () => studying.review.refresh(),
    );
    assert.notEqual(front, "");
  });

  it("never writes over a file that is something else", async () => {
    const { studying } = await cfnNotes();
    const other = fileUri("study/other.json");
    await writeUri(other, '{"name":"package"}');
    await setSchedule(settingFor(other));
    const card = studying.review.card?.card;
    assert.ok(card);
    assert.equal(await studying.store.change([{ card, time: 3000, grade: 3 }]), false);
    assert.equal(await read("study/other.json"), '{"name":"package"}');
    await setSchedule(settingFor(schedule()));
  });

  it("makes one card of two without saying anything twice", () => {
    const record = { front: "Alias", back: "An address of AWS" };
    assert.deepEqual(mergedCard(record, { front: record.back, back: record.front }), record);
    assert.deepEqual(mergedCard(record, { front: "What has no price?", back: "Queries of it" }), {
      front: "Alias",
      back: "An address of AWS\nWhat has no price?\nQueries of it",
    });
  });

  it("asks what a fault does, in a copy that tells nothing and is never to be saved", async () => {
    const { studying } = await cfnNotes();
    const document = await show("bootstrap.yaml");
    const before = document.getText();
    const { ask, solved } = await eventAfter(
      studying.drills.onDidDraw,
      (drawn) => drawn.ask !== "",
      () => commands.executeCommand("cfnNotes.faultDrill"),
    );
    assert.ok(ask.endsWith("?") && !solved);
    const copy = workspace.textDocuments.find(({ uri }) => uri.scheme === "cfn-notes-drill");
    assert.ok(copy && copy.getText() !== before && !copy.isDirty && !copy.isUntitled);
    assert.equal(copy.languageId, document.languageId);
    const lenses = await commands.executeCommand<readonly unknown[]>("vscode.executeCodeLensProvider", copy.uri);
    assert.deepEqual([languages.getDiagnostics(copy.uri), lenses], [[], []]);
    assert.equal(document.getText(), before);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("makes no drill of a template with errors, as its copy has one fault", async () => {
    const { studying } = await cfnNotes();
    const document = await show("mistaken.yaml");
    const hasError = (): boolean => languages.getDiagnostics(document.uri).some(({ severity }) => severity === 0);
    await until(languages.onDidChangeDiagnostics, hasError);
    assert.equal(await studying.drills.start(), undefined);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("shows what there are notes on, with nothing to be saved", async () => {
    const { studying } = await cfnNotes();
    await show("template.yaml");
    const text = await eventAfter(
      studying.reports.onDidShow,
      () => true,
      () => commands.executeCommand("cfnNotes.showCoverage"),
    );
    assert.match(
      text,
      /^# Coverage of my notes\n[\s\S]*\| Security and Compliance \| 16% \| \d+ \| 0 \| \d+ \| ░{5} 0% \|/,
    );
    assert.deepEqual(
      workspace.textDocuments.filter(({ isUntitled, isDirty }) => isUntitled && isDirty),
      [],
    );
    await commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("shows a comparison, in another language once that is chosen", async () => {
    const { studying } = await cfnNotes();
    const { columns, rows } = await eventAfter(
      studying.compare.onDidDraw,
      () => true,
      () => commands.executeCommand("cfnNotes.compare", "traffic-filters"),
    );
    assert.deepEqual(columns, ["Security group", "Network ACL"]);
    assert.ok(rows > 2);
    const inJapanese = await eventAfter(
      studying.compare.onDidDraw,
      (drawn) => drawn.columns[0] !== columns[0],
      () => setSetting("language", "ja"),
    );
    assert.deepEqual(inJapanese.columns, ["セキュリティグループ", "ネットワークACL"]);
    await setSetting("language", "en");
  });
});
