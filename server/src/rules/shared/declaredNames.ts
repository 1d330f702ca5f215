import { isGeneratedName, isSharedName } from "../../catalogue/sam/generatedNames.ts";
import type { Declarations } from "../../model/declarations.ts";
import { fitsGlob } from "../../text/glob.ts";

/** Whether a name may belong to something that the text does not show: made by a loop, a macro, a module, or SAM (the last two name what they add after the resource). */
export function mayBeGenerated(name: string, declarations: Declarations): boolean {
  const { resources, transforms } = declarations;
  if (mayBeExpanded(name, declarations)) return true;
  const isSam = transforms.some((transform) => transform.startsWith("AWS::Serverless"));
  if (isSam && isSharedName(name)) return true;
  for (const [id, { type = "", parts, makes }] of resources) {
    if (isSam && makes.includes(name)) return true;
    if (!name.startsWith(id)) continue;
    // The resources of a module are called `ModuleResource` and `Module.Resource`.
    if (type.endsWith("::MODULE") || (isSam && isGeneratedName(name, id, type, parts))) return true;
  }
  return false;
}

/** Whether a loop or a macro may make an entry of this name, in whatever section. */
export function mayBeExpanded(name: string, { loopNames, open }: Declarations): boolean {
  return open || loopNames.some((pattern) => fits(name, pattern));
}

/** Whether a loop or a macro may make entries at all: what the text does not have may be there. */
export function mayHaveMore({ loopNames, open }: Declarations): boolean {
  return open || loopNames.length > 0;
}

/** `*` stands for letters and digits. */
function fits(name: string, pattern: string): boolean {
  if (!pattern.includes("*")) return name === pattern;
  return /^\w+$/.test(name) && fitsGlob(name, pattern.replaceAll(/[^\w*]/g, "").replaceAll("*", "?*"));
}

/** Whether strings may hold `${Name}`s that Fn::ForEach fills in: then names cannot be judged. */
export function isLoopName(name: string): boolean {
  return name.includes("${") || name.includes("&{");
}
