import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { notedTopics, notedTopicsByFile } from "../../../src/notes/topics/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { type BuiltInSection, builtInPairs, builtInSections } from "./builtInText.ts";

const catalogue = loadCatalogue();
const LANGUAGES = ["en", "ja"] as const;

const pairs = builtInPairs();

describe("built-in notes", () => {
  for (const language of LANGUAGES) {
    const all = builtInSections(language);

    describe(language, () => {
      it("have a title", () => {
        for (const file of readdirSync(`notes/${language}`)) {
          const text = readFileSync(`notes/${language}/${file}`, "utf8");
          assert.match(text, /^---\ntitle: \S.*\n---\n/, file);
          assert.doesNotMatch(text, /\r|\t| +$/m, `${file}: tabs, CR or trailing spaces`);
        }
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

  it("cover each topic once", () => {
    const wanted = notedTopics.map((topic) => `@${topic.id}`);
    const ids = pairs.flatMap(({ en }) => en.ids);
    for (const { en } of pairs)
      for (const id of en.ids)
        assert.ok(wanted.includes(id), `notes/${en.file}:${en.line}: ${id} is no topic of server/data/topics`);
    const missing = wanted.filter((id) => !ids.includes(id));
    assert.deepEqual(missing, [], `No heading of notes/en has the marker of: ${missing.join(", ")}`);
    assert.deepEqual([...ids].sort(), wanted.sort());
  });

  it("have their topics in the file of the same name", () => {
    const homes = new Map([...notedTopicsByFile].flatMap(([file, topics]) => topics.map(({ id }) => [`@${id}`, file])));
    const elsewhere = pairs.flatMap(({ en }) =>
      en.ids
        .filter((id) => en.file !== `en/${homes.get(id)}.md`)
        .map((id) => `notes/${en.file}:${en.line}: ${id} is in server/data/topics/${homes.get(id)}.yaml`),
    );
    assert.deepEqual(elsewhere, []);
  });

  it("name their sources in one form, the same in both languages", () => {
    const SOURCES =
      /^<!-- sources: https:\/\/docs\.aws\.amazon\.com\/\S+(?:, https:\/\/docs\.aws\.amazon\.com\/\S+)*(?:; checked \d{4}-\d\d-\d\d)? -->$/;
    const lines = readdirSync("notes/en").flatMap((file) => {
      const text = readFileSync(`notes/en/${file}`, "utf8");
      return [...text.matchAll(/(.*)\n(<!-- sources.*)/g)].map(([, above, sources]) => ({ file, above, sources }));
    });
    assert.ok(lines.length >= 30, String(lines.length));
    for (const { file, above = "", sources = "" } of lines) {
      assert.match(above, /^<!-- cfn: .*@.* -->$/, `${file}: ${sources}`);
      assert.match(sources, SOURCES, file);
    }
    for (const { en, ja } of pairs)
      assert.deepEqual(ja.sources, en.sources, `notes/${ja.file}:${ja.line}: its sources`);
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
    const code = ({ body }: BuiltInSection): string =>
      (body.match(/^```[\s\S]*?^```/gm) ?? []).join("\n").replace(/ +# .*/g, "");
    for (const { en, ja } of pairs) assert.equal(code(ja), code(en), `notes/${ja.file}:${ja.line}: its examples`);
  });
});
