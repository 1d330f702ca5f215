import type { Declarations } from "../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, FixData, ReportAt } from "../shared/rule.ts";
import { actionsNamed } from "../shared/values/actionsNamed.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/**
 * A policy statement with an action that applies to none of its resources: `s3:GetObject` on a bucket,
 * `s3:ListBucket` on objects, an action of one service on the ARN of another.
 */
export const actionResource: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { type, statements } = valueSites(entry, context.catalogue);
    if (type === undefined) return;
    for (const { map, assumptions } of statements) {
      const check = (statement: MapNode, report: ReportAt): void =>
        checkResources(statement, type.name, { ...context, report });
      const isChosen = listItems(valueAt(map, "Resource")).some(
        (node) => node.kind === "call" && node.name !== "Fn::GetAtt",
      );
      if (isChosen) eachVariant(map, entry, context, check, assumptions);
      else check(map, context.report);
    }
  },
};

/** Reports the actions of a statement that apply to none of its resources. */
function checkResources(statement: MapNode, type: string, context: EntryContext): void {
  const resources = listItems(valueAt(statement, "Resource"));
  const kinds = resources.map((node) => kindOf(node, context.declarations));
  if (kinds.length === 0 || kinds.includes(undefined)) return;
  const wrong = listItems(valueAt(statement, "Action")).filter(
    (node): node is ScalarNode => node.kind === "scalar" && !applies(node.text, kinds, context),
  );
  if (wrong.length > 0) reportWrong(wrong, resources, kinds, type, context);
}

function reportWrong(
  wrong: readonly ScalarNode[],
  resources: readonly Node[],
  kinds: readonly (string | undefined)[],
  type: string,
  { format, report }: EntryContext,
): void {
  const [first] = wrong;
  if (first === undefined) return;
  const isRefused = type === "AWS::S3::BucketPolicy";
  const names = `${wrong
    .slice(0, 5)
    .map(({ text }) => text)
    .join(", ")}${wrong.length > 5 ? ", …" : ""}`;
  const what = [...new Set(kinds)];
  const says = isRefused ? " (“Action does not apply to any resource(s) in statement”)" : "";
  const [only] = resources;
  const data =
    resources.length === 1 && what[0] === "bucket" && /:(?:Get|Put|Delete)Object\b/.test(names) && only !== undefined
      ? ofObjects(only, format)
      : undefined;
  report(contentSpan(first), {
    en: `${names} ${wrong.length === 1 ? "applies" : "apply"} to none of the resources here, which are ${what.map((kind) => NAMES.get(kind ?? "")?.en ?? `of ${kind}`).join(" and ")}${says}: add ${WANTED[what[0] ?? ""]?.en ?? "one that fits"}.`,
    ja: `${names}は、ここに書かれたリソース（${what.map((kind) => NAMES.get(kind ?? "")?.ja ?? `${kind}のリソース`).join("、")}）のどれにも適用されません${says.replace(" (“", "（「").replace("”)", "」）")}。${WANTED[what[0] ?? ""]?.ja ?? "合うもの"}を追加してください。`,
    severity: isRefused ? "error" : "warning",
    unfinished: "beside",
    ...(only && { unfinishedAt: { span: only } }),
    data,
  });
}

const NAMES: ReadonlyMap<string, { readonly en: string; readonly ja: string }> = new Map([
  ["bucket", { en: "buckets", ja: "バケット" }],
  ["object", { en: "objects of buckets (bucket/*)", ja: "バケットのオブジェクト（bucket/*）" }],
  ["other", { en: "neither buckets nor objects", ja: "バケットでもオブジェクトでもないもの" }],
]);

/** What is mostly meant beside these. */
const WANTED: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  bucket: { en: "the objects (bucket/*)", ja: "オブジェクト（bucket/*）" },
  object: { en: "the bucket", ja: "バケット" },
};

function ofObjects(node: Node, format: "yaml" | "json"): FixData | undefined {
  const target = node.kind === "call" && node.name === "Fn::GetAtt" ? textOf(node.argument) : undefined;
  const edit =
    node.kind === "scalar"
      ? { ...contentSpan(node), newText: `${node.text}/*` }
      : target !== undefined && format === "yaml"
        ? { start: node.start, end: node.end, newText: `!Sub "\${${target}}/*"` }
        : undefined;
  return edit && { title: { en: "Name its objects", ja: "オブジェクトを指定" }, edits: [edit] };
}

/** Whether an action may apply to a resource of one of the kinds. */
function applies(text: string, kinds: readonly (string | undefined)[], { catalogue }: EntryContext): boolean {
  const [prefix = "", name = ""] = text.toLowerCase().split(":");
  const service = catalogue.iamServices.get(prefix);
  if (service === undefined || name === "" || text.includes("${")) return true;
  const named = actionsNamed(service, name);
  if (named.length === 0) return true;
  return named.some(({ resources }) => resources.some((kind) => kind === "*" || kinds.includes(kind)));
}

const HOLE = "\ufffc";

/** What an ARN names: its service, or for S3 `bucket`, `object` or `other`; `undefined` if it may be several. */
function kindOf(node: Node, declarations: Declarations): string | undefined {
  const [, service = "", region, rest = ""] =
    /^arn:[^:]*:([a-z\d-]+):([^:]*:[^:]*):([\s\S]*)$/.exec(composed(node, declarations) ?? "") ?? [];
  if (service !== "s3") return service === "" ? undefined : service;
  if (region !== ":") return "other";
  if (rest.includes("/")) return "object";
  return /[*?]|^$/.test(rest) || rest.includes(HOLE) ? undefined : "bucket";
}

/**
 * The text of a value, with holes for what only the deployment knows, except for the names of the template's buckets.
 */
function composed(node: Node, declarations: Declarations): string | undefined {
  if (node.kind === "scalar") return node.text;
  if (node.kind !== "call") return undefined;
  const { name, argument } = node;
  if (name === "Ref") return ofName(textOf(argument) ?? "", declarations);
  if (name === "Fn::GetAtt")
    return ofName(
      argument.kind === "list" ? argument.items.map((item) => textOf(item)).join(".") : (textOf(argument) ?? ""),
      declarations,
    );
  if (name === "Fn::Sub") {
    const [written, own] = argument.kind === "list" ? argument.items : [argument];
    const text = textOf(written);
    return text === undefined ? undefined : substituted(text, own, declarations);
  }
  if (name !== "Fn::Join" || argument.kind !== "list") return undefined;
  const [separator, parts] = argument.items;
  const texts = parts?.kind === "list" ? parts.items.map((part) => composed(part, declarations) ?? HOLE) : undefined;
  return texts?.join(textOf(separator) ?? "");
}

function substituted(text: string, own: Node | undefined, declarations: Declarations): string {
  let result = "";
  let at = 0;
  for (const { name, start, end } of subVariables(text)) {
    result += text.slice(at, start) + ofVariable(name, own, declarations);
    at = end;
  }
  return result + text.slice(at);
}

function ofVariable(name: string, own: Node | undefined, declarations: Declarations): string {
  const given = valueAt(own, name);
  return given === undefined ? ofName(name, declarations) : (composed(given, declarations) ?? HOLE);
}

function ofName(name: string, { resources }: Declarations): string {
  const [id = "", attribute] = name.split(".");
  if (resources.get(id)?.type !== "AWS::S3::Bucket") return HOLE;
  return attribute === undefined ? id : attribute === "Arn" ? `arn:aws:s3:::${id}` : HOLE;
}
