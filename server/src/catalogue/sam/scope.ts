import { ANY, property } from "../types/build.ts";
import type { ObjectType, Property, ResourceType } from "../types/catalogue.ts";
import { schemaAt } from "../types/schemaAt.ts";

/** Where SAM's definitions look up the CloudFormation types that they become. */
export type Scope = (type: string) => ResourceType | undefined;

const GUIDE = "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/";

/** A page of SAM's developer guide: `samUrl("sam-resource-function")`. */
export function samUrl(page: string, anchor?: string): string {
  return `${GUIDE}${page}.html${anchor ? `#${anchor}` : ""}`;
}

/**
 * Properties that SAM hands on as they are: type, limits and text come from the CloudFormation type.
 * `Name!` is required, `Name=Other` takes the text and type of `Other`, which may be a path (`DistributionConfig.Enabled`).
 */
export function passed(scope: Scope, type: string, ...names: readonly string[]): readonly Property[] {
  const root = scope(type)?.properties;
  return names.map((written) => {
    const [bare = "", source = bare] = written.replace("!", "").split("=");
    return handedOn(root, bare, source.split("."), written.includes("!"));
  });
}

function handedOn(root: ObjectType | undefined, name: string, path: readonly string[], required: boolean): Property {
  const known = root && schemaAt(root, path)?.property;
  if (!known)
    return property(name, ANY, "Passed to CloudFormation as it is.", "そのままCloudFormationに渡されます。", {
      required,
    });
  return {
    name,
    required,
    update: known.update,
    default: known.default,
    deprecated: known.deprecated,
    readOnly: false,
    ...(known.references && { references: known.references }),
    url: known.url,
    get type() {
      return known.type;
    },
    get documentation() {
      return known.documentation;
    },
  };
}
