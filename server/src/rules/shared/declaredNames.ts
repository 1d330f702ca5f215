import { isGeneratedName, isSharedName } from "../../catalogue/sam/generatedNames.ts";
import type { Reference } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Declarations, Template } from "../../model/template.ts";
import { loopedNames } from "../../model/tree/loopEntries.ts";
import { typeNameOf } from "../../model/tree/node.ts";
import { fitsGlob } from "../../text/glob.ts";
import type { Localised } from "../../text/localised.ts";

/** Whether a name may belong to something that the text does not show: made by a loop, a macro, a module, or SAM (the last two name what they add after the resource). */
export function mayBeGenerated(name: string, declarations: Declarations): boolean {
  const { resources, transforms } = declarations;
  if (mayBeExpanded(name, declarations)) return true;
  const isSam = transforms.some((transform) => transform.startsWith("AWS::Serverless"));
  if (isSam && isSharedName(name)) {
    const [api] = /^Serverless(?:Rest|Http)Api/.exec(name) ?? [];
    const isMade = (): boolean => [...resources.values()].some(({ makes }) => makes.includes(api ?? ""));
    if (api === undefined || declarations.loopNames.length > 0 || isMade()) return true;
  }
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
  return open || loopNames.some((pattern) => matchesWildcard(name, pattern));
}

/** Whether a loop or a macro may make entries at all: what the text does not have may be there. */
export function mayHaveMore({ loopNames, open }: Declarations): boolean {
  return open || loopNames.length > 0;
}

/** `*` matches letters and digits. */
function matchesWildcard(name: string, pattern: string): boolean {
  if (!pattern.includes("*")) return name === pattern;
  return /^\w+$/.test(name) && fitsGlob(name, pattern.replaceAll(/[^\w*]/g, "").replaceAll("*", "?*"));
}

/** The report on a name with the identifiers of loops in it, if one of its values is declared nowhere. */
export function missingInLoop({ name, loop }: Reference, declarations: Declarations): Localised | undefined {
  const names = loop === undefined || !isLoopName(name) ? [] : loopedNames(name, loop);
  if (names.some((one) => one.includes("*") || isLoopName(one))) return undefined;
  const missing = names.find(
    (one) =>
      !declarations.resources.has(one) && !declarations.parameters.has(one) && !mayBeGenerated(one, declarations),
  );
  if (missing === undefined) return undefined;
  return {
    en: `${missing} (of ${name}) is not a resource in this template.`,
    ja: `${missing}（${name}の展開結果）というリソースは、このテンプレートにありません。`,
  };
}

/** Whether strings may hold `${Name}`s that Fn::ForEach fills in: then names cannot be judged. */
export function isLoopName(name: string): boolean {
  return name.includes("${") || name.includes("&{");
}

/** Whether a nested stack or a custom resource, which may allow anything, knows of a resource. */
export function isNamedByOthers(template: Template, target: string): boolean {
  return others(template, "Resources").some(({ entry }) => references(entry).some(({ name }) => name === target));
}

/** The resources that may allow anything. */
const others = searchEntries(({ value }) =>
  /^(?:AWS::CloudFormation::(?:Stack|CustomResource)$|AWS::Serverless::|Custom::)/.test(typeNameOf(value) ?? "")
    ? true
    : undefined,
);
