import type { BareRule } from "../engine/rule.ts";
import { imageParameter } from "./imageParameter.ts";
import { parameterAttributes } from "./parameterAttributes.ts";
import { parameterDefault } from "./parameterDefault.ts";
import { parameterType } from "./parameterType.ts";

/** The rules on what parameters declare. */
export const parametersRules: Readonly<Record<string, BareRule>> = {
  parameterType,
  parameterDefault,
  imageParameter,
  parameterAttributes,
};
