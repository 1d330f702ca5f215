import { objectType, property } from "./build.ts";
import type { ObjectType } from "./catalogue.ts";
import { referenceUrl } from "./links.ts";

/** The tag that most types share. */
export const TAG: ObjectType = objectType("Tag", referenceUrl("aws-properties-resource-tags"), [
  property(
    "Key",
    { kind: "string", minLength: 1, maxLength: 128 },
    "The name of the tag: 1 to 128 characters; `aws:` is reserved as a prefix.",
    "タグの名前。1〜128文字で、`aws:`で始まる名前は使えません。",
    { required: true },
  ),
  property(
    "Value",
    { kind: "string", minLength: 0, maxLength: 256 },
    "The value of the tag: up to 256 characters.",
    "タグの値。256文字まで。",
    { required: true },
  ),
]);
