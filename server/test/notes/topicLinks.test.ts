import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { topics } from "../../src/notes/topics/all.ts";

/** Where rules and snippets name the topic that explains them. */
const SOURCES = [
  { folder: "server/src/rules", pattern: /\btopic: "([^"]*)"/g },
  { folder: "snippets", pattern: /"topic": "([^"]*)"/g },
] as const;

describe("topics that are linked to", () => {
  const known = new Set(topics.map((topic) => topic.id));
  for (const { folder, pattern } of SOURCES)
    it(`from ${folder} exist`, () => {
      const links = readdirSync(folder).flatMap((file) =>
        [...readFileSync(`${folder}/${file}`, "utf8").matchAll(pattern)].map(([, id = ""]) => ({ file, id })),
      );
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.filter(({ id }) => !known.has(id)),
        [],
      );
    });
});
