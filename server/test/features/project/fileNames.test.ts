import assert from "node:assert/strict";
import { functionLine } from "../../../src/features/fileNames/functionLine.ts";
import { fileNameAt, fileNames } from "../../../src/features/project/fileNames.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { drawn, withSpans } from "../../marked.ts";
import { asJson } from "../asJson.ts";

/** The values that name files are drawn as `«…»`; `paths` are what each may mean, the likeliest first. */
function check(source: string, paths: readonly string[]): void {
  const { text } = withSpans(source);
  const template = parse(text);
  const found = fileNames(template);
  assert.equal(drawn(text, found), source);
  assert.deepEqual(
    found.toSorted((a, b) => a.start - b.start).map((one) => one.paths.join(" ")),
    paths,
  );
  for (const one of found) assert.deepEqual(fileNameAt(template, one.start), one);
}

const resource = (type: string, properties: string, rest = ""): string =>
  `Resources:\n  A:\n    Type: ${type}\n    Properties: {${properties}}\n${rest}`;
const lambda = (properties: string): string => resource("AWS::Lambda::Function", properties);
const sam = (properties: string, globals = ""): string =>
  `Transform: AWS::Serverless-2016-10-31\n${globals}${resource("AWS::Serverless::Function", properties)}`;
const NODE = (stem: string): string =>
  ["js", "mjs", "cjs", "ts", "mts"].map((extension) => `${stem}.${extension}`).join(" ");

const table: readonly [name: string, source: string, ...paths: string[]][] = [
  ["a nested stack", resource("AWS::CloudFormation::Stack", "TemplateURL: «./a/b.yaml»"), "./a/b.yaml"],
  ["a nested stack in quotes", resource("AWS::CloudFormation::Stack", "TemplateURL: '«../b.yaml»'"), "../b.yaml"],
  ["a URL", resource("AWS::CloudFormation::Stack", "TemplateURL: https://a/b.yaml")],
  ["a path that is filled in", resource("AWS::CloudFormation::Stack", "TemplateURL: !Sub '${A}/b.yaml'")],
  ["an absolute path", resource("AWS::CloudFormation::Stack", "TemplateURL: /a/b.yaml")],
  ["a drive", resource("AWS::CloudFormation::Stack", 'TemplateURL: "C:\\\\a.yaml"')],
  ["another machine", resource("AWS::CloudFormation::Stack", "TemplateURL: '\\\\host\\a.yaml'")],
  [
    "both branches",
    resource("AWS::CloudFormation::Stack", "TemplateURL: !If [C, «a.yaml», «b.yaml»]"),
    "a.yaml",
    "b.yaml",
  ],
  ["a SAM application", resource("AWS::Serverless::Application", "Location: «app.yaml»"), "app.yaml"],
  ["one of the repository", resource("AWS::Serverless::Application", "Location: {ApplicationId: a}")],
  ["an API's definition", resource("AWS::Serverless::Api", "DefinitionUri: «api.yaml»"), "api.yaml"],
  ["a state machine of SAM", resource("AWS::Serverless::StateMachine", "DefinitionUri: «s.asl.json»"), "s.asl.json"],
  ["a state machine", resource("AWS::StepFunctions::StateMachine", "DefinitionS3Location: «s.json»"), "s.json"],
  ["its place in S3", resource("AWS::StepFunctions::StateMachine", "DefinitionS3Location: {Bucket: a, Key: b}")],
  ["an API's body", resource("AWS::ApiGateway::RestApi", "BodyS3Location: «api.json»"), "api.json"],
  ["a layer", resource("AWS::Serverless::LayerVersion", "ContentUri: «layer.zip»"), "layer.zip"],
  ["a script of Glue", resource("AWS::Glue::Job", "Command: {ScriptLocation: «job.py»}"), "job.py"],
  ["a schema of AppSync", resource("AWS::AppSync::GraphQLSchema", "DefinitionS3Location: «a.graphql»"), "a.graphql"],
  ["the same words elsewhere", resource("AWS::S3::Bucket", "TemplateURL: a.yaml, Location: b.yaml")],
  [
    "an include",
    resource("AWS::S3::Bucket", "Tags: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: «tags.yaml»}}}"),
    "tags.yaml",
  ],
  [
    "an include right in a section",
    "Resources:\n  Fn::Transform:\n    Name: AWS::Include\n    Parameters:\n      Location: «more.yaml»\n",
    "more.yaml",
  ],
  [
    "an include of the whole",
    `Transform:\n  Name: AWS::Include\n  Parameters:\n    Location: «all.yaml»\n${resource("AWS::SNS::Topic", "")}`,
    "all.yaml",
  ],
  [
    "an include in a list",
    `Transform:\n  - Name: AWS::Include\n    Parameters: {Location: «all.yaml»}\n${resource("AWS::SNS::Topic", "")}`,
    "all.yaml",
  ],
  [
    "another macro",
    resource("AWS::S3::Bucket", "Tags: {Fn::Transform: {Name: Mine, Parameters: {Location: tags.yaml}}}"),
  ],
  [
    "a handler of Node.js",
    lambda("Runtime: nodejs24.x, Handler: «src/app.run», Code: «lambda/»"),
    NODE("lambda/src/app"),
    `lambda/ ${NODE("lambda/src/app")}`,
  ],
  [
    "a handler of Python",
    lambda("Runtime: python3.14, Handler: «pkg.mod.run», Code: «.»"),
    "pkg/mod.py",
    ". pkg/mod.py",
  ],
  ["a handler with a folder", sam("Runtime: python3.14, Handler: «a/b.run», CodeUri: «c/»"), "c/a/b.py", "c/ c/a/b.py"],
  [
    "a handler of Ruby",
    sam("Runtime: ruby3.4, Handler: «app.A::B.run», CodeUri: «x.zip»"),
    "x.zip/app.rb",
    "x.zip x.zip/app.rb",
  ],
  ["a handler of Java", sam("Runtime: java25, Handler: 'a.B::run', CodeUri: «a.jar»"), "a.jar"],
  ["a handler that names no function", sam("Runtime: nodejs24.x, Handler: app, CodeUri: «src»"), "src"],
  [
    "an unknown language",
    sam("Handler: «app.run», CodeUri: «.»"),
    `${NODE("app")} app.py app.rb`,
    `. ${NODE("app")} app.py app.rb`,
  ],
  ["code without a place is beside the template", sam("Runtime: python3.14, Handler: «app.run»"), "app.py"],
  ["inline code", sam("Runtime: python3.14, Handler: index.run, InlineCode: a")],
  ["inline code of Lambda", lambda("Runtime: python3.14, Handler: index.run, Code: {ZipFile: a}")],
  [
    "what Globals says",
    sam("Handler: «app.run»", "Globals:\n  Function:\n    Runtime: python3.14\n    CodeUri: «src/»\n"),
    "src/",
    "src/app.py",
  ],
  [
    "code in S3 for all functions",
    sam("Handler: app.run", "Globals:\n  Function:\n    Runtime: python3.14\n    CodeUri: s3://a/b\n"),
  ],
  [
    "a handler in Globals",
    sam("CodeUri: «one»", "Globals:\n  Function: {Runtime: python3.14, Handler: app.run}\n"),
    "one one/app.py",
  ],
];

describe("the line of a handler's function", () => {
  const lines: readonly [name: string, text: string, line: number][] = [
    ["Python", "import os\n\ndef run(event, context):\n    pass\n", 2],
    ["Python, assigned", "def other(): pass\nrun = wrapped(other)\n", 1],
    ["Ruby", "module A\n  def self.run(event:, context:)\n", 1],
    ["CommonJS", "const a = run;\nexports.run = async (event) => {};\n", 1],
    ["CommonJS by module", "\nmodule.exports.run = () => {};\n", 1],
    ["an exported function", "// run\nexport async function run(event) {}\n", 1],
    ["an exported constant", "\r\nexport const run: Handler = async () => {};\r\n", 1],
    ["another function of the same beginning", "def runner(): pass\ndef run(): pass\n", 1],
    ["a comparison", "run == 1\ndef run(): pass\n", 1],
    ["none", "export { run } from './other';\n", 0],
    ["an empty file", "", 0],
  ];
  for (const [name, text, line] of lines) it(name, () => assert.equal(functionLine(text, "run"), line));
});

describe("names of files", () => {
  for (const [name, source, ...paths] of table) it(name, () => check(source, paths));

  it("in JSON", () => {
    const { text } = withSpans(asJson(lambda("Runtime: python3.14, Handler: src/app.run, Code: lambda")));
    assert.deepEqual(
      fileNames(parse(text)).map(({ paths, start, end }) => [text.slice(start, end), ...paths]),
      [
        ["lambda", "lambda", "lambda/src/app.py"],
        ["src/app.run", "lambda/src/app.py"],
      ],
    );
  });
});
