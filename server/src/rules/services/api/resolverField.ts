import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { suggestion } from "../../shared/fixes/nearest.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { TemplateRule } from "../../shared/rule.ts";
import { isOpenText, literalAt } from "../../shared/values/literals.ts";

const SCHEMA = "AWS::AppSync::GraphQLSchema";

/** A resolver of AppSync for a field, or a type, that the schema of its API does not have, as far as that is written out. */
export const resolverField: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const parts = appSyncParts(template);
    const schemas = parts.filter(({ entry }) => typeNameOf(entry.value) === SCHEMA);
    if (schemas.length === 0 || schemas.length === parts.length) return;
    for (const { entry, found } of parts) {
      const { properties, api } = found;
      const [schema, ...others] = schemas.filter((one) => one.found.api === api);
      const [type, field] = ["TypeName", "FieldName"].map((name) => literalAt(properties, name));
      const types = schema?.found.types;
      if (types === undefined || others.length > 0 || type === undefined || field === undefined) continue;
      if (schema?.entry === entry || isOpenText(type.text) || isOpenText(field.text)) continue;
      const fields = types.get(type.text);
      if (fields?.includes(field.text) === true) continue;
      const node = fields === undefined ? type : field;
      const meant = suggestion(node.text, fields ?? [...types.keys()], contentSpan(node));
      report(entry, contentSpan(node), {
        message: fields === undefined ? "no-type" : "no-field",
        with: { schema: schema?.entry.name, type: type.text, field: field.text, meant },
        data: meant.data,
        unfinished: "below",
      });
    }
  },
};

const appSyncParts = searchResources([SCHEMA, "AWS::AppSync::Resolver"], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  const node = valueAt(properties, "ApiId");
  const api = node && composedText(node);
  if (properties === undefined || api === undefined || api.includes("Fn::If(")) return undefined;
  const text = type === SCHEMA ? textOf(valueAt(properties, "Definition")) : undefined;
  return {
    properties,
    api,
    types: text === undefined || /\$\{|\{\{/.test(text) ? undefined : typesOf(properties, text),
  };
});

/** The fields of the types of a schema in GraphQL. */
const typesIn = memoBy((_: object): { types?: ReadonlyMap<string, readonly string[]> } => ({}));

function typesOf(owner: object, text: string): ReadonlyMap<string, readonly string[]> {
  const known = typesIn(owner);
  known.types ??= readTypes(text);
  return known.types;
}

/** In UTF-16 units. */
const MAX_TEXT_LENGTH = 100_000;

function readTypes(text: string): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  for (const [, name = "", body = ""] of plain(text.slice(0, MAX_TEXT_LENGTH)).matchAll(
    /\b(?:type|interface)\s{1,99}(\w+)[^{}]{0,999}\{([^{}]*)\}/g,
  ))
    types.set(name, [
      ...(types.get(name) ?? []),
      ...[...body.matchAll(/(\w+)\s{0,99}:/g)].map(([, field = ""]) => field),
    ]);
  return types;
}

/** Without comments, texts and what is in brackets. */
function plain(text: string): string {
  let depth = 0;
  let result = "";
  for (const [part] of text.matchAll(/"""(?:[^"]|"(?!""))*"""|"[^"\n]*"|#[^\n]*|[()]|[^"#()]+|"/g)) {
    if (part === "(") depth++;
    else if (part === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && !/^["#]/.test(part)) result += part;
  }
  return result;
}
