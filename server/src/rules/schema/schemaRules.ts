import type { BareRule } from "../engine/rule.ts";
import { duplicateItem } from "./duplicateItem.ts";
import { invalidCidr } from "./invalidCidr.ts";
import { invalidFormat } from "./invalidFormat.ts";
import { invalidId } from "./invalidId.ts";
import { invalidResolvedValue } from "./invalidResolvedValue.ts";
import { invalidValue } from "./invalidValue.ts";
import { jsonText } from "./jsonText.ts";
import { listSize } from "./listSize.ts";
import { mismatchedResources } from "./mismatchedResources.ts";
import { missingProperty } from "./missingProperty.ts";
import { propertyCombination } from "./propertyCombination.ts";
import { protocolValue } from "./protocolValue.ts";
import { tagList } from "./tagList.ts";
import { thirdPartyType } from "./thirdPartyType.ts";
import { typeRegion } from "./typeRegion.ts";
import { unknownProperty } from "./unknownProperty.ts";
import { unknownType } from "./unknownType.ts";
import { unparsableValue } from "./unparsableValue.ts";
import { valueCombination } from "./valueCombination.ts";
import { wrongRefTarget } from "./wrongRefTarget.ts";
import { wrongType } from "./wrongType.ts";
import { yamlBoolean } from "./yamlBoolean.ts";

/** The rules on types, properties and values, as the types' schemas describe them. */
export const schemaRules: Readonly<Record<string, BareRule>> = {
  unknownType,
  unknownProperty,
  missingProperty,
  wrongType,
  invalidValue,
  propertyCombination,
  invalidFormat,
  invalidCidr,
  invalidId,
  invalidResolvedValue,
  protocolValue,
  unparsableValue,
  duplicateItem,
  listSize,
  wrongRefTarget,
  valueCombination,
  mismatchedResources,
  tagList,
  thirdPartyType,
  typeRegion,
  yamlBoolean,
  jsonText,
};
