// What the YAML files of server/data have to look like. A shape reads a node and tells what is not right, with its place.
import { isMap, isScalar, isSeq } from "yaml";

/**
 * @typedef {{ readonly text: string, readonly offset: number }} Problem
 * @typedef {(node: unknown, offset: number) => readonly Problem[]} Shape `offset`: of what holds the node, if it is missing
 */

const places = /** @type {(node: unknown, offset: number) => number} */ (
  (node, offset) => (isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? offset) : offset)
);

/** @type {Shape} */
const text = (node, offset) =>
  isScalar(node) && typeof node.value === "string" && node.value !== ""
    ? []
    : [{ text: "A text is wanted here.", offset: places(node, offset) }];

/** @type {Shape} */
const day = (node, offset) =>
  isScalar(node) && /^\d{4}-\d\d-\d\d$/.test(String(node.value))
    ? []
    : [{ text: "A day is wanted here, as 2026-11-27.", offset: places(node, offset) }];

/** @type {(...allowed: readonly string[]) => Shape} */
const oneOf =
  (...allowed) =>
  (node, offset) =>
    isScalar(node) && allowed.includes(String(node.value))
      ? []
      : [{ text: `One of these is wanted here: ${allowed.join(", ")}.`, offset: places(node, offset) }];

/** @type {(shape: Shape) => Shape} */
const listOf = (shape) => (node, offset) =>
  isSeq(node)
    ? node.items.flatMap((item) => shape(item, places(node, offset)))
    : [{ text: "A list is wanted here.", offset: places(node, offset) }];

/** Any keys. @type {(shape: Shape) => Shape} */
const mapOf = (shape) => (node, offset) =>
  isMap(node)
    ? node.items.flatMap(({ key, value }) => shape(value, places(key, offset)))
    : [{ text: "A map is wanted here.", offset: places(node, offset) }];

/**
 * Keys with their shapes; those that end with `?` may be left out.
 * @type {(keys: Readonly<Record<string, Shape>>) => Shape}
 */
const record = (keys) => (node, offset) => {
  // A text of nothing lacks its keys, as a map without any does.
  if (node !== null && !isMap(node)) return [{ text: "A map is wanted here.", offset: places(node, offset) }];
  const start = places(node, offset);
  const missing = Object.keys(keys).filter((key) => !key.endsWith("?") && !node?.has(key));
  return [
    ...missing.map((key) => ({ text: `“${key}” is missing.`, offset })),
    ...(node?.items ?? []).flatMap(({ key, value }) => {
      const at = places(key, start);
      const shape = keys[String(key)] ?? keys[`${key}?`];
      return shape ? shape(value, at) : [{ text: `There is no key “${key}” here.`, offset: at }];
    }),
  ];
};

const texts = listOf(text);

/** A list in which a place stands in one `at` only: what the second says would take the place of the first. @type {(shape: Shape) => Shape} */
const listByPlace = (shape) => (node, offset) => {
  const problems = listOf(shape)(node, offset);
  if (problems.length > 0 || !isSeq(node)) return problems;
  const seen = new Set();
  const repeated = [];
  for (const place of node.items.flatMap((item) => {
    const at = isMap(item) ? item.get("at") : undefined;
    return isSeq(at) ? at.items : [];
  })) {
    if (!isScalar(place)) continue;
    if (seen.has(place.value))
      repeated.push({ text: `“${place.value}” has an entry above.`, offset: places(place, offset) });
    seen.add(place.value);
  }
  return repeated;
};
const inBoth = record({ en: text, ja: text });
const ask = oneOf("create", "update", "delete", "run");

/** @type {(...shapes: readonly Shape[]) => Shape} */
const either =
  (...shapes) =>
  (node, offset) =>
    shapes.some((shape) => shape(node, offset).length === 0) ? [] : (shapes.at(-1)?.(node, offset) ?? []);

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

/** @type {Shape} */
const number = (node, offset) =>
  isScalar(node) && typeof node.value === "number"
    ? []
    : [{ text: "A number is wanted here.", offset: places(node, offset) }];

/** @type {Shape} */
const yes = (node, offset) =>
  isScalar(node) && node.value === true ? [] : [{ text: "true is wanted here.", offset: places(node, offset) }];

/** A type as ownTables.ts has it. @type {Shape} */
const type = (node, offset) => {
  if (isScalar(node)) return text(node, offset);
  const [one] = isMap(node) ? node.items : [];
  const shape = TYPE_SHAPES[String(one?.key)];
  return isMap(node) && node.items.length === 1 && shape !== undefined
    ? shape(one?.value, places(node, offset))
    : [{ text: `One of these is wanted here: ${Object.keys(TYPE_SHAPES).join(", ")}.`, offset: places(node, offset) }];
};

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

/** @type {Shape} */
const property = (node, offset) => {
  if (isMap(node) && node.has("of")) return record({ of: text })(node, offset);
  if (isMap(node) && node.has("from")) return record({ from: text, take: texts, "type?": type })(node, offset);
  return record({ name: text, "type?": type, en: text, ja: text, "required?": yes, "default?": text, "url?": page })(
    node,
    offset,
  );
};

/** An expression between slashes, as `/^io1$/i`. @type {Shape} */
const expression = (node, offset) =>
  isScalar(node) && /^\/.+\/i?$/.test(String(node.value))
    ? []
    : [{ text: "An expression is wanted here, as /^io1$/.", offset: places(node, offset) }];

/** A page of AWS's, as links.ts has it. @type {Shape} */
const page = (node, offset) =>
  isScalar(node) && /^(?:ref|guide|sam|iam):[\w-]+(?:#[\w-]+)?$/.test(String(node.value))
    ? []
    : [{ text: "A page is wanted here, as ref:aws-attribute-metadata.", offset: places(node, offset) }];

/** An object with its properties, or a type that has a name. @type {Shape} */
const ownType = (node, offset) => {
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
};

const severity = oneOf("error", "warning", "info", "hint");

/** What is handed on as it is. @type {Shape} */
const anything = () => [];

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
  assistantTools: mapOf(record({ name: text, title: text, description: text, input: anything })),
  commands: record({
    common: mapOf(commandOption),
    commands: listOf(
      record({
        name: text,
        operands: anything,
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
      through: texts,
      others: mapOf(texts),
      "alike?": texts,
      "isOnly?": yes,
      "isNeeded?": text,
      "within?": texts,
      says: text,
      source: text,
    }),
  ),
  databaseEngines: mapOf(texts),
  dynamicReferences: mapOf(record({ en: text, ja: text, syntax: text, example: text, page: text })),
  fileProperties: mapOf(texts),
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
      "count?": listOf(number),
      "arguments?": listOf(inBoth),
    }),
  ),
  otherCodes: record({
    beside: mapOf(record({ title: inBoth, severity, "cfnLint?": texts })),
    notes: mapOf(record({ title: inBoth, severity, text: inBoth })),
  }),
  errorTopics: mapOf(text),
  schemaAnswers: record({
    says: mapOf(text),
    ofServices: record({ says: mapOf(text), services: texts }),
    ofSam: mapOf(text),
  }),
  typeRegions: record({ read: day, regions: texts, types: mapOf(text) }),
  invokers: mapOf(record({ path: text, service: text, says: text, source: text })),
  virginiaOnly: mapOf(record({ path: text, names: text, says: text, source: text })),
  localNames: mapOf(listOf(record({ at: texts, names: texts, "of?": text, "once?": yes }))),
  linkedNeeds: mapOf(
    listOf(
      record({
        path: text,
        "where?": text,
        "whereIs?": text,
        "via?": mapOf(text),
        names: text,
        property: text,
        "is?": texts,
        "isNot?": texts,
        "begins?": text,
        "unless?": text,
        "isOptional?": yes,
        "isSure?": yes,
        says: text,
        source: text,
      }),
    ),
  ),
  keyUses: mapOf(listOf(record({ path: text, "via?": mapOf(text), service: text, says: text, source: text }))),
  onePlaces: mapOf(
    listOf(record({ by: texts, "as?": text, "where?": text, "isDomain?": yes, "inSteps?": yes, says: text })),
  ),
  examDomains: listOf(record({ en: text, ja: text, weight: number, files: texts })),
  fargateSizes: mapOf(listOf(number)),
  parameterTypes: record({
    ofAccount: listOf(record({ name: text, en: text, ja: text, "single?": yes })),
    types: listOf(record({ name: text, en: text, ja: text, "list?": yes })),
  }),
  physicalNames: mapOf(text),
  pipelineActions: mapOf(record({ InputArtifacts: listOf(number), OutputArtifacts: listOf(number) })),
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
          "notBelow?": mapOf(either(text, listOf(either(text, number)))),
          "count?": mapOf(number),
          "multiple?": mapOf(text),
          "ratio?": mapOf(listOf(either(text, number))),
          "severity?": oneOf("warning"),
          "between?": mapOf(listOf(number)),
          "apart?": mapOf(text),
          "says?": text,
        }),
      ),
    }),
  ),
  pseudoParameters: mapOf(record({ en: text, ja: text, "example?": text })),
  refTargets: record({
    kinds: texts,
    ec2: mapOf(text),
    apis: mapOf(record({ kind: text, says: text })),
    others: mapOf(record({ kind: text, "says?": text })),
  }),
  resourcePolicies: record({ CreationPolicy: mapOf(texts), UpdatePolicy: mapOf(texts), Snapshot: texts }),
  samAccepted: record({ mapping: record({ events: texts, properties: texts }), events: mapOf(texts) }),
  samKinds: mapOf(
    record({
      page: text,
      en: text,
      ja: text,
      "becomes?": text,
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
    scripts: mapOf(record({ en: text, ja: text, url: text, options: helperOptions, "connects?": oneOf("yes") })),
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
  networkPlaces: mapOf(
    listOf(
      record({
        subnets: text,
        "groups?": text,
        "isDefaultUnless?": texts,
        "zones?": oneOf("different", "two"),
        "once?": text,
        "says?": text,
        "zonesSay?": text,
        source: text,
      }),
    ),
  ),
  valueFormats: listByPlace(
    record({
      at: texts,
      pattern: text,
      "anyCase?": yes,
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
  statefulTypes: texts,
  syntaxTexts: mapOf(inBoth),
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
