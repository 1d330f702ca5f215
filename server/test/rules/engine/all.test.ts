import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { topics } from "../../../src/notes/topics/all.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { didYouMean } from "../../../src/text/didYouMean.ts";
import { nearest } from "../../../src/text/nearest.ts";
import { describedRules } from "./describedRules.ts";

describe("all rules", () => {
  it("have codes of their own, in kebab case", () => {
    const codes = RULES.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/);
  });

  it("name topics that exist", async () => {
    // Of some the topic is that of the resource's service.
    const ids = new Set([...topics.map(({ id }) => id), "of-service"]);
    const wrong = (await describedRules()).filter(({ topic }) => topic !== undefined && !ids.has(topic));
    assert.deepEqual(
      wrong.map(
        ({ page, topic = "" }) =>
          `${page}: no topic ${topic}.${didYouMean(nearest(topic, ids)).en} See server/data/topics.`,
      ),
      [],
    );
  });

  it("name AWS's pages that they are based on, or the topic of a note that does", async () => {
    const wrong = (await describedRules()).filter(({ topic, sources }) => topic === undefined && sources.length === 0);
    assert.deepEqual(
      wrong.map(({ page }) => `${page}: add “topic” or “sources” to what stands on top`),
      [],
    );
  });

  it("name topics of services that exist", () => {
    const ids = new Set(topics.map(({ id }) => id));
    const ofServices: Record<string, string> = parse(readFileSync("server/data/errorTopics.yaml", "utf8"));
    const wrong = Object.values(ofServices).filter((id) => !ids.has(id));
    assert.deepEqual(wrong, []);
  });

  for (const [name, script] of [
    ["are on the rules page and in the setting", "scripts/rulesPage.mjs"],
    ["are on the page of messages, with all other texts", "scripts/messagesPage.mjs"],
  ] as const)
    it(name, () => {
      const run = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
      assert.equal(run.status, 0, run.stderr);
    });
});
