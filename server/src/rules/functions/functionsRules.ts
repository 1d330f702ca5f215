import type { BareRule } from "../engine/rule.ts";
import { dynamicReference } from "./dynamicReference.ts";
import { functionArguments } from "./functionArguments.ts";
import { misplacedFunction } from "./misplacedFunction.ts";
import { missingSub } from "./missingSub.ts";
import { needlessSub } from "./needlessSub.ts";
import { pseudoParameterText } from "./pseudoParameterText.ts";
import { unknownFunction } from "./unknownFunction.ts";

/** The rules on intrinsic functions and their arguments. */
export const functionsRules: Readonly<Record<string, BareRule>> = {
  needlessSub,
  missingSub,
  functionArguments,
  pseudoParameterText,
  misplacedFunction,
  dynamicReference,
  unknownFunction,
};
