import type { IamAction, IamService } from "../../catalogue/types/catalogue.ts";
import { alternatives, type Schema } from "../../catalogue/types/schemaAt.ts";
import type { Focus, Place } from "../../model/focus/focus.ts";
import { fitsGlob } from "../../text/glob.ts";
import { said } from "../../text/localised.ts";
import { described, pageLink } from "./awsText.ts";
import type { Language, ReferenceContext, ReferenceText } from "./context.ts";
import { durationWords } from "./durationFact.ts";
import { code, codes, labelled, oneLine, title, word } from "./markdown.ts";
import { above, placeProperty, placeSchema, siblingText } from "./placeSchema.ts";
import { propertyFacts, propertyReference } from "./propertyReference.ts";

/** A value: what it means if that is known, and the property that it belongs to. */
export function valueReference(
  focus: Extract<Focus, { kind: "value" | "word" }>,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { text } = focus.scalar;
  const at = focus.kind === "word" ? focus.textOffset : undefined;
  const dynamic = dynamicReference(text, at, context);
  if (dynamic !== undefined) return dynamic;
  if (focus.kind === "word" && focus.script) return undefined;
  return (
    knownValue(focus.place, text, context) ??
    (focus.kind === "value" ? ofProperty(focus.place, text, context) : undefined)
  );
}

function knownValue(place: Place, text: string, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue } = context;
  const runtime = isRuntimePlace(place) ? runtimeReference(text, context) : undefined;
  if (runtime !== undefined) return runtime;
  const schema = placeSchema(place, catalogue);
  if (schema === undefined) return undefined;
  const types = alternatives(schema.type);
  if (types.some((type) => type.kind === "string" && type.format === "iam-action")) {
    const action = actionReference(text, context);
    if (action !== undefined) return action;
  }
  return (
    (isParameterType(place) ? parameterTypeReference(text, context) : undefined) ??
    metricReference(place, text, context) ??
    listedValue(place, text, schema, context)
  );
}

/** One of the values that are listed for the place, with what it means. */
function listedValue(place: Place, text: string, schema: Schema, context: ReferenceContext): ReferenceText | undefined {
  const types = alternatives(schema.type);
  const known = types.some((type) =>
    type.kind === "string" || type.kind === "number"
      ? type.enum?.includes(text) === true
      : type.kind === "boolean" && /^(?:true|false)$/i.test(text),
  );
  if (!known) return undefined;
  const [meaning] = types.flatMap((type) => (type.kind === "string" ? (type.valueTexts?.[text] ?? []) : []));
  const owner = placeProperty(ofList(place), context.catalogue);
  if (owner === undefined) return { facts: title(text), text: meaning?.[context.language] };
  const { property } = owner;
  const own = meaning?.[context.language];
  const head = `${title(text)} · ${property.name}`;
  // The other values need no meaning here: the hover on the key has all of them.
  const facts = propertyFacts(head, owner, context, own === undefined);
  if (own !== undefined)
    return { facts, text: context.isValueTold ? undefined : own, page: pageLink(property.url, context.language) };
  // Beside a note on the value, AWS's text on its key would only be more to read.
  return {
    facts,
    ...(context.noteAbove === "none"
      ? described(property, context)
      : { page: pageLink(property.url, context.language) }),
  };
}

/** The property that the value at the place, or the list around it, belongs to. */
function ofProperty(place: Place, text: string, context: ReferenceContext): ReferenceText | undefined {
  const owner = placeProperty(ofList(place), context.catalogue);
  if (owner === undefined) return undefined;
  const { language } = context;
  const words = durationWords(text, language);
  if (words === undefined) return propertyReference(owner, context);
  const { property } = owner;
  const value = said(language, `${title(text)} = ${words}`, `${title(text)}（${words}）`);
  return {
    facts: propertyFacts(`${value} · ${property.name}`, owner, context, true),
    ...described(property, context),
  };
}

/** The place of the list that an item stands in. */
function ofList(place: Place): Place {
  const inList = (place.in === "resource" || place.in === "entry") && typeof place.path.at(-1) === "number";
  return (inList ? above(place) : undefined) ?? place;
}

/** Properties of functions, and parameters that may be handed to them. */
function isRuntimePlace(place: Place): boolean {
  if (place.in === "resource") return /::(?:Lambda|Serverless)::/.test(place.type ?? "");
  return place.in === "entry" && /^(?:Parameters|Globals|Mappings)$/.test(place.section);
}

function runtimeReference(name: string, { catalogue, language }: ReferenceContext): ReferenceText | undefined {
  const runtime = catalogue.lambdaRuntimes.get(name);
  if (runtime === undefined) return undefined;
  const dates = [
    ["supportEnds", runtime.deprecation],
    ["blockCreate", runtime.blockCreate],
    ["blockUpdate", runtime.blockUpdate],
  ] as const;
  return {
    facts: oneLine(
      title(name),
      word("runtime", language),
      ...dates.map(([label, date]) => (date === undefined ? undefined : labelled(label, date, language))),
      runtime.successor === undefined ? undefined : labelled("moveTo", codes([runtime.successor]), language),
    ),
    page: pageLink("https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html", language),
  };
}

function isParameterType(place: Place): boolean {
  return place.in === "entry" && place.section === "Parameters" && place.path.length === 1 && place.path[0] === "Type";
}

function parameterTypeReference(name: string, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language } = context;
  const info = catalogue.parameterTypes.find((one) => one.name === name);
  if (info === undefined) return undefined;
  const page =
    name.startsWith("AWS::") || name.includes("<AWS::") ? "cloudformation-supplied-parameter-types" : undefined;
  const guide = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide";
  return {
    facts: oneLine(title(name), word("parameterType", language)),
    ...described(info, context, `${guide}/${page ?? "parameters-section-structure"}.html`),
  };
}

/** Metric names that are listed for a namespace. */
const MAX_METRICS = 20;

function metricReference(
  place: Place,
  text: string,
  { catalogue, language }: ReferenceContext,
): ReferenceText | undefined {
  if (place.in !== "resource" || !/[./]|^[A-Z]/.test(text)) return undefined;
  const key = place.path.at(-1);
  if (key === "Namespace") {
    const metrics = catalogue.metrics.get(text);
    if (metrics === undefined) return undefined;
    return { facts: oneLine(title(text), labelled("metrics", codes(metrics, MAX_METRICS), language)) };
  }
  if (key !== "MetricName") return undefined;
  const namespace = siblingText(place, "Namespace");
  if (namespace === undefined || catalogue.metrics.get(namespace)?.includes(text) !== true) return undefined;
  return { facts: oneLine(title(text), word("metricOf", language), code(namespace)) };
}

const REFERENCE = /\{\{resolve:([\w-]+)(?::[^{}]*(?:\$\{[^{}]*\}[^{}]*)*)?\}\}/g;

/** The meaning of the dynamic reference at an offset of a text; without an offset, of the first one. */
function dynamicReference(
  text: string,
  textOffset: number | undefined,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { catalogue, language } = context;
  if (!text.includes("{{resolve:")) return undefined;
  for (const { 0: written, 1: service = "", index } of text.matchAll(REFERENCE)) {
    if (textOffset !== undefined && (textOffset < index || textOffset > index + written.length)) continue;
    const info = catalogue.dynamicReferences.get(service);
    if (info === undefined) return undefined;
    return {
      facts: oneLine(
        `**{{resolve:${info.name}}}**`,
        word("dynamicReference", language),
        code(info.syntax),
        labelled("example", code(info.example), language),
      ),
      ...described(info, context),
    };
  }
  return undefined;
}

/** Actions that are listed for a wildcard. */
const MAX_LISTED = 12;

/** What an IAM action (`s3:GetObject`) allows, or which actions a wildcard stands for. Case does not count in actions. */
function actionReference(text: string, { catalogue, language }: ReferenceContext): ReferenceText | undefined {
  const [prefix = "", pattern] = text.toLowerCase().split(":");
  const service = catalogue.iamServices.get(prefix);
  if (service === undefined || pattern === undefined) return undefined;
  const heading = `${title(text)} · ${service.name}`;
  const matching = actionsLike(service, pattern);
  const [only] = matching;
  if (only === undefined) return undefined;
  if (matching.length === 1 && !/[*?]/.test(pattern)) return exactAction(heading, service, only, language);
  const names = matching.map(({ name }) => `${prefix}:${name}`);
  return {
    facts: oneLine(heading, labelled("actions", codes(names, MAX_LISTED), language)),
    page: page(service, language),
  };
}

function exactAction(heading: string, service: IamService, action: IamAction, language: Language): ReferenceText {
  const sentence = action.documentation;
  const text =
    sentence === undefined ? undefined : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, "")}.`;
  const access = language === "ja" ? (ACCESS[action.access] ?? action.access) : action.access;
  return {
    facts: oneLine(heading, labelled("action", access, language)),
    text,
    page: page(service, language, action.name),
  };
}

const ACCESS: Readonly<Record<string, string>> = {
  List: "リスト",
  Read: "読み取り",
  Write: "書き込み",
  "Permissions management": "アクセス許可の管理",
  Tagging: "タグ付け",
};

/** Actions whose names a pattern with `*` and `?` in small letters stands for. */
function actionsLike({ actions }: IamService, pattern: string): readonly IamAction[] {
  return pattern.length > 200 ? [] : [...actions.values()].filter(({ name }) => fitsGlob(name.toLowerCase(), pattern));
}

function page({ name }: IamService, language: Language, action?: string): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const anchor = action === undefined ? "" : `#${slug}-${action}`;
  const url = `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${slug}.html${anchor}`;
  return `[${word("documentation", language)}](${url})`;
}
