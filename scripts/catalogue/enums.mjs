import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").PropertyModel} PropertyModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */

/** CloudFormation's name of a service → the SDK client whose enums fill the gaps of the resource schemas. */
export const CLIENTS = /** @type {Record<string, string>} */ ({
  AppSync: "client-appsync",
  ApplicationAutoScaling: "client-application-auto-scaling",
  AutoScaling: "client-auto-scaling",
  CloudFront: "client-cloudfront",
  CloudTrail: "client-cloudtrail",
  CloudWatch: "client-cloudwatch",
  CodeDeploy: "client-codedeploy",
  CodePipeline: "client-codepipeline",
  DynamoDB: "client-dynamodb",
  EC2: "client-ec2",
  ECS: "client-ecs",
  ElastiCache: "client-elasticache",
  ElasticLoadBalancingV2: "client-elastic-load-balancing-v2",
  Events: "client-eventbridge",
  KinesisFirehose: "client-firehose",
  Lambda: "client-lambda",
  Route53: "client-route-53",
  SSM: "client-ssm",
});

/**
 * Gives string properties without an enum the one that the service's API has for the member of the same name:
 * of the structure that has the nested type's (or resource's) name, or where all structures whose names hold
 * that name agree, or all structures of the API do.
 * @param {TypeModel[]} types changed in place
 * @returns {{ added: number, problems: string[] }}
 */
export function addEnums(types) {
  let added = 0;
  /** @type {string[]} */
  const problems = [];
  for (const [service, client] of Object.entries(CLIENTS)) {
    const api = readApi(client);
    if (!api) {
      problems.push(`@aws-sdk/${client} is not installed: its enums are missing`);
      continue;
    }
    for (const type of types.filter(({ name }) => name.startsWith(`AWS::${service}::`))) {
      const resource = type.name.split("::")[2] ?? "";
      added += fill(type.properties, [resource, ...requestsOf(resource)], api);
      for (const { name, properties } of type.definitions) added += fill(properties, [name], api);
    }
  }
  return { added, problems };
}

/** @param {string} resource @returns {string[]} names of the API's structures that create the resource */
function requestsOf(resource) {
  return ["Create", "Put", "Run", "Register"].flatMap((verb) =>
    ["Request", "Input", "Type", "Message"].map((end) => `${verb}${resource}${end}`),
  );
}

/**
 * @param {PropertyModel[]} properties
 * @param {string[]} owners names of structures of the API
 * @param {Api} api
 */
function fill(properties, owners, api) {
  let added = 0;
  for (const property of properties) {
    const shape = property.type.kind === "list" ? property.type.items : property.type;
    if (shape.kind !== "string" || shape.enum) continue;
    const { values, certain } = valuesOf(property.name, owners, api) ?? {};
    if (!values) continue;
    shape.enum = values;
    property.ofService = true;
    // Long lists (instance types, regions) grow too often to call another value wrong.
    shape.closed = certain === true && values.length <= 30;
    delete shape.pattern;
    added += 1;
  }
  return added;
}

/** @typedef {{ enums: Map<string, string[]>, members: Map<string, Map<string, string>> }} Api */

/**
 * @param {string} name of a property
 * @param {string[]} owners
 * @param {Api} api
 * @returns {{ values: string[] | undefined, certain: boolean } | undefined} certain: of the structure itself, not merely of all
 */
function valuesOf(name, owners, { enums, members }) {
  const uses = members.get(name.toLowerCase());
  if (!uses) return undefined;
  for (const owner of owners) {
    const type = uses.get(owner.toLowerCase());
    if (type !== undefined) return { values: enums.get(type), certain: true };
  }
  if (GENERIC.has(name)) return undefined;
  const [first = ""] = owners;
  const related = agreed([...uses].filter(([owner]) => owner.includes(first.toLowerCase())).map(([, type]) => type));
  if (related !== undefined) return { values: enums.get(related), certain: true };
  return { values: enums.get(agreed([...uses.values()]) ?? ""), certain: false };
}

/** Names that stand for something else in each structure: only the structure of the same name counts. */
const GENERIC = new Set(["Events", "Key", "Metric", "Name", "Result", "State", "Statistic", "Status", "Value"]);

/** @param {string[]} types @returns {string | undefined} the type that all of them are */
function agreed(types) {
  return new Set(types).size === 1 ? types[0] : undefined;
}

/**
 * Reads an SDK client's declarations: its enums, and for each member name the structures that have it.
 * @param {string} client
 * @returns {Api | undefined}
 */
function readApi(client) {
  const folder = join(root, "node_modules/@aws-sdk", client, "dist-types/models");
  if (!existsSync(folder)) return undefined;
  /** @type {Api} */
  const api = { enums: new Map(), members: new Map() };
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), "utf8");
    for (const [, name = "", body = ""] of source.matchAll(/export declare const (\w+): \{\n([^}]*)\}/g)) {
      api.enums.set(
        name,
        [...body.matchAll(/: "([^"]*)"/g)].map(([, value = ""]) => value),
      );
    }
    for (const [, owner = "", body = ""] of source.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g)) {
      for (const [, name = "", type = ""] of body.matchAll(/^ {4}(\w+)\??: \(?(\w+)/gm)) {
        const uses = api.members.get(name.toLowerCase()) ?? new Map();
        api.members.set(name.toLowerCase(), uses.set(owner.toLowerCase(), type));
      }
    }
  }
  return api;
}
