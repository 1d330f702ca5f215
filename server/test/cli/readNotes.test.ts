import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addNotes } from "../../src/cli/readNotes.ts";
import { fullIndex } from "../notes/places/fullIndex.ts";

describe("notes for the command", () => {
  it("are a project's own, and one's own of the folders that are named", async () => {
    const root = mkdtempSync(join(tmpdir(), "cfn-notes-read-"));
    for (const name of ["docs", "mine"]) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, "a.md"), "## OrdersTable\n\nText.\n");
    }
    const notes = fullIndex();
    const given = {
      has: (name: string) => name === "no-built-in",
      texts: () => [join(root, "mine")],
    };
    const project = { settings: { notes: ["docs"], noteTemplates: [] }, root };
    assert.equal(await addNotes(notes, given as never, "en", project as never), undefined);
    const isTeams = new Map(notes.files.map(({ uri, team }) => [uri.split("/").at(-2), team]));
    assert.equal(isTeams.get("docs"), true);
    assert.equal(isTeams.get("mine"), false);
    rmSync(root, { recursive: true });
  });
});
