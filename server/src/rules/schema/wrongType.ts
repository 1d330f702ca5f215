import type { Catalogue, ValueType } from "../../catalogue/types/catalogue.ts";
import type { EntryContent } from "../../model/template.ts";
import { type CallNode, type Node, type ScalarNode, textOf, typeNameOf } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { shortened } from "../../text/shortened.ts";
import { type SchemaMiss, schemaAnswer } from "../shared/answer.ts";
import { functionText } from "../shared/phrases.ts";
import { attributeResult } from "../shared/resolving/attributeResult.ts";
import type { EntryContext, EntryRule, FixData } from "../shared/rule.ts";
import { givesList } from "../shared/values/listParameter.ts";
import { packagedProperty } from "../shared/values/packagedProperty.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";
import { yamlSwitch } from "../shared/values/yamlSwitch.ts";
import { namedValues } from "./fixes/namedValues.ts";
import { wholeMap } from "./fixes/wholeMap.ts";
import { wrongTypeFix } from "./fixes/wrongTypeFix.ts";

/** A value of the wrong kind: a list instead of a string, a string instead of a number, and so on. */
export const wrongType: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks", "Globals"],
  check(entry, context) {
    const { values, type } = valueSites(entry, context.catalogue);
    const packaged = packagedProperty(type?.name);
    // An indexed loop, as every value is visited: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < values.length; index++) {
      const site = values[index];
      if (site !== undefined && !isLocalFile(site, packaged)) checkValue(site, entry, context);
    }
  },
};

/** Whether a value is a local path that packaging replaces by an object. */
function isLocalFile({ node, path }: ValueSite, packaged: string | undefined): boolean {
  return node.kind === "scalar" && path.length === 2 && path[0] === "Properties" && path[1] === packaged;
}

function checkValue(site: ValueSite, entry: EntryContent, context: EntryContext): void {
  const { report } = context;
  const { node, type, key, path, property } = site;
  const name = key?.text ?? "";
  if (path.length === 1 && (name === "DependsOn" || name === "Type")) return;
  const wanted = type.kind === "union" ? wantedOfUnion(type.of) : WANTED[type.kind];
  if (wanted === undefined) return;
  if (node.kind === "call") {
    const given = callResult(node, context);
    if (given === undefined || !contradicts(given, type) || (context.declarations.open && isMap(type))) return;
    const what = RETURNED[given];
    const says = schemaAnswer(typeMiss(type, given === "id" ? "string" : given), property);
    const keys = keysOf(site, typeNameOf(entry.value), context.catalogue);
    const join = given === "list" && wanted.en === "a string" ? joining(node) : undefined;
    report(node, {
      message: "wrong-function",
      with: { name, wanted, call: functionText(node), what, says, way: join ?? "", keys },
      data: fixFor(site, entry, context),
    });
    return;
  }
  if (node.kind === "scalar" && (node.value === null || node.tag !== undefined)) return;
  // In Globals another rule reports a pseudo parameter as plain text, and a Ref to it may be right.
  if (entry.section === "Globals" && context.catalogue.pseudoParameters.has(textOf(node) ?? "")) return;
  if (isRight(node, type) || (context.declarations.open && node.kind === "scalar" && FILLED.has(type.kind))) return;
  const given = node.kind === "scalar" ? quotedText(node) : GIVEN[node.kind];
  const says = schemaAnswer(typeMiss(type, node.kind === "scalar" ? "string" : node.kind), property);
  const data = fixFor(site, entry, context);
  const keys = keysOf(site, typeNameOf(entry.value), context.catalogue);
  report(node, { message: "wrong-type", with: { name, wanted, given, says, keys }, data });
}

function fixFor({ node, type, key, path }: ValueSite, entry: EntryContent, context: EntryContext): FixData | undefined {
  if (key === undefined) return undefined;
  const isCheck = path.at(-1) === "Command" && path.at(-2) === "HealthCheck";
  if (node.kind === "list") {
    const [only, other] = type.kind === "object" ? type.object.properties.values() : [];
    const below = only !== undefined && other === undefined && only.type.kind === "map" ? only.name : undefined;
    const fix =
      type.kind === "map" || below !== undefined ? namedValues(node, key, below, entry, context.format) : undefined;
    if (fix !== undefined) return fix;
  }
  if (type.kind !== "object") return wrongTypeFix(node, type, key, entry.unit.text, isCheck ? "CMD-SHELL" : undefined);
  return wholeMap(node, key, type.object, entry, context, ({ type: own }) => {
    if (node.kind !== "call") return isRight(node, own) && (own.kind !== "string" || isOneOf(own, textOf(node) ?? ""));
    return own.kind === "string" && callResult(node, context) !== "list";
  });
}

function isOneOf({ enum: values }: ValueType & { readonly kind: "string" }, text: string): boolean {
  return values?.includes(text) !== false;
}

/** The keys of the map that is wanted: those that it needs, then the usual ones. */
function keysOf({ type, path }: ValueSite, resourceType: string | undefined, { usage }: Catalogue): Localised | string {
  if (type.kind !== "object" || type.object.properties.size === 0) return "";
  const { properties } = type.object;
  const needed = [...properties.values()].filter(({ required }) => required).map(({ name }) => name);
  const usual = resourceType === undefined ? [] : usage.keys(resourceType, path.slice(1));
  const names = [...new Set([...needed, ...usual.filter((name) => properties.has(name)), ...properties.keys()])];
  const shown = names.slice(0, MAX_LISTED);
  const left = names.length - shown.length;
  if (left === 0) return { en: ` It takes ${shown.join(", ")}.`, ja: `使えるキー: ${shown.join("、")}。` };
  return {
    en: ` It takes ${shown.join(", ")} and ${left} more.`,
    ja: `使えるキー: ${shown.join("、")}など${names.length}個。`,
  };
}

const MAX_LISTED = 6;

/** Types that a macro may put in place of a text. */
const FILLED: ReadonlySet<ValueType["kind"]> = new Set(["list", "map", "object"]);

const WANTED: Readonly<Record<Exclude<ValueType["kind"], "union">, Localised | undefined>> = {
  string: { en: "a string", ja: "文字列" },
  number: { en: "a number", ja: "数値" },
  boolean: { en: "true or false", ja: "trueかfalse" },
  list: { en: "a list", ja: "リスト" },
  map: { en: "a map", ja: "マップ" },
  object: { en: "a map", ja: "マップ" },
  any: undefined,
};

const GIVEN: Readonly<Record<"list" | "map", Localised>> = {
  list: { en: "a list", ja: "リスト" },
  map: { en: "a map", ja: "マップ" },
};

/** Both types in the words of the schema's validator; `undefined` for a choice of types. */
function typeMiss(type: ValueType, given: "string" | "list" | "map"): SchemaMiss {
  const keyword = type.kind === "union" || type.kind === "any" ? "" : "type";
  const name = type.kind === "number" && !type.integer ? "Number" : VALIDATORS[type.kind];
  return { keyword, name, given: VALIDATORS[given] };
}

const VALIDATORS: Readonly<Record<ValueType["kind"], string>> = {
  string: "String",
  number: "Integer",
  boolean: "Boolean",
  list: "JSONArray",
  map: "JSONObject",
  object: "JSONObject",
  any: "",
  union: "",
};

/** What a value must be if it has none of the shapes of a union. */
function wantedOfUnion(members: readonly ValueType[]): Localised | undefined {
  const kinds = new Set(members.map(({ kind }) => kind));
  if (kinds.has("any") || kinds.has("union")) return undefined;
  const wanted = [...kinds].flatMap((kind) => WANTED[kind as Exclude<ValueType["kind"], "union">] ?? []);
  return {
    en: [...new Set(wanted.map(({ en }) => en))].join(" or "),
    ja: [...new Set(wanted.map(({ ja }) => ja))].join("か"),
  };
}

function isRight(node: Exclude<Node, CallNode>, type: ValueType): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "union":
      return type.of.some((member) => isRight(node, member));
    case "list":
      return node.kind === "list";
    case "map":
    case "object":
      return node.kind === "map";
    case "string":
      return node.kind === "scalar";
    case "boolean":
      return node.kind === "scalar" && (isBoolean(node) || isDynamic(node.text));
    case "number":
      return node.kind === "scalar" && (isNumber(node, type.integer) || isDynamic(node.text));
  }
}

/**
 * CloudFormation parses YAML 1.1, in which `yes` and `on` are booleans; of quoted texts it accepts only two as
 * booleans.
 */
function isBoolean(node: ScalarNode): boolean {
  return /^(?:true|false)$/i.test(node.text.trim()) || yamlSwitch(node) !== undefined;
}

function isNumber({ text, value }: ScalarNode, integer: boolean): boolean {
  const plain = text.trim().replace(/^\+/, "");
  if (typeof value === "boolean" || plain === "") return false;
  const number = Number(plain.replaceAll("_", ""));
  return Number.isFinite(number) && (!integer || Number.isInteger(number));
}

function isDynamic(text: string): boolean {
  return text.includes("{{resolve:");
}

type Result = "list" | "string" | "id";

const RETURNED: Readonly<Record<Result, Localised>> = {
  list: GIVEN.list,
  string: { en: "a string", ja: "文字列" },
  id: { en: "an identifier", ja: "識別子" },
};

const STRING_FUNCTIONS: ReadonlySet<string> = new Set(["Fn::Sub", "Fn::Join", "Fn::Base64", "Fn::ToJsonString"]);
const LIST_FUNCTIONS: ReadonlySet<string> = new Set(["Fn::Split", "Fn::GetAZs", "Fn::Cidr"]);

/** Whether a call certainly returns a list or a text; `undefined` if that is unknown. */
function callResult(call: CallNode, context: EntryContext): Result | undefined {
  const { declarations, catalogue } = context;
  if (STRING_FUNCTIONS.has(call.name)) return "string";
  if (LIST_FUNCTIONS.has(call.name)) return "list";
  if (call.name !== "Ref") return attributeResult(call, context);
  const name = textOf(call.argument) ?? "";
  const parameter = declarations.parameters.get(name);
  if (parameter !== undefined) {
    if (parameter.type === undefined || declarations.resources.has(name)) return undefined;
    return givesList(parameter.type) ? "list" : "string";
  }
  if (name === "AWS::NotificationARNs") return "list";
  const resource = declarations.resources.get(name);
  // A custom resource gives itself its identifier, which may be a number.
  if (resource !== undefined) return catalogue.resourceType(resource.type ?? "")?.ref === undefined ? "string" : "id";
  return catalogue.pseudoParameters.has(name) ? "string" : undefined;
}

function contradicts(given: Result, type: ValueType): boolean {
  if (type.kind === "union") return type.of.every((member) => contradicts(given, member));
  if (type.kind === "number" || type.kind === "boolean") return given !== "string";
  if (isMap(type)) return true;
  return given === "list" ? type.kind === "string" : type.kind === "list";
}

function isMap({ kind }: ValueType): boolean {
  return kind === "object" || kind === "map";
}

/** How the items of a list become one text. */
function joining(call: CallNode): Localised {
  const list = call.name === "Ref" ? `!Ref ${textOf(call.argument)}` : "…";
  return {
    en: `: join it, as !Join [",", ${list}], or take one item by !Select`,
    ja: `。!Join [",", ${list}]でつなげるか、!Selectで1つを選んでください`,
  };
}

function quotedText({ text }: ScalarNode): string {
  return `"${shortened(text.split("\n", 1)[0] ?? "", 40)}"`;
}
