import type { BareRule } from "../engine/rule.ts";
import { conditionalTarget } from "./conditionalTarget.ts";
import { constantCondition } from "./constantCondition.ts";
import { dependencyCycle } from "./dependencyCycle.ts";
import { duplicateExport } from "./duplicateExport.ts";
import { importedOutput } from "./importedOutput.ts";
import { nestedStackOutput } from "./nestedStackOutput.ts";
import { nestedStackParameter } from "./nestedStackParameter.ts";
import { redundantDependsOn } from "./redundantDependsOn.ts";
import { refFormat } from "./refFormat.ts";
import { sharedExport } from "./sharedExport.ts";
import { unknownCondition } from "./unknownCondition.ts";
import { unknownDependsOn } from "./unknownDependsOn.ts";
import { unknownGetAtt } from "./unknownGetAtt.ts";
import { unknownMapping } from "./unknownMapping.ts";
import { unknownRef } from "./unknownRef.ts";
import { unreachableBranch } from "./unreachableBranch.ts";
import { unusedCondition } from "./unusedCondition.ts";
import { unusedMapping } from "./unusedMapping.ts";
import { unusedParameter } from "./unusedParameter.ts";
import { unusedSubVariable } from "./unusedSubVariable.ts";

/** The rules on references: unknown targets, cycles, and what nothing refers to. */
export const referencesRules: Readonly<Record<string, BareRule>> = {
  unknownRef,
  unknownGetAtt,
  unknownDependsOn,
  unknownCondition,
  unknownMapping,
  dependencyCycle,
  redundantDependsOn,
  unusedParameter,
  unusedCondition,
  unusedMapping,
  conditionalTarget,
  unreachableBranch,
  constantCondition,
  refFormat,
  importedOutput,
  unusedSubVariable,
  duplicateExport,
  sharedExport,
  nestedStackOutput,
  nestedStackParameter,
};
