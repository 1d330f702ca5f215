import samKinds from "../../../data/samKinds.yaml";
import { lazyByKey } from "../../text/lazy.ts";

const CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";
const SAM = "AWS::Serverless::";

/**
 * The type whose notes are on another one, too: `Custom::Seed` is another name of the type of all custom resources, and SAM
 * hands the keys of `AWS::Serverless::Function` on to a function of Lambda. `undefined` for most.
 */
export function otherTypeOf(type: string): string | undefined {
  if (type.startsWith("Custom::")) return CUSTOM_RESOURCE;
  return type.startsWith(SAM) ? samKinds()[type.slice(SAM.length)]?.becomes : undefined;
}

/** How templates with something of a type write it: as that type, or as one that has its notes. */
export const writtenAs: (type: string) => readonly string[] = lazyByKey((type) => {
  const short = Object.entries(samKinds()).flatMap(([kind, { becomes }]) => (becomes === type ? `${SAM}${kind}` : []));
  return [type === CUSTOM_RESOURCE ? "Custom" : type, ...short];
});
