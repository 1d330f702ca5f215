import { BOOLEAN, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { Property, ValueType } from "../types/catalogue.ts";
import { LAMBDA_RUNTIMES } from "../values/lambdaRuntimes.ts";
import { samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const TAGS: Property = property("Tags", map(STRING), "Tags, as key: value.", "タグ（キー: 値）。");

export const PROPAGATE: Property = property(
  "PropagateTags",
  BOOLEAN,
  "Whether the tags also go to the resources that SAM generates.",
  "SAMが生成するリソースにもタグを付けるかどうか。",
);

export function code(name: string, en: string, ja: string, required = false): Property {
  const place = objectType(name, samUrl(`sam-property-function-functioncode`), [
    property("Bucket", STRING, "The bucket.", "バケット名。", { required: true }),
    property("Key", STRING, "The object's key.", "オブジェクトキー。", { required: true }),
    property("Version", STRING, "The object's version.", "オブジェクトのバージョン。"),
  ]);
  return property(name, union(STRING, object(place)), en, ja, { required });
}

export const runtimes: ValueType = { kind: "string", enum: [...LAMBDA_RUNTIMES.keys()], closed: true };
