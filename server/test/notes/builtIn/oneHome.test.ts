import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { SNAPSHOT_TYPES } from "../../../src/catalogue/language/attributePolicies.ts";
import { overtakenIn } from "../../../src/notes/overtaken/overtakenIn.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { COMPARISONS } from "../../../src/study/comparisons/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInSections } from "./builtInText.ts";

const catalogue = loadCatalogue();
const LANGUAGES: readonly NoteLanguage[] = ["en", "ja"];

describe("what is said at several places is the same at all of them", () => {
  it("comparisons say nothing that AWS has overtaken", () => {
    const wrong = COMPARISONS().flatMap(({ id, rows }) =>
      rows
        .flatMap(({ cells }) => cells.flatMap(({ en, ja }) => [en, ja]))
        .flatMap((text) => overtakenIn(text).map((fact) => `${id}: ${fact.id}: ${text}`)),
    );
    assert.deepEqual(wrong, []);
  });

  it("a default of Fn::FindInMap needs no transform, as the rule has it", () => {
    const texts = LANGUAGES.flatMap((language) => builtInSections(language).map(({ body }) => body));
    const wrong = texts
      .flatMap((text) => text.split("\n"))
      .filter((line) => /FindInMap/.test(line) && /LanguageExtensions/.test(line) && /default|デフォルト/iu.test(line));
    assert.deepEqual(wrong, []);
  });

  it("snippets offer first what the note prefers", () => {
    const snippets = readdirSync("snippets")
      .map((name) => readFileSync(`snippets/${name}`, "utf8"))
      .join("\n");
    const choices = [...snippets.matchAll(/DeletionPolicy: \$\{\d\|([\w,]+)\|\}/g)].map(([, list = ""]) =>
      list.split(","),
    );
    assert.ok(choices.length > 0);
    for (const list of choices) assert.ok(list.indexOf("RetainExceptOnCreate") < list.indexOf("Retain"), list.join());
  });

  it("scripts of snippets that run cfn-init end at the first error", () => {
    const scripts = readdirSync("snippets")
      .flatMap((name) =>
        Object.values(
          JSON.parse(readFileSync(`snippets/${name}`, "utf8")) as Record<string, { body: readonly string[] }>,
        ),
      )
      .map(({ body }) => body.join("\n"))
      .filter((body) => /#!\/bin\/bash/.test(body) && /bin\/cfn-init /.test(body));
    assert.ok(scripts.length > 0);
    for (const script of scripts) assert.match(script, /set -e/);
  });

  for (const language of LANGUAGES) {
    const bodies = (topic: string): string =>
      builtInSections(language)
        .filter(({ ids }) => ids.includes(`@${topic}`))
        .map(({ body }) => body)
        .join("\n");
    const typesIn = (text: string): readonly string[] => [...new Set(text.match(/AWS::\w+::\w+/g))].sort();
    const line = (topic: string, held: string): string =>
      bodies(topic)
        .split("\n")
        .find((text) => text.includes(held)) ?? "";

    it(`notes name the types that the catalogue gives a policy (${language})`, () => {
      const withCreationPolicy = catalogue.typeNames.filter((type) =>
        catalogue.resourceBody(type).properties.has("CreationPolicy"),
      );
      assert.deepEqual(typesIn(line("creation-policy", "AWS::AppStream::Fleet")), [...withCreationPolicy].sort());
      assert.deepEqual(typesIn(line("deletion-policy-snapshot", "AWS::EC2::Volume")), [...SNAPSHOT_TYPES].sort());
    });

    it(`examples of replication say what becomes of delete markers (${language})`, () => {
      const examples = builtInSections(language).filter(({ body }) => /^ *ReplicationConfiguration:/m.test(body));
      assert.ok(examples.length > 0);
      for (const { body } of examples) {
        const rules = body.match(/^ +- Status: Enabled$/gm)?.length ?? 0;
        assert.equal(body.match(/^ +Filter:/gm)?.length, rules);
        assert.equal(body.match(/^ +DeleteMarkerReplication:/gm)?.length, rules);
      }
    });
  }

  it("alarms on what EC2 measures every five minutes have no shorter period", () => {
    const texts = [
      ...readdirSync("snippets").map((name) => readFileSync(`snippets/${name}`, "utf8")),
      ...LANGUAGES.flatMap((language) => builtInSections(language).map(({ body }) => body)),
    ];
    const alarms = texts
      .flatMap((text) => text.split(/(?=Type: AWS::CloudWatch::Alarm)/))
      .filter(
        (text) =>
          /MetricName: (?:CPUUtilization|NetworkIn|NetworkOut)\b/.test(text) && /Namespace: AWS\/EC2/.test(text),
      );
    assert.ok(alarms.length > 0);
    for (const alarm of alarms) {
      const period = Number(/Period: (\d+)/.exec(alarm)?.[1]);
      assert.ok(period >= 300, alarm);
    }
  });
});
