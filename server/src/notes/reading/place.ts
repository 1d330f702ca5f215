/**
 * A place in templates that a note is bound to, as a marker, a topic or a note's own words name it. Types, keys and
 * values may hold `*` (any characters); a key that is `**` stands for any number of keys.
 */
export type NotePlace =
  | { readonly kind: "type"; readonly type: string }
  /** A property of a type, list indexes left out, with its value if `value` is set. */
  | {
      readonly kind: "property";
      readonly type: string;
      readonly path: readonly string[];
      readonly value: string | undefined;
    }
  /** A section, or keys below its entries: `path` leaves the entry's name out (`section:Outputs.Export`). */
  | {
      readonly kind: "section";
      readonly section: string;
      readonly path: readonly string[];
      readonly value: string | undefined;
    }
  /** A resource attribute, `path` starting with its name, and keys below it. */
  | { readonly kind: "attribute"; readonly path: readonly string[]; readonly value: string | undefined }
  /** Keys below a resource's (or the template's) `Metadata`. */
  | { readonly kind: "metadata"; readonly path: readonly string[]; readonly value: string | undefined }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "pseudo"; readonly name: string }
  /** Consecutive words of a script. */
  | { readonly kind: "word"; readonly words: readonly string[] }
  /** A token of any string, also inside the JSON text of a dashboard. */
  | { readonly kind: "text"; readonly text: string }
  /** A bare name: any construct of that name. */
  | { readonly kind: "name"; readonly name: string }
  /** Something that a template's author named: a logical id, a physical name, an export. */
  | { readonly kind: "own"; readonly name: string };

/** Keys of `Metadata` that CloudFormation itself reads; they look like resource types. */
const METADATA_KEYS = new Set([
  "AWS::CloudFormation::Init",
  "AWS::CloudFormation::Authentication",
  "AWS::CloudFormation::Interface",
  "AWS::CloudFormation::Designer",
]);

/**
 * Reads one place: `AWS::S3::Bucket`, `AWS::Route53::RecordSet.Type=A`, `section:Outputs`,
 * `attribute:DeletionPolicy=Retain`, `metadata:AWS::CloudFormation::Init.packages`,
 * `function:Fn::FindInMap`, `pseudo:AWS::Region`, `word:aws cloudfront create-invalidation`,
 * `text:SpilloverCount`, `id:OrdersTable`, `CreationPolicy`. `undefined` for text that names no place.
 */
export function parsePlace(source: string): NotePlace | undefined {
  const text = source.trim();
  // Most are types and their properties.
  if (text.startsWith("AWS::")) return placeOfType(text);
  const [, prefix, rest] = /^(section|attribute|metadata|function|pseudo|word|text|id):(?!:)\s*(.*)$/s.exec(text) ?? [];
  if (prefix !== undefined) return rest === undefined || rest === "" ? undefined : prefixedPlace(prefix, rest);
  if (text === "" || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (!text.includes("::")) return { kind: "name", name: text };
  return text.startsWith("Fn::") ? { kind: "function", name: text } : placeOfType(text);
}

function placeOfType(text: string): NotePlace | undefined {
  const { path, value } = pathAndValue(text);
  const [type, ...keys] = path;
  if (type === undefined) return undefined;
  if (METADATA_KEYS.has(type)) return { kind: "metadata", path, value };
  if (/^AWS::\w+$/.test(type)) return keys.length > 0 ? undefined : { kind: "pseudo", name: type };
  if (keys.length === 0) return value === undefined ? { kind: "type", type } : undefined;
  return { kind: "property", type, path: keys, value };
}

function prefixedPlace(prefix: string, rest: string): NotePlace | undefined {
  if (prefix === "function") return { kind: "function", name: rest };
  if (prefix === "pseudo") return { kind: "pseudo", name: rest };
  if (prefix === "word") return { kind: "word", words: rest.split(/\s+/) };
  if (prefix === "text") return { kind: "text", text: rest };
  if (prefix === "id") return { kind: "own", name: rest.trim() };
  const { path, value } = pathAndValue(rest);
  const [section, ...below] = path;
  if (section === undefined) return undefined;
  if (prefix === "section") return { kind: "section", section, path: below, value };
  return { kind: prefix === "attribute" ? "attribute" : "metadata", path, value };
}

/** Splits `A::B.C.D=value`; an empty path if a key is empty. */
function pathAndValue(text: string): { path: readonly string[]; value: string | undefined } {
  const equals = text.indexOf("=");
  const keys = (equals < 0 ? text : text.slice(0, equals)).trim().split(".");
  const value = equals < 0 ? undefined : text.slice(equals + 1).trim();
  return { path: keys.includes("") ? [] : keys, value };
}

/** The service's part of a type: `S3` of `AWS::S3::Bucket`. */
export function namespaceOf(type: string): string {
  return type.split("::")[1] ?? "";
}
