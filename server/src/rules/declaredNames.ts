import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Outline } from "../model/outline.ts";

/** Whether a name may be a resource that a transform adds: SAM names them after the resource that they belong to. */
export function mayBeGenerated(name: string, { resources, transforms, open }: Outline): boolean {
  if (open) return true;
  if (!transforms.some((transform) => transform.startsWith("AWS::Serverless"))) return false;
  if (name.startsWith("Serverless")) return true;
  for (const [id, { type }] of resources) {
    if (type?.startsWith("AWS::Serverless::") && name.startsWith(id)) return true;
  }
  return false;
}

/** The types that a template may hold under its transforms, but that the catalogue does not describe. */
export function isForeignType(type: string, catalogue: Catalogue): boolean {
  if (/^Custom::/.test(type) || type.endsWith("::MODULE")) return true;
  const [owner] = type.split("::", 1);
  if (owner === "AWS" || owner === "Alexa") return false;
  return type.split("::").length >= 2 && catalogue.resourceType(type) === undefined;
}

/** Whether strings may hold `${Name}`s that Fn::ForEach fills in: then names cannot be judged. */
export function isLoopName(name: string): boolean {
  return name.includes("${") || name.includes("&{");
}
