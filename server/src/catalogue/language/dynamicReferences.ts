import dynamicReferences from "../../../data/dynamicReferences.yaml";
import type { DynamicReferenceInfo } from "../types/catalogue.ts";
import { pageUrl } from "../types/links.ts";

/** Dynamic references by service name. */
export const DYNAMIC_REFERENCES: ReadonlyMap<string, DynamicReferenceInfo> = new Map(
  Object.entries(dynamicReferences()).map(([name, written]) => {
    const { en, ja, syntax, example, page } = written;
    return [name, { name, syntax, example, text: { en, ja }, url: pageUrl(`guide:${page}`) }];
  }),
);
