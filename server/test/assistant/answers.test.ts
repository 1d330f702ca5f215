import assert from "node:assert/strict";
import { answerOf } from "../../src/assistant/answers.ts";
import { projectDiagnostics } from "../../src/cli/mcp/projectDiagnostics.ts";
import { createLanguageService, type LanguageService } from "../../src/languageService.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

interface Answer {
  readonly problem?: string;
  readonly more?: number;
  readonly findings?: readonly {
    readonly line: number;
    readonly severity: string;
    readonly code: string;
    readonly message: string;
  }[];
}

const data = catalogueData();
/** More parameters than an answer has findings, none of which is used. */
const UNUSED = 120;
const parameters = Array.from({ length: UNUSED }, (_, index) => `  Name${index}:\n    Type: String\n`).join("");

describe("the answer to an assistant that checks a template", () => {
  const ask = async (text: string, service = serviceOf(data.block), longest?: number): Promise<Answer> =>
    answerOf(
      "check_template",
      {},
      {
        service,
        language: "en",
        textOf: async () => ({ file: "a.yaml", text }),
        diagnosticsOf: projectDiagnostics(service, "/nowhere", "en", longest),
      },
    );

  it("has so many findings, errors first, each sort in the order of the text, and how many more there are", async () => {
    const wrong = "  A:\n    Type: AWS::SNS::Topik\n  B:\n    Type: AWS::SQS::Kew\n";
    const { findings = [], more } = await ask(`Parameters:\n${parameters}Resources:\n${wrong}`);
    assert.deepEqual([findings.length, more], [100, UNUSED + 2 - 100]);
    assert.deepEqual(
      findings.slice(0, 4).map(({ severity, code, line }) => [severity, code, line]),
      [
        ["error", "unknown-type", 2 * UNUSED + 4],
        ["error", "unknown-type", 2 * UNUSED + 6],
        ["warning", "unused-parameter", 2],
        ["warning", "unused-parameter", 4],
      ],
    );
  });

  it("says that there are no more", async () => {
    const { findings, more } = await ask("Resources:\n  A:\n    Type: AWS::SNS::Topic\n");
    assert.deepEqual([findings, more], [[], 0]);
  });

  it("cuts what a template makes long", async () => {
    const { findings = [] } = await ask(
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Condition: ${"x".repeat(5000)}\n`,
    );
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.message.length, 501);
    assert.match(findings[0]?.message ?? "", /^x{400}.*…$/);
  });

  it("says that a check takes too long", async () => {
    const forever = (): never => {
      for (;;);
    };
    const { problem } = await ask("Resources:\n  A:\n    Type: AWS::SNS::Topic\n", serviceOf(forever), 200);
    assert.equal(problem, "a.yaml takes too long to check.");
  });
});

function serviceOf(block: (number: number) => string): LanguageService {
  return createLanguageService({ catalogue: { ...data, block }, snippets: [] });
}
