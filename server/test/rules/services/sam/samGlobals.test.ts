import { checkRows, type Row } from "../../checkRule.ts";

const CODE = "sam-globals";
const given = (globals: string, properties: string, beside = ""): string => `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {${globals}}
Resources:
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: s}}
  F:
    Type: AWS::Serverless::Function
${beside}    Properties: {${properties}}
`;
const layer = (name: string): string => `"arn:aws:lambda:us-east-1:123456789012:layer:${name}:1"`;
const layers = (names: string): string => `Layers: [${[...names].map(layer).join(", ")}]`;
const LONG = "x".repeat(2500);
const IMAGE = 'ImageUri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1"';

const ROWS: readonly Row[] = [
  [
    CODE,
    "an image with a global runtime",
    given("Runtime: nodejs24.x", `«PackageType»: Image, ${IMAGE}`),
    /Globals give this image Runtime .*add IgnoreGlobals: \[Runtime\]/,
    "error",
  ],
  [
    CODE,
    "a global deployment without an alias",
    given("DeploymentPreference: {Type: AllAtOnce}", "Handler: a.b").replace(
      "    Properties: {H",
      "    «Properties»: {H",
    ),
    /requires AutoPublishAlias/,
    "error",
  ],
  [CODE, "a global deployment", given("DeploymentPreference: {Type: AllAtOnce}", "AutoPublishAlias: live")],
  [CODE, "a global deployment that is off", given("DeploymentPreference: {Enabled: false}", "Handler: a.b")],
  [
    CODE,
    "an image that ignores it",
    given("Runtime: nodejs24.x", `PackageType: Image, ${IMAGE}`, "    IgnoreGlobals: [Runtime]\n"),
  ],
  [
    CODE,
    "an image that ignores all",
    given("Runtime: nodejs24.x", `PackageType: Image, ${IMAGE}`, '    IgnoreGlobals: "*"\n'),
  ],
  [
    CODE,
    "layers that are too many together",
    given(layers("abc"), `«Layers»: [${["d", "e", "f"].map(layer).join(", ")}]`),
    /these 3 layers and those of Globals together: 6/,
    "error",
  ],
  [CODE, "five layers together", given(layers("abc"), layers("de"))],
  [
    CODE,
    "a layer of both",
    given("Layers: [!Ref L]", `Layers: [${layer("a")}, «!Ref L»]`),
    /Globals list this layer/,
    "error",
  ],
  [
    CODE,
    "another version of one",
    given(layers("a"), `Layers: ["«arn:aws:lambda:us-east-1:123456789012:layer:a:2»"]`),
    undefined,
    "error",
  ],
  [
    CODE,
    "two architectures together",
    given("Architectures: [x86_64]", "«Architectures»: [arm64]"),
    /“Architectures needs to be a list with one string”/,
    "error",
  ],
  [
    CODE,
    "an architecture instead of the global one",
    given("Architectures: [x86_64]", "Architectures: [arm64]", "    IgnoreGlobals: [Architectures]\n"),
  ],
  [
    CODE,
    "variables that are too long together",
    given(`Environment: {Variables: {AA: ${LONG}}}`, `Environment: {«Variables»: {BB: ${LONG}}}`),
    /have 5017 characters/,
    "error",
  ],
  [
    CODE,
    "a variable that takes the place of the global one",
    given(`Environment: {Variables: {AA: ${LONG}}}`, `Environment: {Variables: {AA: ${LONG}}}`),
  ],
  [
    CODE,
    "inline code and a global handler in another file",
    given("Runtime: nodejs24.x, Handler: app.handler", '«InlineCode»: "exports.handler = async () => 1"'),
    /the handler, with what Globals say, is index\.handler/,
    "warning",
  ],
  [
    CODE,
    "inline code and a fitting global handler",
    given("Runtime: nodejs24.x, Handler: index.handler", 'InlineCode: "exports.handler = async () => 1"'),
  ],
  [
    CODE,
    "inline code and its own handler in another file",
    given("Runtime: python3.14", 'Handler: «app.handler», InlineCode: "def handler(e, c): return 1"'),
    /index\.handler/,
    "warning",
  ],
  [
    CODE,
    "inline code without the handler",
    given("Runtime: python3.14", 'Handler: «index.main», InlineCode: "def handler(e, c): return 1"'),
    /The inline code has no main/,
    "warning",
  ],
  [
    CODE,
    "inline code for Java",
    given("Runtime: java21", '«InlineCode»: "exports.handler = async () => 1", Handler: index.handler'),
    /Globals give this code the Runtime java21/,
    "error",
  ],
  [
    CODE,
    "a runtime of its own",
    given(
      "Runtime: java21",
      'Runtime: nodejs24.x, InlineCode: "exports.handler = async () => 1", Handler: index.handler',
    ),
  ],
];

const LAMBDA = (more: string): string =>
  `Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs24.x, Handler: a.b, Role: r, Code: {S3Bucket: bbb, S3Key: k}, ${more}}}\n`;

describe("what SAM functions have together with Globals", () => checkRows(ROWS));

describe("limits of functions", () =>
  checkRows([
    [
      "function-package",
      "a layer in two versions",
      LAMBDA(`Layers: [${layer("a")}, "«arn:aws:lambda:us-east-1:123456789012:layer:a:2»"]`),
      /Two different versions of the same layer/,
      "error",
    ],
    ["function-package", "two layers", LAMBDA(layers("ab"))],
    [
      "list-size",
      "six layers",
      LAMBDA(layers("abcdef").replace("Layers", "«Layers»")),
      /“Cannot reference more than 5 layers\.”/,
      "error",
    ],
    [
      "list-size",
      "two global architectures",
      given("«Architectures»: [x86_64, arm64]", "Handler: a.b"),
      /“Architectures needs to be a list/,
      "error",
    ],
    [
      "invalid-format",
      "a global timeout",
      given("Timeout: «1200»", "Handler: a.b"),
      /“at 'timeout' failed to satisfy constraint”/,
      "error",
    ],
    [
      "value-combination",
      "too much global memory",
      given("MemorySize: «20480»", "Handler: a.b"),
      /“'MemorySize' value failed/,
      "error",
    ],
    ["invalid-format", "the longest timeout", given("Timeout: 900", "Handler: a.b")],
    [
      "value-combination",
      "memory of SAM's",
      given("Timeout: 900", "MemorySize: «64»"),
      /“'MemorySize' value failed/,
      "error",
    ],
    [
      "value-combination",
      "a name that is too long",
      given("Timeout: 3", `FunctionName: «${"f".repeat(65)}»`),
      /“Member must have length less than or equal to 64”/,
      "error",
    ],
    ["value-combination", "a name that is not", given("Timeout: 3", `FunctionName: ${"f".repeat(64)}`)],
    [
      "invalid-resolved-value",
      "a global default",
      given("Timeout: «!Ref M»", "Handler: a.b").replace(
        "Globals",
        "Parameters:\n  M: {Type: Number, Default: 1200}\nGlobals",
      ),
      /may evaluate to 1200/,
      "warning",
    ],
    [
      "function-package",
      "inline code for Java",
      given("Timeout: 3", "Runtime: java21, Handler: a.b, «InlineCode»: a"),
      /Node\.js and Python only, not for java21/,
      "error",
    ],
  ]));
