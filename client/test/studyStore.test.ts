import assert from "node:assert/strict";
import { commands, Disposable, type Event, type Uri, workspace } from "vscode";
import type { StudyChangeOfCard } from "../../server/src/protocol/study.ts";
import { StudyStore } from "../src/study/studyStore.ts";
import {
  cfnNotes,
  eventAfter,
  fileUri,
  setSchedule,
  setSetting,
  settingFor,
  show,
  titlesOf,
  until,
  writeUri,
} from "./support.ts";

const NOTES = `# Memo

## DeletionPolicy
What becomes of a resource that leaves its template, or whose stack goes.
`;

describe("The schedule's file", () => {
  /** A new one for each test. */
  let schedule: Uri;
  let number = 0;

  before(async () => {
    await setSetting("language", "en");
    await workspace.fs.writeFile(fileUri("schedule/memo.md"), new TextEncoder().encode(NOTES));
    await setSetting("notes.folders", ["schedule"]);
    const { noteTree } = await cfnNotes();
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).includes("DeletionPolicy"));
    await show("template.yaml");
  });

  beforeEach(async () => {
    number++;
    schedule = fileUri(`schedule/schedule${number}.json`);
    await setSchedule(settingFor(schedule));
  });

  after(async () => {
    const { noteTree } = await cfnNotes();
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("notes.folders", undefined);
    await setSchedule(undefined);
    await until(noteTree.onDidChangeTreeData, async () => (await titlesOf(noteTree)).length === 0);
    await setSetting("language", undefined);
    await workspace.fs.delete(fileUri("schedule"), { recursive: true });
  });

  it("has what two windows write at the same time", async () => {
    const { server, studying } = await cfnNotes();
    const other = new StudyStore(server, fileUri("schedule"), () => undefined);
    const times = [1, 2, 3, 4, 5, 6];
    const writes = times.flatMap((time) => [
      studying.store.change([review("Alpha", time)]),
      other.change([review("Beta", time)]),
    ]);
    assert.deepEqual(
      await Promise.all(writes),
      writes.map(() => true),
    );
    // What one overwrote is written again when it looks whether it is still there.
    const expected = { Alpha: times, Beta: times };
    await until(either(studying.store.onDidChange, other.onDidChange), async () =>
      isSame(await reviewsIn(schedule), expected),
    );
    other.dispose();
  });

  it("has the last grade when the window closes", async () => {
    const { studying } = await cfnNotes();
    void studying.store.change([review("Alpha", 1)]);
    void studying.store.change([review("Alpha", 2)]);
    // What the extension waits for when it is deactivated.
    await studying.store.settled();
    assert.deepEqual(await reviewsIn(schedule), { Alpha: [1, 2] });
  });

  it("is one file with one backup", async () => {
    const { studying } = await cfnNotes();
    for (const time of [1, 2, 3]) await studying.store.change([review("Alpha", time)]);
    const files = await workspace.fs.readDirectory(fileUri("schedule"));
    const name = schedule.path.slice(schedule.path.lastIndexOf("/") + 1);
    const own = files.map(([one]) => one).filter((one) => one.startsWith(name));
    assert.deepEqual(own.sort(), [name, `${name}.backup`]);
    assert.deepEqual(await reviewsIn(schedule.with({ path: `${schedule.path}.backup` })), { Alpha: [1, 2] });
  });

  it("keeps what was written from outside while cards are asked", async () => {
    const { studying } = await cfnNotes();
    await eventAfter(
      studying.review.onDidDraw,
      ({ front }) => front === "DeletionPolicy",
      () => commands.executeCommand("cfnNotes.review"),
    );
    await studying.store.change([review("Alpha", 1)]);
    const text = await read(schedule);
    // As a sync from another computer does: a review more, and one less than this window has written.
    await writeUri(schedule, text.replace("[[1,3]]", "[[5,2]]"));
    await studying.store.change([review("Beta", 2)]);
    assert.deepEqual(await reviewsIn(schedule), { Alpha: [1, 5], Beta: [2] });
  });

  it("loses nothing that can be read when it is damaged while cards are asked", async () => {
    const { studying } = await cfnNotes();
    await studying.store.change([review("Alpha", 1), review("Beta", 2), review("Gamma", 3)]);
    const whole = await read(schedule);
    const half = whole.slice(0, whole.lastIndexOf("\n", whole.length - 4));
    for (const [index, damaged] of [half, `<<<<<<< mine\n${whole}=======\n${whole}>>>>>>> theirs\n`].entries()) {
      await writeUri(schedule, damaged);
      assert.equal(await studying.store.change([review("Delta", 10 + index)]), true);
      const copy = schedule.with({ path: `${schedule.path}.damaged${index === 0 ? "" : `-${index + 1}`}` });
      assert.equal(await read(copy), damaged);
    }
    assert.deepEqual(await reviewsIn(schedule), { Alpha: [1], Beta: [2], Delta: [10, 11], Gamma: [3] });
  });

  it("asks the cards of a damaged file", async () => {
    const { studying } = await cfnNotes();
    await writeUri(schedule, '{"format":"cfn-notes-schedule","version":1,"cards":[\n{"key":"x","kind"');
    await show("template.yaml");
    // Of the cards of before, one may still be drawn.
    await eventAfter(
      studying.review.onDidDraw,
      ({ front }) => front === "DeletionPolicy",
      () => commands.executeCommand("cfnNotes.review"),
    );
  });

  it("takes nothing of another schedule along when the setting changes", async () => {
    const { studying } = await cfnNotes();
    await studying.store.change([review("Alpha", 1)]);
    const other = fileUri("schedule/other.json");
    await setSchedule(settingFor(other));
    await studying.store.change([review("Beta", 2)]);
    assert.deepEqual([await reviewsIn(schedule), await reviewsIn(other)], [{ Alpha: [1] }, { Beta: [2] }]);
  });

  it("is exported as it is, and imported without a loss on either side", async () => {
    const { studying } = await cfnNotes();
    await studying.store.change([review("Alpha", 1), review("Beta", 2)]);
    const exported = fileUri("schedule/exported.json");
    await commands.executeCommand("cfnNotes.exportSchedule", exported);
    assert.equal(await read(exported), await read(schedule));
    await setSchedule(settingFor(fileUri("schedule/elsewhere.json")));
    await studying.store.change([review("Alpha", 7), review("Gamma", 8)]);
    await commands.executeCommand("cfnNotes.importSchedule", exported);
    assert.deepEqual(await reviewsIn(studying.store.uri), { Alpha: [1, 7], Beta: [2], Gamma: [8] });
    assert.deepEqual(await reviewsIn(exported), { Alpha: [1], Beta: [2] });
  });

  it("takes nothing from a file that is no schedule", async () => {
    const { studying } = await cfnNotes();
    await studying.store.change([review("Alpha", 1)]);
    const before = await read(schedule);
    const other = fileUri("schedule/package.json");
    await writeUri(other, '{"name":"package"}');
    await commands.executeCommand("cfnNotes.importSchedule", other);
    assert.deepEqual([await read(schedule), await read(other)], [before, '{"name":"package"}']);
  });
});

function review(front: string, time: number): StudyChangeOfCard {
  return { card: { kind: "term", front, back: `What ${front} means.`, where: ["Memo"] }, time, grade: 3 };
}

interface Stored {
  readonly cards: readonly { readonly front: string; readonly reviews: readonly (readonly [number, number])[] }[];
}

/** The times of the reviews by card. */
async function reviewsIn(uri: Uri): Promise<Record<string, readonly number[]>> {
  const { cards } = JSON.parse(await read(uri)) as Stored;
  return Object.fromEntries(cards.map(({ front, reviews }) => [front, reviews.map(([time]) => time)]));
}

function isSame(left: unknown, right: unknown): boolean {
  try {
    assert.deepEqual(left, right);
    return true;
  } catch {
    return false;
  }
}

function either(first: Event<void>, second: Event<void>): Event<void> {
  return (listener) =>
    Disposable.from(
      first(() => listener()),
      second(() => listener()),
    );
}

async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
