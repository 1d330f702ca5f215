import { type ChildTemplate, templateProperty } from "../../../model/references/childTemplates.ts";
import { relativePath } from "../../../model/references/relativePath.ts";
import type { Scene } from "../scene.ts";

/** The template of the nested stack around the caret, by the text, as the tree may have lost it. */
export function childHere({ subject, place, children }: Scene): ChildTemplate | undefined {
  const property = templateProperty(subject.resourceType);
  const written = property === undefined ? undefined : place.levels[3]?.valueOf(property);
  const path = written === undefined ? undefined : relativePath(written);
  return path === undefined ? undefined : children?.get(path);
}
