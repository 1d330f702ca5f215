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
    write = (text) => {
      words.remember(uri);
      index.set({ uri, text, builtIn: false, language: "en" });
      return words.tellSoon();
    };
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
});
