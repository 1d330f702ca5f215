import assert from "node:assert/strict";
import { checkText } from "../../../src/cli/check/checkText.ts";
import { beyondBaseline, readBaseline } from "../../../src/features/project/baseline.ts";
import { projectSettings } from "../../../src/features/project/projectFile.ts";
import { decodeSettings } from "../../../src/lsp/host/settings.ts";
import { CODES } from "../../../src/rules/engine/codes.ts";
import { byCurrentCode, FORMER_CODES } from "../../../src/rules/engine/formerCodes.ts";
import { found } from "../checkRule.ts";
import { describedRules } from "./describedRules.ts";

const rules = new Map((await describedRules()).map((rule) => [rule.code, rule]));

describe("former codes", () => {
  for (const [former, today] of FORMER_CODES) {
    const bad = rules.get(today)?.examples.find(({ kind }) => kind === "Bad")?.source ?? "";
    const codes = (text: string, severities?: Parameters<typeof found>[2]): readonly string[] =>
      found(text, "en", severities).map(({ code }) => code);

    describe(`${former} means ${today}`, () => {
      it("which is a rule, as the former one is not", () => {
        assert.ok(codes(bad).includes(today), bad);
        assert.ok(!CODES.has(former));
      });
      it("in the editor's settings", () => {
        const { severities } = decodeSettings({ diagnostics: { rules: { [former]: "off" } } });
        assert.ok(!codes(bad, severities).includes(today));
      });
      it("in the project file", () => {
        const { severities, problems } = projectSettings(`rules:\n  ${former}: off\n`);
        assert.deepEqual(problems, []);
        assert.ok(!codes(bad, severities).includes(today));
      });
      it("in a comment", () => assert.ok(!codes(`# cfn-notes-disable-file ${former}\n${bad}`).includes(today)));
      it("in Metadata", () =>
        assert.ok(!codes(`Metadata: {cfn-notes: {disable: [${former}]}}\n${bad}`).includes(today)));
      it("in a baseline", () => {
        const diagnostics = found(bad).filter(({ code }) => code === today);
        const known = Object.fromEntries(diagnostics.map(({ english }) => [`${former}: ${english}`, 1]));
        const baseline = readBaseline(JSON.stringify({ "a.yaml": known }));
        assert.deepEqual(beyondBaseline({ path: "a.yaml", diagnostics }, baseline ?? {}).diagnostics, []);
      });
      it("for who calls the library", async () => {
        const all = await checkText(bad, { rules: { [former]: "off" } });
        assert.ok(!all.some(({ code }) => code === today));
      });
    });
  }

  it("give way to the code of today", () =>
    assert.deepEqual(
      [...byCurrentCode([...[...FORMER_CODES.values()].map((code) => [code, 1] as const), ["text-value", 2]])],
      [...FORMER_CODES.values()].map((code) => [code, 1]),
    ));
});
