import { ANY, property, withChanges } from "./build.ts";
import type { ObjectType, Property, ResourceType } from "./catalogue.ts";
import { schemaAt } from "./schemaAt.ts";

/** Finds the CloudFormation types that SAM's definitions become. */
export type Scope = (type: string) => ResourceType | undefined;

/**
 * Properties that SAM hands on as they are: type, limits and text come from the CloudFormation type.
 * `Name!` is required, `Name=Other` takes the text and type of `Other`, which may be a path (`DistributionConfig.Enabled`).
 */
export function handedOn(scope: Scope, type: string, names: readonly string[]): readonly Property[] {
  const root = scope(type)?.properties;
  return names.map((written) => {
    const [bare = "", source = bare] = written.replace("!", "").split("=");
    return one(root, bare, source.split("."), written.includes("!"));
  });
}

function one(root: ObjectType | undefined, name: string, path: readonly string[], required: boolean): Property {
  const known = root && schemaAt(root, path)?.property;
  if (!known)
    return property(name, ANY, "Passed to CloudFormation as it is.", "そのままCloudFormationに渡されます。", {
      required,
    });
  return withChanges(known, { name, required, readOnly: false, bySchema: false });
}
