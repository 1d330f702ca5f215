import { requiredProperties } from "../catalogue/types/requiredProperties.ts";
import { alternatives } from "../catalogue/types/schemaAt.ts";
import type { AddedKey } from "../rules/shared/rule.ts";
import { plainBody } from "../snippets/plainBody.ts";
import type { Edit } from "../text/edit.ts";
import { bodyLines, usualPair } from "./completion/keys/keySkeletons.ts";
import type { CompletionContext } from "./completion/scene.ts";

/**
 * A fix that adds a key, with what nearly everybody writes below it in place of the emptiest value; the fix as it is
 * for keys that people give different values.
 */
export function usualFix<Fix extends { readonly edits: readonly Edit[]; readonly adds?: AddedKey | undefined }>(
  fix: Fix,
  context: Pick<CompletionContext, "template" | "catalogue" | "snippets">,
): Fix {
  const [edit] = fix.edits;
  if (fix.adds === undefined || edit === undefined) return fix;
  const { template } = context;
  const text = usualKeyText(fix.adds, context, template.format === "json" ? "json" : "block");
  if (text === undefined) return fix;
  const before = /^,?\r?\n[ \t]*/.exec(edit.newText)?.[0] ?? "";
  const newText = before.includes("\r") ? text.replaceAll("\n", "\r\n") : text;
  return { ...fix, edits: [{ ...edit, newText: before + newText }] };
}

function usualKeyText(
  { logicalId, resourceType, path, type, indent, unit }: AddedKey,
  context: Pick<CompletionContext, "template" | "catalogue" | "snippets">,
  style: "block" | "json",
): string | undefined {
  const subject = { entry: logicalId, resourceType };
  const own = usualPair({ ...context, subject }, path, type);
  if (own !== undefined) return plainLines(own);
  const [object] = alternatives(type).flatMap((one) => (one.kind === "object" ? [one.object] : []));
  const required = object === undefined || path.length > 1 ? [] : requiredProperties(object);
  const bodies = required.map((one) => usualPair({ ...context, subject }, [...path, one.name], one.type));
  const all = bodies.flatMap((body) => body?.split("\n") ?? []);
  if (required.length === 0 || bodies.includes(undefined)) return undefined;
  return plainLines([`${path[0]}:`, ...all.map((line) => `  ${line}`)].join("\n"));

  function plainLines(body: string): string | undefined {
    const lines = bodyLines(body, style, indent, unit);
    return lines === undefined ? undefined : plainBody(lines);
  }
}
