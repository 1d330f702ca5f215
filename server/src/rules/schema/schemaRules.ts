import type { Rule } from "../engine/rule.ts";
import { duplicateItem } from "./duplicateItem.ts";
import { invalidCidr } from "./invalidCidr.ts";
import { invalidFormat } from "./invalidFormat.ts";
import { invalidId } from "./invalidId.ts";
import { invalidValue } from "./invalidValue.ts";
import { linkedResources } from "./linkedResources.ts";
import { listSize } from "./listSize.ts";
import { missingProperty } from "./missingProperty.ts";
import { otherResource } from "./otherResource.ts";
import { propertyCombination } from "./propertyCombination.ts";
import { protocolValue } from "./protocolValue.ts";
import { resolvedValue } from "./resolvedValue.ts";
import { tagList } from "./tagList.ts";
import { textValue } from "./textValue.ts";
import { thirdPartyType } from "./thirdPartyType.ts";
import { unknownProperty } from "./unknownProperty.ts";
import { unknownType } from "./unknownType.ts";
import { valueCombination } from "./valueCombination.ts";
import { wrongType } from "./wrongType.ts";

/** The rules on what the types' schemas say: types, properties, values. */
export const schemaRules: readonly Rule[] = [
  unknownType,
  unknownProperty,
  missingProperty,
  wrongType,
  invalidValue,
  propertyCombination,
  invalidFormat,
  invalidCidr,
  invalidId,
  resolvedValue,
  protocolValue,
  textValue,
  duplicateItem,
  listSize,
  otherResource,
  valueCombination,
  linkedResources,
  tagList,
  thirdPartyType,
];
