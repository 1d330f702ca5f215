import type { BareRule } from "../engine/rule.ts";
import { conditionShape } from "./conditionShape.ts";
import { entryName } from "./entryName.ts";
import { entryShape } from "./entryShape.ts";
import { interfaceShape } from "./interfaceShape.ts";
import { mappingShape } from "./mappingShape.ts";
import { metadataContext } from "./metadataContext.ts";
import { misplacedBlock } from "./misplacedBlock.ts";
import { missingExtensions } from "./missingExtensions.ts";
import { missingResources } from "./missingResources.ts";
import { missingTransform } from "./missingTransform.ts";
import { nullValue } from "./nullValue.ts";
import { outputValue } from "./outputValue.ts";
import { sectionShape } from "./sectionShape.ts";
import { templateLimits } from "./templateLimits.ts";
import { unknownInterfaceParameter } from "./unknownInterfaceParameter.ts";
import { unknownSection } from "./unknownSection.ts";
import { yamlMerge } from "./yamlMerge.ts";

/** The rules on a template as a whole, and on what its sections and entries look like. */
export const templateRules: Readonly<Record<string, BareRule>> = {
  unknownSection,
  missingResources,
  nullValue,
  unknownInterfaceParameter,
  entryName,
  missingTransform,
  interfaceShape,
  metadataContext,
  templateLimits,
  sectionShape,
  yamlMerge,
  missingExtensions,
  entryShape,
  mappingShape,
  conditionShape,
  outputValue,
  misplacedBlock,
};
