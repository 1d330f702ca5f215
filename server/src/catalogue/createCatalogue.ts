import { lazy, lazyByKey } from "../text/lazy.ts";
import { lineReader } from "./language/blocks.ts";
import { FUNCTIONS } from "./language/functions.ts";
import { CUSTOM_RESOURCE, resourceBody } from "./language/resourceBody.ts";
import { entryBody } from "./language/sections.ts";
import { DYNAMIC_REFERENCES, LAMBDA_RUNTIMES, PARAMETER_TYPES, PSEUDO_PARAMETERS } from "./language/tables.ts";
import { withPolicy } from "./policy/policyDocument.ts";
import { eventsOf, STATE_MACHINE_EVENTS } from "./sam/events.ts";
import { samGlobals } from "./sam/globals.ts";
import { samPolicies } from "./sam/policies.ts";
import { SAM_TYPE_NAMES } from "./sam/samKinds.ts";
import { samType } from "./sam/samTypes.ts";
import { object, oneOf } from "./types/build.ts";
import type { Catalogue, IamAction, IamService, ObjectType, ResourceType, ValueType } from "./types/catalogue.ts";
import { decodeType } from "./types/decode.ts";
import { ownedNames, ownersIn } from "./types/owners.ts";
import { samEventNames } from "./types/ownTables.ts";
import { type OwnTypes, ownTypes } from "./types/ownTypes.ts";
import type { CatalogueData, PackedTexts, PackedType, PackedUsage, PackedValues } from "./types/packed.ts";
import { isUnknownName, similarNames } from "./types/typeNames.ts";
import { usageOf } from "./types/usage.ts";
import { usualValuesOf } from "./types/usualValues.ts";

/** The catalogue over the data that the host hands in; nothing is read or decoded before it is asked for. */
export function createCatalogue(data: CatalogueData): Catalogue {
  const { index } = data;
  const numbers = lazy(() => new Map(index.types.map((name, number) => [name, number])));
  const typeNames = lazy(() => [...new Set([...index.types, ...SAM_TYPE_NAMES])].sort());
  const structures = lineReader(data, index.structures, 16);
  const structure = (number: number): PackedType | undefined => parsed<PackedType>(structures(number));
  const texts = lineReader(data, index.documentation, 16);

  const resourceType = lazyByKey((name: string): ResourceType | undefined => {
    if (name.startsWith("AWS::Serverless::")) return samType(name, known, own);
    const number = numbers().get(name);
    if (number === undefined) return undefined;
    const packed = structure(number);
    if (!packed) return undefined;
    return decodeType(name, {
      structure: packed,
      texts: () => parsed<PackedTexts>(texts(number)),
      refine: (owner, property, type) => refine(owner, property, type, own),
    });
  });
  const isKnown = (name: string): boolean => numbers().has(name) || SAM_TYPE_NAMES.includes(name);
  const known = (name: string): ResourceType | undefined => (isKnown(name) ? resourceType(name) : undefined);
  const bodyOf = lazyByKey((name: string | undefined) =>
    resourceBody(name, name === undefined ? undefined : known(name), own),
  );
  const body = (type: string | undefined): ObjectType => bodyOf(bodyKey(type, isKnown));
  const globals = lazy(() => samGlobals(known));
  const own: OwnTypes = ownTypes(
    known,
    new Map<string, () => ValueType>([
      ["AnyResource", () => object(() => body(undefined))],
      ["Globals", () => object(globals)],
      ["Runtime", runtimes],
      ["ParameterType", parameterTypes],
      ["SamPolicies", () => samPolicies(own.object("IdentityPolicy"))],
      ["FunctionEvents", () => eventsOf(samEventNames(), own)],
      ["StateMachineEvents", () => eventsOf(STATE_MACHINE_EVENTS, own)],
    ]),
  );
  const metrics = lazy(
    () => new Map(Object.entries(parsed<Record<string, string[]>>(data.block(index.metrics.block)) ?? {})),
  );
  const usage = lazy(() => usageOf(parsed<PackedUsage>(data.block(index.usage.block))));
  const values = lazy(() => usualValuesOf(parsed<PackedValues>(data.block(index.values.block))));
  const services = lazy(() => iamServices(data));
  const owners = lazy(() => data.block(index.owners.block));

  return {
    get typeNames() {
      return typeNames();
    },
    resourceType: known,
    resourceBody: body,
    entryBody: (section, name) => entryBody(section, name, own, () => body(undefined), globals),
    functions: FUNCTIONS,
    pseudoParameters: PSEUDO_PARAMETERS,
    parameterTypes: PARAMETER_TYPES,
    lambdaRuntimes: LAMBDA_RUNTIMES,
    dynamicReferences: DYNAMIC_REFERENCES,
    isUnknownType: (name) => !isKnown(name) && isUnknownName(name),
    similarTypes: (name, limit = 5) => similarNames(name, typeNames(), limit),
    propertyOwners: (name, limit = 50, prefix = "") =>
      ownersIn({ owners: owners(), types: index.types, structure }, name, limit, prefix),
    propertyNames: () => ownedNames(owners()),
    get templateBody() {
      return own.object("Template");
    },
    get metrics() {
      return metrics();
    },
    get usage() {
      return usage();
    },
    get values() {
      return values();
    },
    get iamServices() {
      return services();
    },
  };
}

/** Custom resources share one body, other unknown types another. */
function bodyKey(type: string | undefined, isKnown: (name: string) => boolean): string | undefined {
  if (type === undefined || isKnown(type)) return type;
  return type.startsWith("Custom::") ? CUSTOM_RESOURCE : undefined;
}

const RUNTIME_OWNERS = new Set(["AWS::Lambda::Function.Runtime", "AWS::Lambda::LayerVersion.CompatibleRuntimes"]);

function refine(owner: string, property: string, type: ValueType, own: OwnTypes): ValueType {
  if (!RUNTIME_OWNERS.has(`${owner}.${property}`)) return withPolicy(owner, property, type, own);
  // Ours is in the order in which runtimes are worth offering.
  return type.kind === "list" ? { ...type, items: runtimes() } : runtimes();
}

function runtimes(): ValueType {
  return { kind: "string", enum: [...LAMBDA_RUNTIMES.keys()], closed: true };
}

/** The types of parameters, in whatever case. */
function parameterTypes(): ValueType {
  return oneOf(...PARAMETER_TYPES.map(({ name }) => name));
}

function iamServices(data: CatalogueData): ReadonlyMap<string, IamService> {
  const { index } = data;
  const lines = lineReader(data, index.iam, 4);
  return new Map(
    index.services.map(([prefix, name], number) => {
      const actions = lazy(() => actionsOf(prefix, lines(number)));
      return [
        prefix,
        {
          prefix,
          name,
          get actions() {
            return actions();
          },
        },
      ];
    }),
  );
}

const ACCESS: Readonly<Record<string, IamAction["access"]>> = {
  l: "List",
  r: "Read",
  w: "Write",
  p: "Permissions management",
  t: "Tagging",
};

const S3_KINDS: Readonly<Record<string, string>> = { b: "bucket", o: "object", x: "other" };

function actionsOf(prefix: string, line: string | undefined): ReadonlyMap<string, IamAction> {
  const [, , actions = []] = parsed<[string, string, [string, string, string, string?][]]>(line) ?? [];
  const own = [prefix];
  return new Map(
    actions.map(([name, access, text, on]) => [
      name,
      {
        name,
        access: ACCESS[access] ?? "Write",
        documentation: text || undefined,
        resources:
          on === undefined ? own : prefix === "s3" ? [...on].flatMap((kind) => S3_KINDS[kind] ?? []) : on.split(" "),
      },
    ]),
  );
}

function parsed<T>(line: string | undefined): T | undefined {
  return line === undefined ? undefined : (JSON.parse(line) as T);
}
