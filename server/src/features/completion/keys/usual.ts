import { memoBy } from "../../../text/memoBy.ts";
import type { Scene } from "../scene.ts";
import { callingServices, servicesReferring } from "./callers.ts";
import { namespacesInUse } from "./metricNamespaces.ts";

/** Keys of the object at the caret that templates write, the most usual first. */
export function usualKeys({ subject, catalogue }: Scene): readonly string[] {
  const { type: resourceType, path } = inResource(subject.resourceType, subject.path);
  if (resourceType === undefined || path[0] !== "Properties") return [];
  const first = catalogue.values.order(
    resourceType,
    path.filter((step) => typeof step === "string"),
  );
  return [...first, ...catalogue.usage.keys(resourceType, keyNames(path))];
}

/**
 * Keys or values in the order that is known of them, the most usual values first.
 *
 * @param below from the resource's attributes down
 */
export function usualOrder({ subject, catalogue }: Scene, below: readonly (string | number)[]): readonly string[] {
  const { type: resourceType, path } = inResource(subject.resourceType, below);
  if (resourceType === undefined) return [];
  const first = catalogue.values.order(
    resourceType,
    path.filter((step) => typeof step === "string"),
  );
  return path[0] === "Properties" ? [...first, ...catalogue.usage.values(resourceType, keyNames(path))] : first;
}

/** A place in SAM's `Globals` as the same one in a resource; any other as it is. */
export function inResource(
  type: string | undefined,
  path: readonly (string | number)[],
): { readonly type: string | undefined; readonly path: readonly (string | number)[] } {
  const [section, of, ...rest] = path;
  return section === "Globals" && of !== undefined
    ? { type: `AWS::Serverless::${of}`, path: ["Properties", ...rest] }
    : { type, path };
}

/** Values of the property at the caret that templates write, the most usual first. */
export const usualValues: (scene: Scene) => readonly string[] = memoBy((scene) => {
  const { subject, catalogue } = scene;
  const { resourceType, section, path } = subject;
  if (section === "Parameters" && path.at(-1) === "Type") return catalogue.usage.parameterTypes;
  if (section !== "Resources") return [];
  const first = catalogue.values.order(
    resourceType ?? "",
    path.filter((step) => typeof step === "string"),
  );
  if (resourceType === undefined || path[0] !== "Properties" || path.length < 2) return first;
  const calling = path.at(-1) === "Principal" ? callingServices(scene) : [];
  const referring = path.findLast((step) => typeof step === "string") === "Service" ? servicesReferring(scene) : [];
  const watched = path.at(-1) === "Namespace" ? namespacesInUse(scene) : [];
  return [...calling, ...referring, ...watched, ...first, ...catalogue.usage.values(resourceType, keyNames(path))];
});

function keyNames(path: readonly (string | number)[]): readonly string[] {
  return path.slice(1).filter((step) => typeof step === "string");
}

/** A text that sorts like an index; behind all others if there is none. */
export function rankText(order: number): string {
  return String(order < 0 ? 999 : Math.min(order, 998)).padStart(3, "0");
}
