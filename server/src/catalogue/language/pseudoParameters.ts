import pseudoParameters from "../../../data/pseudoParameters.yaml";
import type { PseudoParameterInfo } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

/** All pseudo parameters by name. */
export const PSEUDO_PARAMETERS: ReadonlyMap<string, PseudoParameterInfo> = new Map(
  Object.entries(pseudoParameters()).map(([name, { en, ja, example = "" }]) => {
    const anchor = `cfn-pseudo-param-${name.replace("AWS::", "").toLowerCase()}`;
    return [name, { name, text: { en, ja }, example, url: referenceUrl("pseudo-parameter-reference", anchor) }];
  }),
);
