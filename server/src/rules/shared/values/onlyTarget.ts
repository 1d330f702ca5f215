import type { Catalogue, Property } from "../../../catalogue/types/catalogue.ts";
import type { Declarations } from "../../../model/declarations.ts";
import type { KeyValue } from "../fixes/keyEdit.ts";

/** The reference to the only resource of a template that a property may take; `undefined` without one, or of several. */
export function onlyTarget(
  { references = [] }: Pick<Property, "references">,
  logicalId: string,
  { resources }: Declarations,
  catalogue: Catalogue,
): KeyValue | undefined {
  if (references.length === 0 || resources.size > MAX_RESOURCES) return undefined;
  const fitting = [...resources].filter(
    ([name, { type }]) => name !== logicalId && references.some((one) => one.type === type),
  );
  const [[name, { type }] = [undefined, { type: undefined }]] = fitting;
  if (name === undefined || type === undefined || fitting.length > 1) return undefined;
  const attribute = references.find((one) => one.type === type)?.attribute ?? "";
  const info = catalogue.resourceType(type);
  if (info?.ref?.split("|").includes(attribute)) return { yaml: `!Ref ${name}`, json: `{ "Ref": "${name}" }` };
  if (info?.attributes.has(attribute) !== true) return undefined;
  return { yaml: `!GetAtt ${name}.${attribute}`, json: `{ "Fn::GetAtt": ["${name}", "${attribute}"] }` };
}

/** More are none that a template may have, and all of them are looked at for each key. */
const MAX_RESOURCES = 500;
