import assert from "node:assert/strict";
import { LostWords } from "../../../src/lsp/notes/lostWords.ts";
import type { LostBindings } from "../../../src/protocol/writing.ts";
import { fullIndex } from "../../notes/places/fullIndex.ts";

const OWN = "# Memo\n\n## CreationPolicy\n\nWaits.\n";

describe("words that notes lose", () => {
  let told: LostBindings[];
  /** Ends the pauses that are waited for, the first one first. */
  let pauses: (() => void)[];
  let isUnsaved: boolean;
  let write: (text: string) => Promise<void>;
  let writeOther: (text: string) => Promise<void>;

  beforeEach(() => {
    told = [];
    pauses = [];
    isUnsaved = false;
    const index = fullIndex(OWN);
    const uri = index.files[0]?.uri ?? "";
    const words = new LostWords({
      host: { sleep: () => new Promise((done) => pauses.push(done)) },
      index,
      isUnsaved: () => isUnsaved,
      lost: (found) => told.push(found),
    });
    const writer = (uri: string) => (text: string) => {
      words.remember(uri);
      index.set({ uri, text, builtIn: false, language: "en" });
      return words.tellSoon();
    };
    write = writer(uri);
    writeOther = writer("file:///notes/other.md");
  });

  const titles = (): readonly (readonly string[])[] =>
    told.flatMap(({ notes }) => notes.map(({ oldTitle, newTitle }) => [oldTitle, newTitle]));

  it("are told once somebody has stopped writing, as they were before and are then", async () => {
    const first = write(OWN.replace("CreationPolicy", "How it"));
    const second = write(OWN.replace("CreationPolicy", "How it waits"));
    pauses[0]?.();
    await first;
    assert.deepEqual(titles(), []);
    pauses[1]?.();
    await second;
    assert.deepEqual(titles(), [["CreationPolicy", "How it waits"]]);
  });

  it("are not told while an editor has other words than the disk", async () => {
    isUnsaved = true;
    const first = write(OWN.replace("CreationPolicy", "How it waits"));
    pauses[0]?.();
    await first;
    assert.deepEqual(titles(), []);
    isUnsaved = false;
    const second = write(OWN.replace("CreationPolicy", "How it waits, saved"));
    pauses[1]?.();
    await second;
    assert.deepEqual(titles(), [["CreationPolicy", "How it waits, saved"]]);
  });

  const STORAGE = "# S3\n\n## Versioning\n\nIt can be suspended.\n";
  const settled = async (written: Promise<void>): Promise<void> => {
    for (const end of pauses.splice(0)) end();
    await written;
  };

  it("are told where a note was moved to another file, below another title", async () => {
    await settled(write(OWN + STORAGE));
    await settled(write(OWN));
    assert.deepEqual(titles(), []);
    await settled(writeOther(STORAGE.replace("S3", "Garden")));
    assert.deepEqual(titles(), [["Versioning", "Versioning"]]);
    const [{ uri, from, notes } = assert.fail()] = told;
    assert.ok(uri.endsWith("other.md") && from?.endsWith("other.md") === false);
    assert.deepEqual(notes[0]?.places.includes("AWS::S3::Bucket.VersioningConfiguration"), true);
  });

  it("are told where it was written there first", async () => {
    await settled(write(OWN + STORAGE));
    await settled(writeOther(STORAGE.replace("S3", "Garden")));
    await settled(write(OWN));
    assert.equal(told.length, 1);
  });

  it("are not told where it shows in the other file, or is gone", async () => {
    await settled(write(OWN + STORAGE));
    await settled(write(OWN));
    await settled(writeOther(STORAGE.replace("It can be suspended.", "Another text.")));
    await settled(writeOther(STORAGE));
    await settled(writeOther(STORAGE.replace("S3", "Garden")));
    // Only what changed in that file since.
    assert.deepEqual(
      told.map(({ from }) => from),
      [undefined],
    );
  });
});
