import assert from "node:assert/strict";
import { generatedResources, type SamProperties } from "../../src/catalogue/sam/generatedResources.ts";
import type { ObjectType } from "../../src/catalogue/types/catalogue.ts";
import { objectsIn, schemaAt } from "../../src/catalogue/types/schemaAt.ts";
import { loadCatalogue } from "./loadCatalogue.ts";

const catalogue = loadCatalogue();

/** Properties out of plain data. */
function given(data: unknown): SamProperties {
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
  return {
    has: (...path) => at(path) !== undefined,
    text: (...path) => (typeof at(path) === "string" ? (at(path) as string) : undefined),
    keys: (...path) => Object.keys((at(path) as object | undefined) ?? {}),
  };
}

function check(type: string, data: unknown, expected: readonly string[]): void {
  const names = generatedResources(`AWS::Serverless::${type}`, "My", given(data)).map(({ logicalId, exact }) =>
    exact ? logicalId : `${logicalId}…`,
  );
  for (const name of expected) assert.ok(names.includes(name), `${name} in ${names}`);
}

const api = { Type: "Api", Properties: { Path: "/", Method: "get" } };

const GENERATED: readonly (readonly [name: string, type: string, data: unknown, expected: readonly string[]])[] = [
  ["a role", "Function", {}, ["MyRole"]],
  [
    "an alias and a version",
    "Function",
    { AutoPublishAlias: "live" },
    ["MyVersion…", "MyAliaslive", "My.Version", "My.Alias"],
  ],
  ["the implicit API", "Function", { Events: { Get: api } }, ["ServerlessRestApi", "ServerlessRestApiProdStage"]],
  ["the implicit HTTP API", "Function", { Events: { Get: { Type: "HttpApi" } } }, ["ServerlessHttpApi"]],
  ["an event source mapping", "Function", { Events: { Q: { Type: "SQS" } } }, ["MyQ"]],
  [
    "a rule and its permission",
    "Function",
    { Events: { Daily: { Type: "Schedule" } } },
    ["MyDaily", "MyDailyPermission"],
  ],
  ["a stage", "Api", { StageName: "prod" }, ["MyprodStage", "My.Stage", "MyDeployment…"]],
  ["the default stage", "HttpApi", {}, ["MyApiGatewayDefaultStage"]],
  ["a role of a state machine", "StateMachine", {}, ["MyRole"]],
];

describe("SAM", () => {
  for (const [name, ...row] of GENERATED) it(`generates ${name}`, () => check(...row));

  it("generates no role where there is one, no API where one is named, nothing for other types", () => {
    assert.deepEqual(generatedResources("AWS::Serverless::Function", "My", given({ Role: "arn" })), []);
    const named = { Role: "arn", Events: { Get: { Type: "Api", Properties: { RestApiId: "x" } } } };
    assert.ok(
      !generatedResources("AWS::Serverless::Function", "My", given(named)).some(
        ({ logicalId }) => logicalId === "ServerlessRestApi",
      ),
    );
    assert.deepEqual(generatedResources("AWS::S3::Bucket", "My", given({})), []);
  });

  it("takes over what it hands on to CloudFormation", () => {
    const root = catalogue.resourceType("AWS::Serverless::Function")?.properties as ObjectType;
    assert.deepEqual(schemaAt(root, ["MemorySize"])?.type, {
      kind: "number",
      integer: true,
      minimum: 128,
      maximum: 32768,
    });
    assert.match(schemaAt(root, ["MemorySize"])?.property?.documentation ?? "", /memory/);
    assert.equal(schemaAt(root, ["Events", "X", "Properties", "BatchSize"])?.type.kind, "number");
    assert.equal(schemaAt(root, ["Policies", 0, "DynamoDBCrudPolicy", "TableName"])?.property?.required, true);
    assert.equal(schemaAt(root, ["MemorySiz"]), undefined);
  });

  it("tells events apart by their type", () => {
    const root = catalogue.resourceType("AWS::Serverless::Function")?.properties as ObjectType;
    const typed = (type: string) => (path: readonly (string | number)[]) =>
      path.join(".") === "Events.X.Type" ? type : undefined;
    const path = ["Events", "X", "Properties", "Queue"];
    assert.ok(schemaAt(root, path));
    assert.ok(schemaAt(root, path, typed("SQS")));
    assert.equal(schemaAt(root, path, typed("Api")), undefined);
    assert.ok(schemaAt(root, path, typed("Half-typed")));
  });

  it("finds every property that it hands on", () => {
    const lost: string[] = [];
    for (const name of catalogue.typeNames.filter((one) => one.startsWith("AWS::Serverless::"))) {
      const seen = new Set([catalogue.resourceType(name)?.properties as ObjectType]);
      for (const object of seen) {
        for (const property of object.properties.values()) {
          if (property.text?.en.startsWith("Handed on")) lost.push(`${name} ${object.name}.${property.name}`);
          for (const nested of objectsIn(property.type)) seen.add(nested);
        }
      }
    }
    assert.deepEqual(lost, []);
  });
});
