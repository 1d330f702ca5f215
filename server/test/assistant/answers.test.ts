import assert from "node:assert/strict";
import { answerTool } from "../../src/assistant/answers.ts";
import { rulesMeant } from "../../src/assistant/rulesMeant.ts";
import { projectDiagnostics } from "../../src/cli/mcp/projectDiagnostics.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

interface Answer {
  readonly problem?: string;
  readonly more?: number;
  readonly findings?: readonly {
    readonly line: number;
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly fix: { readonly edits: readonly object[] } | null;
    readonly fixAfter?: { readonly code: string };
  }[];
}

const data = catalogueData();
/** More parameters than an answer has findings, none of which is used. */
const UNUSED = 120;
const parameters = Array.from({ length: UNUSED }, (_, index) => `  Name${index}:\n    Type: String\n`).join("");

describe("the answer to an assistant that checks a template", () => {
  const ask = async (text: string, service = serviceOf(data.block), longest?: number): Promise<Answer> =>
    answerTool(
      "check_template",
      {},
      {
        service,
        language: "en",
        textOf: async () => ({ file: "a.yaml", text }),
        beforeOf: async () => ({ file: "a.yaml", text }),
        rulesMeant: async () => [],
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

  it("has of two fixes that change the same text the smaller one, and says where the other comes from", async () => {
    const { findings = [] } = await ask(`Resources:
  T:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0123456789abcdef0
        InstanceType: t3.micro
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash -xe
            dnf install -y nginx
            /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource T --region \${AWS::Region}
  G:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy: {ResourceSignal: {Timeout: PT5M}}
    Properties:
      MinSize: "1"
      MaxSize: "1"
      AvailabilityZones: [us-east-1a]
      LaunchTemplate: {LaunchTemplateId: !Ref T, Version: !GetAtt T.LatestVersionNumber}
`);
    const told = findings.filter(({ code }) => /errexit|not-awaited/.test(code));
    assert.deepEqual(
      told.map(({ code, fix, fixAfter }) => [code, fix !== null, fixAfter?.code]),
      [
        ["bootstrap-errexit", false, "bootstrap-signal-not-awaited"],
        ["bootstrap-signal-not-awaited", true, undefined],
      ],
    );
  });

  it("has the edits of a fix, with lines and columns from 1", async () => {
    const { findings = [] } = await ask("Resources:\n  A:\n    Type: AWS::SNS::Topik\n");
    assert.deepEqual(findings[0]?.fix?.edits, [
      { line: 3, column: 11, endLine: 3, endColumn: 26, newText: "AWS::SNS::Topic" },
    ]);
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

function serviceOf(block: (number: number) => string): ReturnType<typeof createLanguageService> {
  return createLanguageService({ catalogue: { ...data, block } });
}

describe("the answer to an assistant that previews a change", () => {
  const TOPIC = (name: string): string =>
    `Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: ${name}}\n`;
  const ask = async (input: Readonly<Record<string, unknown>>): Promise<object> => {
    const service = createLanguageService({ catalogue: data });
    return answerTool("preview_change", input, {
      service,
      language: "en",
      textOf: async ({ text }) => ({ file: "a.yaml", text: String(text) }),
      beforeOf: async () => ({ file: "a.yaml", text: TOPIC("a") }),
      rulesMeant: async () => [],
      diagnosticsOf: async () => [],
    });
  };

  it("says what is replaced, with its line", async () => {
    const { effects, changes, more } = (await ask({ path: "a.yaml", text: TOPIC("b") })) as Readonly<
      Record<string, unknown>
    >;
    assert.deepEqual(
      { effects, changes, more },
      {
        effects: ["replace"],
        changes: [
          {
            section: "Resources",
            severity: "replace",
            message: "T (AWS::SNS::Topic) is replaced; the old one is deleted",
            line: 2,
            column: 3,
            details: [{ message: "TopicName: a → b; replaces", line: 4, column: 18 }],
          },
        ],
        more: 0,
      },
    );
  });

  it("needs something to compare", async () =>
    assert.match(JSON.stringify(await ask({ path: "a.yaml" })), /"problem":/));
});

describe("the answer to an assistant that asks what something means", () => {
  const NOTE = `# Errors

## Error: Export … cannot be deleted
<!-- cfn: @error-export-in-use -->

Change the importing stack first. <!-- trap -->

\`\`\`html
<!-- stays -->
\`\`\`
`;
  const ask = async (input: Readonly<Record<string, unknown>>): Promise<object> => {
    const service = createLanguageService({ catalogue: data });
    service.notes.set({ uri: "file:///errors.md", text: NOTE, language: "en", builtIn: false });
    return answerTool("explain", input, {
      service,
      language: "en",
      textOf: async () => ({ file: "a.yaml", text: "" }),
      beforeOf: async () => ({ file: "a.yaml", text: "" }),
      rulesMeant: async (code) => rulesMeant(code, "en", (one) => `page of ${one}`),
      diagnosticsOf: async () => [],
    });
  };

  it("explains a code and a cfn-lint id by the rule's page", async () => {
    const { rules } = (await ask({ about: "E3012" })) as { readonly rules: readonly { code: string; text: string }[] };
    assert.ok(rules.some(({ code, text }) => code === "wrong-type" && text === "page of wrong-type"));
  });

  it("explains an error message by the note on it, without its markers", async () => {
    const { notes } = (await ask({ about: "Export X cannot be deleted as it is in use" })) as {
      readonly notes: readonly { readonly title: string; readonly text: string }[];
    };
    assert.deepEqual(
      notes.map(({ title, text }) => [title, text]),
      [["Error: Export … cannot be deleted", "Change the importing stack first.\n\n```html\n<!-- stays -->\n```"]],
    );
  });

  it("says where there is nothing", async () => {
    for (const about of ["", 1, "zzzzqqq"]) assert.ok("problem" in (await ask({ about })));
  });
});
