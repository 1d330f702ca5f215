import type { Outline } from "../model/outline.ts";

/** Whether a name may belong to something that the text does not show: made by a loop, a macro, or SAM (which names what it adds after the resource). */
export function mayBeGenerated(name: string, { resources, transforms, loopNames, open }: Outline): boolean {
  if (open || loopNames.some((pattern) => fits(name, pattern))) return true;
  if (!transforms.some((transform) => transform.startsWith("AWS::Serverless"))) return false;
  if (name.startsWith("Serverless")) return true;
  for (const [id, { type }] of resources) {
    if (type?.startsWith("AWS::Serverless::") && name.startsWith(id)) return true;
  }
  return false;
}

/** `*` stands for letters and digits. */
function fits(name: string, pattern: string): boolean {
  if (!pattern.includes("*")) return name === pattern;
  return new RegExp(`^${pattern.replaceAll(/[^\w*]/g, "").replaceAll("*", "\\w+")}$`).test(name);
}

/** Whether strings may hold `${Name}`s that Fn::ForEach fills in: then names cannot be judged. */
export function isLoopName(name: string): boolean {
  return name.includes("${") || name.includes("&{");
}
