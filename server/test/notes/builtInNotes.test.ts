import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import type { NoteLanguage } from "../../src/notes/reading/note.ts";
import { notedTopics, topics } from "../../src/notes/topics/all.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { builtInSections } from "./builtInText.ts";

const catalogue = loadCatalogue();
const LANGUAGES = ["en", "ja"] as const;

describe("built-in notes", () => {
  for (const language of LANGUAGES) {
    const all = builtInSections(language);
    const ids = all.flatMap((section) => section.ids);

    describe(language, () => {
      it("have a title", () => {
        for (const file of readdirSync(`notes/${language}`)) {
          const text = readFileSync(`notes/${language}/${file}`, "utf8");
          assert.match(text, /^---\ntitle: \S.*\n---\n/, file);
          assert.doesNotMatch(text, /\r|\t| +$/m, `${file}: tabs, CR or trailing spaces`);
        }
      });

      it("name topics that exist", () => {
        const known = new Set(topics.map((topic) => `@${topic.id}`));
        assert.deepEqual(
          ids.filter((id) => !known.has(id)),
          [],
        );
      });

      it("cover each topic once", () => {
        const wanted = notedTopics.map((topic) => `@${topic.id}`);
        const missing = wanted.filter((id) => !ids.includes(id));
        assert.deepEqual(missing, [], `No heading of notes/${language} has the marker of: ${missing.join(", ")}`);
        assert.deepEqual([...ids].sort(), wanted.sort());
      });

      it("say something under every heading", () => {
        all.forEach((section, index) => {
          const next = all[index + 1];
          const groups = next !== undefined && next.file === section.file && next.level > section.level;
          if (section.ids.length > 0 || !groups)
            assert.ok(section.body.length > 40, `${section.file}: too little is below “${section.heading}”`);
        });
      });

      it("stay short enough for a hover", () => {
        for (const { file, heading, body } of all) assert.ok(body.split("\n").length <= 40, `${file}: ${heading}`);
      });

      it("mark every section with text", () => {
        for (const { file, heading, body, ids: own } of all)
          assert.ok(body === "" || own.length > 0, `${file}: ${heading} has no topic`);
      });
    });
  }

  it("name their sources in one form, the same in both languages", () => {
    const SOURCES =
      /^<!-- sources: https:\/\/docs\.aws\.amazon\.com\/\S+(?:, https:\/\/docs\.aws\.amazon\.com\/\S+)*(?:; checked \d{4}-\d\d-\d\d)? -->$/;
    const sourcesOf = (language: string): readonly string[] =>
      readdirSync(`notes/${language}`).flatMap((file) => {
        const lines = readFileSync(`notes/${language}/${file}`, "utf8").split("\n");
        return lines.flatMap((line, index) =>
          line.startsWith("<!-- sources") ? [`${file} ${lines[index - 1]} ${line}`] : [],
        );
      });
    const found = sourcesOf("en");
    assert.ok(found.length >= 30, String(found.length));
    for (const one of found) {
      const [, marker = "", sources = ""] = /^\S+ (<!-- cfn: .*? -->) (.*)$/.exec(one) ?? [];
      assert.match(marker, /@/, one);
      assert.match(sources, SOURCES, one);
    }
    assert.deepEqual(sourcesOf("ja"), found);
  });

  it("are parallel in both languages", () => {
    const outline = (language: NoteLanguage): readonly string[] =>
      builtInSections(language).map(({ file, level, ids }) => `${file.slice(3)} ${level} ${ids.join(" ")}`);
    assert.deepEqual(outline("ja"), outline("en"));
  });

  it("show YAML that parses, with types that exist", () => {
    const blocks = LANGUAGES.flatMap(builtInSections).flatMap(({ file, heading, body }) =>
      [...body.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml = ""]) => ({ where: `${file}: ${heading}`, yaml })),
    );
    assert.ok(blocks.length > 60);
    for (const { where, yaml } of blocks) {
      const document = parseDocument(yaml, { logLevel: "silent" });
      assert.deepEqual(
        document.errors.map((error) => error.message),
        [],
        where,
      );
      for (const [, type = ""] of yaml.matchAll(/Type: (AWS::[A-Z]\w+::\w+)$/gm))
        assert.ok(
          catalogue.resourceType(type) ?? catalogue.parameterTypes.find(({ name }) => name === type),
          `${where}: ${type}`,
        );
    }
  });

  it("show the same code in both languages, comments aside", () => {
    const code = (language: NoteLanguage): readonly string[] =>
      builtInSections(language).map(({ file, ids, body }) => {
        const blocks = body.match(/^```[\s\S]*?^```/gm) ?? [];
        return `${file.slice(3)} ${ids.join(" ")}\n${blocks.join("\n").replace(/ +# .*/g, "")}`;
      });
    assert.deepEqual(code("ja"), code("en"));
  });
});
