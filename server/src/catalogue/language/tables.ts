import dynamicReferences from "../../../data/dynamicReferences.yaml";
import lambdaRuntimes from "../../../data/lambdaRuntimes.yaml";
import parameterTypes from "../../../data/parameterTypes.yaml";
import pseudoParameters from "../../../data/pseudoParameters.yaml";
import type { DynamicReferenceInfo, ParameterTypeInfo, PseudoParameterInfo, RuntimeInfo } from "../types/catalogue.ts";
import { pageUrl, referenceUrl } from "../types/links.ts";

/** All pseudo parameters by name. */
export const PSEUDO_PARAMETERS: ReadonlyMap<string, PseudoParameterInfo> = new Map(
  Object.entries(pseudoParameters()).map(([name, { en, ja, example = "" }]) => {
    const anchor = `cfn-pseudo-param-${name.replace("AWS::", "").toLowerCase()}`;
    return [name, { name, text: { en, ja }, example, url: referenceUrl("pseudo-parameter-reference", anchor) }];
  }),
);

/** Dynamic references by service name. */
export const DYNAMIC_REFERENCES: ReadonlyMap<string, DynamicReferenceInfo> = new Map(
  Object.entries(dynamicReferences()).map(([name, written]) => {
    const { en, ja, syntax, example, page } = written;
    return [name, { name, syntax, example, text: { en, ja }, url: pageUrl(`guide:${page}`) }];
  }),
);

const { ofAccount, types } = parameterTypes();

/** All parameter types, those of one's own data first. */
export const PARAMETER_TYPES: readonly ParameterTypeInfo[] = types.flatMap((written) => {
  const { name, en, ja, list = false } = written;
  if (!name.includes("{}")) return { name, text: { en, ja }, list };
  return ofAccount
    .filter(({ single }) => !(list && single))
    .map((one) => ({
      name: name.replace("{}", one.name),
      text: { en: capitalised(en.replace("{}", one.en)), ja: ja.replace("{}", one.ja) },
      list,
    }));
});

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Lambda runtimes by name, the present ones first. */
export const LAMBDA_RUNTIMES: ReadonlyMap<string, RuntimeInfo> = new Map(
  Object.entries(lambdaRuntimes()).map(([name, { deprecation, blockCreate, blockUpdate, successor }]) => [
    name,
    { name, deprecation, blockCreate, blockUpdate, successor },
  ]),
);
