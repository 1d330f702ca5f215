import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { noteIndex } from "../../../src/notes/noteIndex.ts";
import { notedTopics, topics } from "../../../src/notes/topics/all.ts";

/** Where rules and snippets name the topic that explains them. */
const SOURCES = [
  { folder: "server/src/rules", pattern: /\btopic: "([^"]*)"/g },
  { folder: "snippets", pattern: /"topic": "([^"]*)"/g },
] as const;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

describe("topics that are linked to", () => {
  const known = new Set(topics.map((topic) => topic.id));
  for (const { folder, pattern } of SOURCES)
    it(`from ${folder} exist`, () => {
      const links = filesIn(folder).flatMap((file) =>
        [...readFileSync(`${folder}/${file}`, "utf8").matchAll(pattern)].map(([, id = ""]) => ({ file, id })),
      );
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.filter(({ id }) => !known.has(id)),
        [],
      );
    });

  for (const language of ["en", "ja"] as const)
    it(`lead to the same note in ${language} as reading all of them`, () => {
      const index = noteIndex({ topics });
      for (const name of readdirSync(`notes/${language}`)) {
        const text = readFileSync(`notes/${language}/${name}`, "utf8");
        index.set({ uri: `file:///${name}`, text, builtIn: true, language });
      }
      let found = 0;
      for (const { id } of notedTopics) {
        const place = index.whereIs(id);
        const [best] = index.onTopic(id);
        assert.deepEqual(
          { ...place, id: index.note(place?.id ?? "")?.note.id },
          { id: best?.note.id, uri: best?.file.uri, line: best?.note.line, builtIn: true },
          id,
        );
        if (place !== undefined) found++;
      }
      assert.equal(found, notedTopics.length);
    });
});
