import { lineReader } from "./blocks.ts";
import type { Catalogue, IamAction, IamService, ObjectType, ResourceType } from "./catalogue.ts";
import { decodeType } from "./decode.ts";
import { DYNAMIC_REFERENCES } from "./dynamicReferences.ts";
import { FUNCTIONS } from "./functions.ts";
import { LAMBDA_RUNTIMES } from "./lambdaRuntimes.ts";
import { lazy, lazyByKey } from "./lazy.ts";
import { ownersIn } from "./owners.ts";
import type { CatalogueData, PackedTexts, PackedType } from "./packed.ts";
import { PARAMETER_TYPES } from "./parameterTypes.ts";
import { withPolicy } from "./policyDocument.ts";
import { PSEUDO_PARAMETERS } from "./pseudoParameters.ts";
import { resourceBody } from "./resourceBody.ts";
import { HOOK, OUTPUT, PARAMETER, RULE, templateBody } from "./sections.ts";
import { isUnknownType, similarNames } from "./typeNames.ts";

/** The catalogue over the data that the host hands in; nothing is read or decoded before it is asked for. */
export function createCatalogue(data: CatalogueData): Catalogue {
  const { index } = data;
  const numbers = lazy(() => new Map(index.types.map((name, number) => [name, number])));
  const structures = lineReader(data, index.structures);
  const texts = lineReader(data, index.documentation);

  const resourceType = lazyByKey((name: string): ResourceType | undefined => {
    const number = numbers().get(name);
    if (number === undefined) return undefined;
    const line = structures(number);
    if (line === undefined) return undefined;
    return decodeType(name, {
      structure: JSON.parse(line) as PackedType,
      texts: () => parsed<PackedTexts>(texts(number)),
      refine: withPolicy,
    });
  });
  const known = (name: string): ResourceType | undefined => (numbers().has(name) ? resourceType(name) : undefined);
  const body = lazyByKey((name: string | undefined) =>
    resourceBody(name, name === undefined ? undefined : known(name)),
  );
  const template = lazy(() =>
    templateBody(
      () => body(undefined),
      () => GLOBALS,
    ),
  );
  const metrics = lazy(
    () => new Map(Object.entries(parsed<Record<string, string[]>>(data.block(index.metrics.block)) ?? {})),
  );
  const services = lazy(() => iamServices(data));
  const owners = lazy(() => parsed<Record<string, number[]>>(data.block(index.owners.block)) ?? {});

  return {
    typeNames: index.types,
    resourceType: known,
    resourceBody: (type) => body(type !== undefined && numbers().has(type) ? type : undefined),
    entryBody: (section) => ENTRIES.get(section),
    functions: FUNCTIONS,
    pseudoParameters: PSEUDO_PARAMETERS,
    parameterTypes: PARAMETER_TYPES,
    lambdaRuntimes: LAMBDA_RUNTIMES,
    dynamicReferences: DYNAMIC_REFERENCES,
    isUnknownType: (name) => isUnknownType(name, numbers()),
    similarTypes: (name, limit = 5) => similarNames(name, index.types, limit),
    propertyOwners: (name, limit = 50) => ownersIn(owners(), index.types, known, name, limit),
    get templateBody() {
      return template();
    },
    get metrics() {
      return metrics();
    },
    get iamServices() {
      return services();
    },
  };
}

const GLOBALS: ObjectType = {
  name: "Globals",
  url: undefined,
  documentation: undefined,
  properties: new Map(),
  additional: { kind: "any" },
};

const ENTRIES: ReadonlyMap<string, ObjectType> = new Map([
  ["Parameters", PARAMETER],
  ["Outputs", OUTPUT],
  ["Rules", RULE],
  ["Hooks", HOOK],
]);

function iamServices(data: CatalogueData): ReadonlyMap<string, IamService> {
  const { index } = data;
  const lines = lineReader(data, index.iam);
  return new Map(
    index.services.map(([prefix, name], number) => {
      const actions = lazy(() => actionsOf(lines(number)));
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

function actionsOf(line: string | undefined): ReadonlyMap<string, IamAction> {
  const [, , actions = []] = parsed<[string, string, [string, string, string][]]>(line) ?? [];
  return new Map(
    actions.map(([name, access, text]) => [
      name,
      { name, access: ACCESS[access] ?? "Write", documentation: text || undefined },
    ]),
  );
}

function parsed<T>(line: string | undefined): T | undefined {
  return line === undefined ? undefined : (JSON.parse(line) as T);
}
