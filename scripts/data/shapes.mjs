// What the YAML files of server/data have to look like. A shape reads a node and tells what is not right, with its place. It
// also gives the type of what it lets through, which sources see (scripts/dataTypes.mjs).
import { isMap, isScalar, isSeq } from "yaml";

/**
 * @typedef {{ readonly text: string, readonly offset: number }} Problem
 * @typedef {(node: unknown, offset: number) => readonly Problem[]} Read `offset`: of what holds the node, if it is missing
 * @typedef {Read & { readonly type: (node?: unknown) => string, readonly row: string | undefined }} Shape `type`: in TypeScript, of
 *   a file's own node if its keys belong to it; `row`: the same of the records that its lists and maps hold
 */

/** @type {(type: string | ((node: unknown) => string), read: Read, row?: string) => Shape} */
const shape = (type, read, row) => Object.assign(read, { type: typeof type === "string" ? () => type : type, row });

const places = /** @type {(node: unknown, offset: number) => number} */ (
  (node, offset) => (isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? offset) : offset)
);

/** @type {(type: string, isRight: (value: unknown) => boolean, problem: string) => Shape} */
const scalar = (type, isRight, problem) =>
  shape(type, (node, offset) =>
    isScalar(node) && isRight(node.value) ? [] : [{ text: problem, offset: places(node, offset) }],
  );

const text = scalar("string", (value) => typeof value === "string" && value !== "", "A text is wanted here.");
const day = scalar(
  "string",
  (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  "A day is wanted here, as 2026-11-27.",
);
const number = scalar("number", (value) => typeof value === "number", "A number is wanted here.");
const no = scalar("false", (value) => value === false, "false is wanted here.");
const yes = scalar("true", (value) => value === true, "true is wanted here.");

/** @type {(...allowed: readonly string[]) => Shape} */
const oneOf = (...allowed) =>
  scalar(
    allowed.map((word) => JSON.stringify(word)).join(" | "),
    (value) => allowed.includes(String(value)),
    `One of these is wanted here: ${allowed.join(", ")}.`,
  );

/** A type as the item of a list. @param {string} type */
const item = (type) => (/^readonly |^[^{(]* \| /.test(type) ? `(${type})` : type);

/** @type {(of: Shape) => Shape} */
const listOf = (of) =>
  shape(
    `readonly ${item(of.type())}[]`,
    (node, offset) =>
      isSeq(node)
        ? node.items.flatMap((one) => of(one, places(node, offset)))
        : [{ text: "A list is wanted here.", offset: places(node, offset) }],
    of.row,
  );

/**
 * A list of so many, each with a name; what may be left out at the end has one that ends with `?`.
 * @type {(...of: readonly (readonly [name: string, of: Shape])[]) => Shape}
 */
const tuple = (...of) =>
  shape(`readonly [${of.map(([name, one]) => `${name}: ${one.type()}`).join(", ")}]`, (node, offset) =>
    isSeq(node) && node.items.length <= of.length
      ? of.flatMap(([name, one], at) =>
          name.endsWith("?") && at >= node.items.length ? [] : one(node.items[at], places(node, offset)),
        )
      : [{ text: `A list of ${of.length} is wanted here.`, offset: places(node, offset) }],
  );

/** Any keys. @type {(of: Shape) => Shape} */
const mapOf = (of) => shape(`Readonly<Record<string, ${of.type()}>>`, eachOf(of), of.row);

/** Keys that sources know by their names. @type {(of: Shape) => Shape} */
const tableOf = (of) =>
  shape(
    (node) => {
      const keys = isMap(node) ? node.items.map(({ key }) => JSON.stringify(String(key))) : [];
      return `Readonly<Record<${keys.join(" | ") || "string"}, ${of.type()}>>`;
    },
    eachOf(of),
    of.row,
  );

/** @type {(of: Shape) => Read} */
const eachOf = (of) => (node, offset) =>
  isMap(node)
    ? node.items.flatMap(({ key, value }) => of(value, places(key, offset)))
    : [{ text: "A map is wanted here.", offset: places(node, offset) }];

/**
 * Keys with their shapes; those that end with `?` may be left out.
 * @type {(keys: Readonly<Record<string, Shape>>) => Shape}
 */
const record = (keys) => {
  const type = (/** @type {unknown} */ node) => {
    const lines = Object.entries(keys).map(([key, of]) => {
      const own = isMap(node) ? node.get(key) : undefined;
      return `  readonly ${key}: ${of.type(own).replaceAll("\n", "\n  ")};\n`;
    });
    return `{\n${lines.join("")}}`;
  };
  const read = /** @type {Read} */ (
    (node, offset) => {
      // A text of nothing lacks its keys, as a map without any does.
      if (node !== null && !isMap(node)) return [{ text: "A map is wanted here.", offset: places(node, offset) }];
      const start = places(node, offset);
      const missing = Object.keys(keys).filter((key) => !key.endsWith("?") && !node?.has(key));
      return [
        ...missing.map((key) => ({ text: `“${key}” is missing.`, offset })),
        ...(node?.items ?? []).flatMap(({ key, value }) => {
          const at = places(key, start);
          const known = keys[String(key)] ?? keys[`${key}?`];
          return known ? known(value, at) : [{ text: `There is no key “${key}” here.`, offset: at }];
        }),
      ];
    }
  );
  return shape(type, read, type(undefined));
};

const texts = listOf(text);
const range = tuple(["from", number], ["to", number]);

/** A list in which a place stands in one `at` only: what the second says would take the place of the first. @type {(of: Shape) => Shape} */
const listByPlace = (of) => {
  const list = listOf(of);
  const read = /** @type {Read} */ (
    (node, offset) => {
      const problems = list(node, offset);
      if (problems.length > 0 || !isSeq(node)) return problems;
      const seen = new Set();
      const repeated = [];
      for (const place of node.items.flatMap((one) => {
        const at = isMap(one) ? one.get("at") : undefined;
        return isSeq(at) ? at.items : [];
      })) {
        if (!isScalar(place)) continue;
        if (seen.has(place.value))
          repeated.push({ text: `“${place.value}” has an entry above.`, offset: places(place, offset) });
        seen.add(place.value);
      }
      return repeated;
    }
  );
  return shape(list.type(), read, list.row);
};
const inBoth = shape("{ readonly en: string; readonly ja: string }", record({ en: text, ja: text }));
const ask = oneOf("create", "update", "delete", "run");

/** @type {(...of: readonly Shape[]) => Shape} */
const either = (...of) =>
  shape(of.map(({ type }) => item(type())).join(" | "), (node, offset) =>
    of.some((one) => one(node, offset).length === 0) ? [] : (of.at(-1)?.(node, offset) ?? []),
  );

/** The same in both languages, or for each. */
const localised = either(text, inBoth);

const helperOptions = listOf(
  record({
    name: text,
    "short?": text,
    "role?": oneOf("stack", "resource", "region", "configSets", "exitCode", "success", "status", "id", "path", "other"),
    "values?": texts,
    en: text,
    ja: text,
  }),
);

/** A type as ownTables.ts has it. */
const type = shape("unknown", (node, offset) => {
  if (isScalar(node)) return text(node, offset);
  const [one] = isMap(node) ? node.items : [];
  const known = TYPE_SHAPES[String(one?.key)];
  return isMap(node) && node.items.length === 1 && known !== undefined
    ? known(one?.value, places(node, offset))
    : [{ text: `One of these is wanted here: ${Object.keys(TYPE_SHAPES).join(", ")}.`, offset: places(node, offset) }];
});

/** @type {Readonly<Record<string, Shape>>} */
const TYPE_SHAPES = {
  list: type,
  map: type,
  either: listOf(type),
  oneOf: texts,
  exactly: texts,
  usual: texts,
  values: mapOf(inBoth),
  someValues: mapOf(inBoth),
  string: record({ "maxLength?": number, "format?": text }),
  integer: record({ from: number, "to?": number }),
};

/** A page of AWS's, as links.ts has it. */
const page = scalar(
  "string",
  (value) => /^(?:ref|guide|sam|iam):[\w-]+(?:#[\w-]+)?$/.test(String(value)),
  "A page is wanted here, as ref:aws-attribute-metadata.",
);

/** An expression between slashes, as `/^io1$/i`. */
const expression = scalar(
  "string",
  (value) => /^\/.+\/i?$/.test(String(value)),
  "An expression is wanted here, as /^io1$/.",
);

const property = shape("unknown", (node, offset) => {
  if (isMap(node) && node.has("of")) return record({ of: text })(node, offset);
  if (isMap(node) && node.has("from")) return record({ from: text, take: texts, "type?": type })(node, offset);
  return record({ name: text, "type?": type, en: text, ja: text, "required?": yes, "default?": text, "url?": page })(
    node,
    offset,
  );
});

/** An object with its properties, or a type that has a name. */
const ownType = shape("unknown", (node, offset) => {
  if (!(isMap(node) && node.has("properties"))) return type(node, offset);
  return record({
    "called?": text,
    "url?": page,
    "each?": type,
    properties: listOf(property),
    "additional?": type,
    "exclusive?": listOf(texts),
    "says?": mapOf(text),
    "oneOf?": listOf(texts),
  })(node, offset);
});

const severity = oneOf("error", "warning", "info", "hint");

/** A text, which may be empty. */
const words = scalar("string", (value) => typeof value === "string", "A text is wanted here.");

/** What is handed on as it is. */
const anyMap = shape("object", (node, offset) =>
  isMap(node) ? [] : [{ text: "A map is wanted here.", offset: places(node, offset) }],
);

const commandOption = record({
  name: text,
  "short?": text,
  "value?": record({ name: text, "values?": texts, "isCount?": yes, "multiple?": yes }),
  help: inBoth,
});

const valueKinds = record({ "string?": texts, "integer?": texts, "boolean?": texts });

const roleNeed = record({ actions: texts, policy: text, says: text });

/** Shapes by folder or file below server/data. @type {Readonly<Record<string, Shape>>} */
export const SHAPES = {
  comparisons: mapOf(
    record({
      columns: listOf(record({ name: text, "ja?": text, topic: text, "names?": texts })),
      rows: listOf(record({ name: localised, cells: listOf(localised) })),
      sources: texts,
    }),
  ),
  assistantPrompts: listOf(
    record({
      name: text,
      title: inBoth,
      description: inBoth,
      argument: record({ name: text, description: inBoth }),
      text: inBoth,
    }),
  ),
  assistantTools: tableOf(
    record({
      name: text,
      title: text,
      description: text,
      input: record({ type: oneOf("object"), properties: mapOf(anyMap), required: texts, additionalProperties: no }),
    }),
  ),
  commands: record({
    common: mapOf(commandOption),
    commands: listOf(
      record({
        name: text,
        operands: words,
        summary: inBoth,
        "details?": inBoth,
        options: listOf(either(text, commandOption)),
        "failure?": number,
      }),
    ),
  }),
  creationOrder: listOf(
    record({
      type: text,
      "where?": record({
        path: text,
        "beside?": mapOf(text),
        "is?": texts,
        "isNot?": texts,
        "but?": mapOf(text),
        "names?": text,
      }),
      "without?": texts,
      through: texts,
      others: mapOf(texts),
      "alike?": tuple(["own", text], ["other", text]),
      "isOnly?": yes,
      "isEach?": yes,
      "isBegun?": yes,
      "isNeeded?": text,
      "within?": texts,
      "lets?": record({ services: texts, action: text, "accounts?": yes }),
      "readable?": texts,
      says: text,
      source: text,
    }),
  ),
  databaseEngines: mapOf(texts),
  eventPatterns: record({ fields: texts, operators: texts, sourceOf: mapOf(text) }),
  instanceClasses: listOf(record({ at: texts, pattern: text, example: text, "says?": text })),
  policySizes: mapOf(record({ most: number, says: text, "trust?": record({ most: number, says: text }) })),
  propertyPlaces: tableOf(mapOf(texts)),
  resourceLinks: record({
    invokers: mapOf(text),
    notAtEdge: listOf(record({ path: text, "value?": text, says: text })),
    edgeLimits: listOf(record({ property: text, viewer: number, origin: number, says: text })),
    endpoints: mapOf(texts),
    targetProtocols: mapOf(texts),
    noTargets: mapOf(text),
    noActions: mapOf(text),
    associations: mapOf(record({ property: text, most: number, "for?": text })),
  }),
  resourceTypes: tableOf(texts),
  stateMachines: record({
    types: mapOf(texts),
    fields: mapOf(texts),
    oneOf: listOf(texts),
    least: mapOf(number),
    ofLanguage: mapOf(texts),
    noSync: texts,
    noToken: texts,
    intrinsics: texts,
    taskNeeds: mapOf(texts),
  }),
  uniqueItems: record({ names: texts, keys: mapOf(listOf(record({ key: text, "only?": texts, "says?": text }))) }),
  dynamicReferences: mapOf(record({ en: text, ja: text, syntax: text, example: text, page: text })),
  functionRoles: record({
    inVpc: roleNeed,
    deadLetters: mapOf(record({ actions: texts, says: text })),
    sources: mapOf(roleNeed),
  }),
  rolePermissions: record({
    policies: mapOf(texts),
    needs: mapOf(
      listOf(
        record({
          role: text,
          where: record({ path: text, "is?": texts, "has?": text, "names?": text }),
          "only?": mapOf(texts),
          "unless?": text,
          actions: texts,
          "policy?": text,
          "isLater?": yes,
          "starts?": text,
          says: text,
          source: text,
        }),
      ),
    ),
  }),
  functions: mapOf(
    record({
      en: text,
      ja: text,
      "short?": text,
      long: text,
      in: listOf(oneOf("value", "condition", "rule")),
      "page?": text,
      "transform?": text,
      "body?": text,
      "count?": range,
      "items?": text,
      "arguments?": listOf(inBoth),
    }),
  ),
  otherCodes: record({
    beside: mapOf(record({ title: inBoth, severity, "cfnLint?": texts })),
    notes: tableOf(record({ title: inBoth, severity, text: inBoth })),
  }),
  errorTopics: mapOf(text),
  schemaAnswers: record({
    says: mapOf(text),
    ofServices: record({ says: mapOf(text), services: texts, properties: mapOf(text) }),
    ofSam: mapOf(text),
  }),
  typeRegions: record({ read: day, regions: texts, types: mapOf(text) }),
  invokers: mapOf(record({ path: text, service: text, "says?": text, source: text })),
  virginiaOnly: mapOf(record({ path: text, "names?": text, "is?": text, says: text, source: text })),
  localNames: mapOf(listOf(record({ at: texts, names: texts, "of?": text, "once?": yes }))),
  limits: tableOf(number),
  linkedNeeds: mapOf(
    listOf(
      record({
        path: text,
        "where?": text,
        "whereIs?": text,
        "via?": mapOf(text),
        names: text,
        "property?": text,
        "is?": texts,
        "isNot?": texts,
        "begins?": text,
        "unless?": text,
        "without?": texts,
        "isOptional?": yes,
        "isSure?": yes,
        "isOwn?": yes,
        "includes?": text,
        "prefix?": text,
        "isAtLeast?": text,
        "says?": text,
        source: text,
      }),
    ),
  ),
  keyUses: mapOf(
    listOf(
      record({ path: text, "via?": mapOf(text), service: text, "actions?": listOf(text), says: text, source: text }),
    ),
  ),
  onePlaces: mapOf(
    listOf(record({ by: texts, "as?": text, "where?": text, "isDomain?": yes, "inSteps?": yes, says: text })),
  ),
  examDomains: listOf(record({ en: text, ja: text, weight: number, files: texts })),
  fargateSizes: mapOf(tuple(["from", number], ["to", number], ["step", number])),
  parameterTypes: record({
    ofAccount: listOf(record({ name: text, en: text, ja: text, "single?": yes })),
    types: listOf(record({ name: text, en: text, ja: text, "list?": yes })),
  }),
  physicalNames: mapOf(text),
  pipelineActions: mapOf(record({ InputArtifacts: range, OutputArtifacts: range })),
  policyProperties: texts,
  samEventResources: mapOf(text),
  secretProperties: texts,
  propertySets: listByPlace(
    record({
      at: texts,
      "exactlyOne?": listOf(texts),
      "atLeastOne?": listOf(texts),
      "excludes?": mapOf(texts),
      "requires?": mapOf(texts),
      "says?": mapOf(text),
    }),
  ),
  valueSets: listOf(
    record({
      at: texts,
      sets: listOf(
        record({
          when: mapOf(either(oneOf("set", "none"), expression)),
          "unless?": texts,
          "forbids?": texts,
          "ignores?": texts,
          "needs?": texts,
          "takes?": mapOf(texts),
          "refuses?": mapOf(expression),
          "begins?": mapOf(text),
          "greater?": mapOf(text),
          "after?": mapOf(text),
          "among?": mapOf(text),
          "has?": mapOf(tuple(["key", text], ["value", text])),
          "steps?": mapOf(tuple(["from", text], ["to", text])),
          "rising?": mapOf(tuple(["kind", text], ["number", text], ["from", text], ["to", text], ["more", number])),
          "notBelow?": mapOf(either(text, tuple(["other", text], ["more", number]))),
          "count?": mapOf(number),
          "items?": mapOf(range),
          "sized?": mapOf(tuple(["number", text], ["how", oneOf("most", "exactly")])),
          "switches?": mapOf(tuple(["key", text], ["count", number])),
          "differs?": mapOf(text),
          "above?": mapOf(text),
          "keys?": mapOf(expression),
          "matches?": mapOf(text),
          "product?": mapOf(tuple(["other", text], ["most", number])),
          "multiple?": mapOf(text),
          "ratio?": mapOf(tuple(["other", text], ["most", number], ["otherwise?", number])),
          "severity?": oneOf("warning"),
          "between?": mapOf(range),
          "apart?": mapOf(text),
          "lasts?": mapOf(number),
          "says?": text,
          "way?": inBoth,
        }),
      ),
    }),
  ),
  "valueSets/all": texts,
  pseudoParameters: mapOf(record({ en: text, ja: text, "example?": text })),
  refTargets: record({
    kinds: texts,
    ec2: mapOf(text),
    apis: mapOf(record({ kind: text, says: text })),
    others: mapOf(record({ kind: text, "says?": text })),
  }),
  resourcePolicies: record({ CreationPolicy: mapOf(texts), UpdatePolicy: mapOf(texts), Snapshot: texts }),
  samConnectors: mapOf(mapOf(texts)),
  samAccepted: record({ mapping: record({ events: texts, properties: texts }), events: mapOf(texts) }),
  samKinds: mapOf(
    record({
      page: text,
      en: text,
      ja: text,
      "becomes?": text,
      "makes?": text,
      "takes?": oneOf("any"),
      "parts?": texts,
      "globals?": texts,
    }),
  ),
  samPolicyTemplates: mapOf(texts),
  samValueKinds: record({ resources: mapOf(valueKinds), events: mapOf(valueKinds), mapping: valueKinds }),
  types: mapOf(ownType),
  "types/all": texts,
  endedServices: mapOf(record({ "names?": texts, "closed?": day, "ends?": day, "instead?": localised, source: text })),
  helperScripts: record({
    connection: helperOptions,
    scripts: tableOf(record({ en: text, ja: text, url: text, options: helperOptions, "connects?": oneOf("yes") })),
  }),
  initialProjectFile: inBoth,
  lambdaRuntimes: mapOf(record({ "deprecation?": day, "blockCreate?": day, "blockUpdate?": day, "successor?": text })),
  overtaken: mapOf(
    record({
      "topic?": text,
      "ends?": text,
      "of?": texts,
      "asLimit?": texts,
      says: listOf(texts),
      "knows?": texts,
      now: inBoth,
      "since?": text,
      source: text,
    }),
  ),
  japaneseWords: mapOf(either(text, texts)),
  managedPolicies: mapOf(text),
  removedPolicies: mapOf(text),
  networkPlaces: mapOf(
    listOf(
      record({
        subnets: text,
        "groups?": text,
        "vpc?": text,
        "isDefaultUnless?": texts,
        "zones?": oneOf("different", "two"),
        "once?": text,
        "says?": text,
        "isRegional?": yes,
        "zonesSay?": text,
        "groupsSay?": text,
        source: text,
      }),
    ),
  ),
  valueFormats: listByPlace(
    record({
      at: texts,
      pattern: text,
      "anyCase?": yes,
      "severity?": oneOf("warning"),
      "mend?": mapOf(text),
      name: inBoth,
      example: text,
      "says?": either(text, mapOf(text)),
      "source?": text,
    }),
  ),
  roleUses: mapOf(listOf(record({ property: text, service: text, "older?": text, "says?": text, source: text }))),
  searchSynonyms: listOf(texts),
  rulePage: record({
    severity: oneOf("error", "warning", "info", "hint"),
    "isOff?": yes,
    "topic?": text,
    "sources?": texts,
    "cfnLint?": texts,
  }),
  snippets: mapOf(
    record({
      prefix: texts,
      body: texts,
      description: text,
      descriptionJa: text,
      "labelJa?": text,
      where: texts,
      "topic?": text,
      "transform?": text,
      "signal?": yes,
    }),
  ),
  syntaxTexts: tableOf(inBoth),
  serviceNames: listOf(record({ names: texts, namespaces: texts, types: texts })),
  "topics/all": record({ noted: texts, named: texts }),
  "topics/groups": mapOf(texts),
  drills: mapOf(
    record({
      "group?": text,
      "in?": oneOf("Resources", "Parameters", "Outputs"),
      "of?": texts,
      at: texts,
      "needs?": text,
      "without?": texts,
      "from?": texts,
      "not?": texts,
      do: oneOf("set", "plus", "seconds", "suffix", "copy", "remove", "first", "other", "swap"),
      "to?": text,
      ask,
      outcome: inBoth,
      cause: inBoth,
      holds: inBoth,
      fix: inBoth,
      source: text,
      "incident?": text,
      "fails?": texts,
    }),
  ),
  incidents: record({
    events: mapOf(record({ reason: text, source: text })),
    incidents: mapOf(
      record({
        during: oneOf("create", "update"),
        topic: text,
        says: texts,
        events: listOf(record({ "of?": texts, "stack?": oneOf("yes"), status: text, reason: text, source: text })),
      }),
    ),
    attempts: listOf(record({ "for?": texts, "unless?": texts, text: inBoth, reason: inBoth })),
    causes: listOf(record({ text: inBoth, reason: inBoth })),
    general: listOf(record({ ask: listOf(ask), text: inBoth, reason: inBoth })),
  }),
  topics: mapOf(
    record({
      "below?": text,
      names: texts,
      "under?": texts,
      "alone?": oneOf("in-any-notes", "in-template-notes", "explained"),
      "fullNames?": texts,
      "scope?": oneOf("service", "around"),
      places: texts,
      "marked?": texts,
    }),
  ),
};

/** The shape of a file by its name, with the folder that it is in. @param {string} name */
export const shapeOf = (name) => SHAPES[name] ?? SHAPES[name.split("/")[0] ?? ""];

/** Folders of tables that come with a key of each row as text: most templates need few of the rows. */
export const TEXT_KEYS = new Map([["valueSets", "sets"]]);

/** Tables of which nobody is shown the sources: these are for who changes the table. */
export const WITHOUT_SOURCES = new Set([
  "creationOrder",
  "invokers",
  "keyUses",
  "linkedNeeds",
  "networkPlaces",
  "rolePermissions",
  "roleUses",
  "valueFormats",
  "virginiaOnly",
]);
