import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { runToEnd } from "../../src/features/diagnostics.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { plainCheck } from "../../src/lsp/views/studyViews.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { difference, drill } from "../../src/study/drill/drill.ts";
import { templateCards } from "../../src/study/templateCards.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

const service = createLanguageService({ catalogue: catalogueData(), snippets: [] });
const check = plainCheck(service, "en", "2026-11-26");

describe("fault drills", () => {
  for (const file of ["examples/web-server.yaml", "examples/bootstrap-mistakes.yaml"]) {
    it(`put exactly one fault into ${file}`, () => {
      const text = readFileSync(file, "utf8");
      const codes = new Set<string>();
      for (let seed = 0; seed < 25; seed++) {
        const made = runToEnd(drill(text, check, { seed }));
        assert.ok(made, `No drill for ${seed}.`);
        const { added, gone } = difference(runToEnd(check(text)), runToEnd(check(made.text)));
        assert.deepEqual(
          added.map(({ code }) => code),
          [made.finding.code],
        );
        assert.deepEqual(gone, []);
        codes.add(made.finding.code);
      }
      assert.ok(codes.size >= 5, [...codes].join());
    });
  }

  it("make none of a text without a place for a fault", () =>
    assert.equal(runToEnd(drill("Resources: {}\n", check, { seed: 1 })), undefined));
  it("make the same for the same seed", () => {
    const text = readFileSync("examples/web-server.yaml", "utf8");
    assert.equal(runToEnd(drill(text, check, { seed: 3 }))?.text, runToEnd(drill(text, check, { seed: 3 }))?.text);
  });
});

describe("cards of a template", () => {
  it("ask what our rules answer", () => {
    const template = parse(readFileSync("examples/web-server.yaml", "utf8"));
    const cards = runToEnd(templateCards(template, "file:///web.yaml", service.catalogue, check, "en"));
    const decisions = cards.filter(({ kind }) => kind === "template");
    assert.ok(
      decisions.length > 0 && decisions.every(({ front, back }) => front.endsWith("?") && back.length > 20),
      JSON.stringify(cards),
    );
  });
});
