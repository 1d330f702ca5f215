import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { drawn, withSpans } from "../../marked.ts";
import { checkRule, fixed, found } from "../checkRule.ts";

const catalogue = loadCatalogue();

const codes = (text: string): readonly string[] => found(text).map(({ code }) => code);

describe("syntax", () => {
  const table: readonly [name: string, source: string, code: string][] = [
    ["tab", "Resources:\n«\t»A:\n    Type: AWS::SNS::Topic\n", "syntax"],
    [
      "duplicate logical id",
      "Resources:\n  «A»:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n  «A»:\n    Type: AWS::SNS::Topic\n",
      "duplicate-key",
    ],
    [
      "duplicate key in JSON",
      '{"Resources": {"A": {«"Type"»: "AWS::SNS::Topic", «"Type"»: "AWS::SNS::Topic"}}}',
      "duplicate-key",
    ],
  ];
  for (const [name, source, code] of table) it(name, () => checkRule(code, source));

  it("is said in Japanese for what the yaml package reports", () => {
    const broken = [
      "a: b: c\n",
      "a: 'x\n",
      "a: [1, 2\n",
      "a:\n\tb: 1\n",
      "- a\nb: c\n",
      "a: *x\n",
      'a: "\\q"\n',
      "a: @x\n",
      "{a: 1 b: 2}\n",
    ];
    for (const text of broken) {
      const errors = found(
        `Resources:\n  A:\n    Type: AWS::SNS::Topic\nX:\n  ${text.replaceAll("\n", "\n  ")}\n`,
        "ja",
      ).filter(({ code }) => code === "syntax");
      assert.ok(errors.length > 0, text);
      for (const { message } of errors) assert.match(message, /[ぁ-ん]/, text);
    }
  });

  it("faults a half-typed entry alone", () => {
    const text =
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: 'x\n  B:\n    Type: AWS::SNS::Topic\n    DependsOn: A\n";
    const at = text.indexOf("  B:");
    assert.ok(found(text).length > 0);
    for (const { span } of found(text)) assert.ok(span.start < at);
  });
});

describe("settings and comments", () => {
  const text = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Nope\n";

  it("takes severities from the settings", () => {
    assert.equal(found(text, "en", new Map([["unknown-ref", "hint"]]))[0]?.severity, "hint");
    assert.deepEqual(found(text, "en", new Map([["unknown-ref", "off"]])), []);
  });

  const silent: readonly [name: string, text: string][] = [
    ["line", text.replace("Nope", "Nope # cfn-notes-disable-line unknown-ref")],
    ["line, all codes, with a reason", text.replace("Nope", "Nope # cfn-notes-disable-line -- made elsewhere")],
    [
      "next line",
      text.replace("      Topic", "      # cfn-notes-disable-next-line unknown-ref, null-value\n      Topic"),
    ],
    ["file", `# cfn-notes-disable-file unknown-ref\n${text}`],
    ["Metadata of the template", `Metadata:\n  cfn-notes:\n    disable: [unknown-ref]\n${text}`],
    [
      "Metadata of the resource",
      text.replace("    Prop", "    Metadata: { cfn-notes: { disable: [unknown-ref] } }\n    Prop"),
    ],
    ["cfn-lint in the template", `Metadata:\n  cfn-lint:\n    config:\n      ignore_checks: [E1020]\n${text}`],
    [
      "cfn-lint in the resource",
      text.replace(
        "    Prop",
        "    Metadata:\n      cfn-lint:\n        config:\n          ignore_checks: [E1]\n    Prop",
      ),
    ],
  ];
  for (const [name, source] of silent) it(`is silenced: ${name}`, () => assert.deepEqual(codes(source), []));

  it("is not silenced by another code or line", () => {
    assert.deepEqual(codes(text.replace("Nope", "Nope # cfn-notes-disable-line null-value")), ["unknown-ref"]);
    assert.deepEqual(codes(`# cfn-notes-disable-line\n${text}`), ["unknown-ref"]);
  });

  it("honours ids of cfn-lint from outside", () => {
    assert.deepEqual(found(text, "en", new Map(), ["E1020"]), []);
    assert.equal(found(text, "en", new Map(), ["W1020"]).length, 1);
  });
});

describe("fixes", () => {
  const table: readonly [code: string, name: string, before: string, after: string][] = [
    [
      "unknown-ref",
      "misspelt name",
      "Parameters:\n  Name:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 'x-${Nam}' # why\n",
      "Parameters:\n  Name:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 'x-${Name}' # why\n",
    ],
    [
      "unknown-ref",
      "kept as text",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 'x-${HOME_FOLDER}'\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 'x-${!HOME_FOLDER}'\n",
    ],
    [
      "unknown-property",
      "in JSON",
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicNam": "x"}}}}',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "x"}}}}',
    ],
    [
      "missing-sub",
      "YAML",
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: "x-${AWS::Region}"\n',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub "x-${AWS::Region}"\n',
    ],
    [
      "missing-sub",
      "JSON",
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "${AWS::Region}"}}}}',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::Sub": "${AWS::Region}"}}}}}',
    ],
    [
      "needless-sub",
      "short form",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub alarms # c\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: alarms # c\n",
    ],
    [
      "unknown-action",
      "an operation of the API",
      "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: s3:ListObject\n            Resource: '*'\n",
      "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: s3:ListBucket\n            Resource: '*'\n",
    ],
    [
      "unknown-function",
      "half a tag",
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Fn::Sub "x-${AWS::Region}"\n',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub "x-${AWS::Region}"\n',
    ],
    [
      "unknown-function",
      "Fn::Ref",
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::Ref": "AWS::StackName"}}}}}',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "AWS::StackName"}}}}}',
    ],
    [
      "redundant-depends-on",
      "one of several in brackets",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n    DependsOn: [A, B]\n    Properties:\n      TopicName: !GetAtt A.TopicName\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n    DependsOn: [B]\n    Properties:\n      TopicName: !GetAtt A.TopicName\n",
    ],
    [
      "redundant-depends-on",
      "all that are listed",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n    DependsOn:\n      - A\n    Properties:\n      TopicName: !GetAtt A.TopicName\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !GetAtt A.TopicName\n",
    ],
    [
      "redundant-depends-on",
      "in JSON",
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}, "C": {"Type": "AWS::SNS::Topic", "DependsOn": "A", "Properties": {"TopicName": {"Fn::GetAtt": ["A", "TopicName"]}}}}}',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}, "C": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::GetAtt": ["A", "TopicName"]}}}}}',
    ],
    [
      "unused-parameter",
      "one of several",
      "Parameters:\n  Name:\n    Type: String\n    Default: x # why\n  Used:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Used\n",
      "Parameters:\n  Used:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Used\n",
    ],
    [
      "unused-parameter",
      "with its label and its place in the interface",
      "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [Used, Name]\n    ParameterLabels:\n      Name:\n        default: N\n      Used:\n        default: U\nParameters:\n  Name:\n    Type: String\n  Used:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Used\n",
      "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [Used]\n    ParameterLabels:\n      Used:\n        default: U\nParameters:\n  Used:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Used\n",
    ],
    [
      "unused-parameter",
      "one of several in JSON",
      '{\n  "Parameters": {\n    "Used": {"Type": "String"},\n    "Name": {"Type": "String"}\n  },\n  "Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Used"}}}}\n}',
      '{\n  "Parameters": {\n    "Used": {"Type": "String"}\n  },\n  "Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Used"}}}}\n}',
    ],
    [
      "unused-condition",
      "with its section in JSON",
      '{"Conditions": {"C": {"Fn::Equals": [{"Ref": "AWS::Region"}, "a"]}}, "Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
    ],
    [
      "unknown-interface-parameter",
      "a group and a label",
      "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters:\n          - Bucket\n          - Zzz\nParameters:\n  Bucket:\n    Type: String\nResources: {}\n",
      "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters:\n          - Bucket\nParameters:\n  Bucket:\n    Type: String\nResources: {}\n",
    ],
    [
      "redundant-depends-on",
      "one of a list between brackets",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: [B, T]\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n  T:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: [T]\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n  T:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "unknown-function",
      "half tag, half long name",
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Fn::Sub "${AWS::Region}"\n',
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub "${AWS::Region}"\n',
    ],
    [
      "unknown-function",
      "Ref with the others' beginning",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName:\n        Fn::Ref: AWS::Region\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName:\n        Ref: AWS::Region\n",
    ],
    [
      "unused-mapping",
      "with its section",
      "Mappings:\n  M:\n    a:\n      b: c\nResources:\n  A:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "unused-condition",
      "with its section",
      "Conditions:\n  C: !Equals [!Ref AWS::Region, a]\nResources:\n  A:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "redundant-depends-on",
      "alone",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: B\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n",
    ],
    [
      "redundant-depends-on",
      "one of a list",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn:\n      - B\n      - T\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n  T:\n    Type: AWS::SNS::Topic\n",
      "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn:\n      - T\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n  T:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "both-policies",
      "YAML with a comment",
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain # keep\n    Properties: {}\n",
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain # keep\n    UpdateReplacePolicy: Retain\n    Properties: {}\n",
    ],
    [
      "both-policies",
      "JSON",
      '{"Resources": {"B": {\n  "Type": "AWS::S3::Bucket",\n  "DeletionPolicy": "Retain"\n}}}',
      '{"Resources": {"B": {\n  "Type": "AWS::S3::Bucket",\n  "DeletionPolicy": "Retain",\n  "UpdateReplacePolicy": "Retain"\n}}}',
    ],
    [
      "lambda-runtime",
      "successor",
      "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: {ZipFile: x}\n      Role: x\n      Runtime: 'nodejs12.x'\n",
      "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: {ZipFile: x}\n      Role: x\n      Runtime: 'nodejs24.x'\n",
    ],
    [
      "init-file-mode",
      "quoted",
      "Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          files:\n            /a: {mode: 644}\n",
      'Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          files:\n            /a: {mode: "000644"}\n',
    ],
    [
      "missing-property",
      "behind the last key",
      "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupName: x # c\n",
      'Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupName: x # c\n      GroupDescription: ""\n',
    ],
  ];
  for (const [code, name, before, after] of table) {
    it(`${code}: ${name}`, () => {
      assert.equal(fixed(code, before), after);
      assert.deepEqual(parse(after).errors, []);
    });
  }
});

describe("services by the calendar", () => {
  const text = "Resources:\n  A:\n    Type: AWS::AppMesh::Mesh\n";
  const on = (today: string, language: "en" | "ja" = "en") =>
    diagnostics(parse(text), {
      rules: RULES,
      catalogue,
      language,
      today,
      severities: new Map(),
      bootstrapGraph,
    }).filter(({ code }) => code === "service-lifecycle");

  it("warns with the date before the end, and faults after it", () => {
    const [before] = on("2026-09-30");
    assert.equal(before?.severity, "warning");
    assert.match(before?.message ?? "", /ends on 2026-09-30\. .*2024-09-24\. Use ECS Service Connect/);
    const [after] = on("2026-10-01");
    assert.equal(after?.severity, "error");
    assert.match(after?.message ?? "", /shut the service of \S+ down \(2026-09-30\)/);
  });

  it("says it in Japanese without English words between", () => {
    assert.match(
      on("2026-10-01", "ja")[0]?.message ?? "",
      /代わりにECS Service ConnectかVPC Latticeを使ってください。$/,
    );
  });
});

describe("fixes that are not made", () => {
  it("unused-parameter: one that Metadata speaks of in words of its own", () => {
    const [finding] = found(
      "Metadata:\n  About: The Name of it\nParameters:\n  Name:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n",
    ).filter(({ code }) => code === "unused-parameter");
    assert.ok(finding);
    assert.equal(finding.fix, undefined);
  });
});

describe("fixes that are made alone", () => {
  const waits = (comment: string): string =>
    `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn:\n      - B${comment}\n      - T\n    Properties:\n      Bucket: !Ref B\n      PolicyDocument: {}\n  B:\n    Type: AWS::S3::Bucket\n  T:\n    Type: AWS::SNS::Topic\n`;
  const isSafe = (text: string): boolean | undefined =>
    found(text).find(({ code }) => code === "redundant-depends-on")?.fix?.safe;

  it("take a comment away that somebody wrote on the line", () => {
    assert.equal(isSafe(waits(" # needed")), false);
    assert.equal(isSafe(waits("")), true);
  });
});

describe("checking again", () => {
  const context = {
    rules: RULES,
    catalogue,
    language: "en",
    today: "2026-11-24",
    severities: new Map(),
    bootstrapGraph,
  } as const;
  const { text } = withSpans(
    "Parameters:\n  Name:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Nam\n  B:\n    Type: AWS::SNS::Topic\n    DependsOn: A\n    Properties:\n      DisplayName: !Ref A\n",
  );

  const edits: readonly [name: string, from: string, to: string][] = [
    ["a value", "!Ref Nam", "!Ref Name"],
    ["a declaration", "  Name:", "  Nam:"],
    ["lines above", "Parameters:", "# x\n# y\nParameters:"],
    ["a type", "AWS::SNS::Topic", "AWS::SNS::Topix"],
    ["a broken line", "DependsOn: A", "DependsOn: 'A"],
  ];
  for (const [name, from, to] of edits) {
    it(`finds the same as from scratch after an edit: ${name}`, () => {
      const first = parse(text);
      diagnostics(first, context);
      const edited = text.replace(from, to);
      const after = diagnostics(parse(edited, first), context);
      const fresh = diagnostics(parse(edited), context);
      const shown = (all: typeof after): readonly string[] =>
        all.map(({ code, span, message }) => `${drawn(edited, [span])} ${code} ${message}`);
      assert.deepEqual(shown(after), shown(fresh));
    });
  }
});
