import type { Declarations } from "../../model/template.ts";
import { contentSpan, type Node, refTarget, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import type { Values } from "../../text/localised.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { type CallSite, callSites } from "../shared/resolving/callSites.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { allowedAt, usualAt } from "../shared/values/placeTexts.ts";

/** `Fn::FindInMap` that names a mapping, or a first or second key, that does not exist. */
export const unknownMapping: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Hooks"],
  check(entry, context) {
    if (context.declarations.open) return;
    for (const { call, assumptions } of callSites(entry)) {
      if (call.name !== "Fn::FindInMap") continue;
      checkCall(call, {
        ...context,
        valuesOf: (name) => allowedAt(name, assumptions, entry, context.declarations),
        usualOf: (name) => usualAt(name, assumptions, entry, context.declarations),
      });
    }
  },
};

interface CallContext extends EntryContext {
  /** The values that a parameter can have at the call; `undefined` if it can have any. */
  valuesOf(parameter: string): readonly string[] | undefined;
  /** Its default, if the entry with the call exists with the default values. */
  usualOf(parameter: string): string | undefined;
}

function checkCall({ argument }: CallSite["call"], context: CallContext): void {
  if (argument.kind !== "list") return;
  const [mapping, first, second, options] = argument.items;
  // With a default value the keys may be missing.
  if (valueAt(options, "DefaultValue") !== undefined) return;
  if (mapping?.kind !== "scalar" || isLoopName(mapping.text)) return;
  const { mappings } = context.declarations;
  const keys = mappings.get(mapping.text);
  if (keys === undefined) {
    reportUnknown(mapping, mappings.keys(), context, "no-mapping");
    return;
  }
  if ([...keys.keys()].some((key) => key.startsWith("Fn::"))) return;
  const firstKey = checkFirst(first, mapping.text, keys, context);
  if (firstKey !== "certain" && typeof firstKey !== "object") return;
  checkSecond(second, mapping.text, keys, firstKey === "certain" ? undefined : firstKey.key, context);
}

type Keys = NonNullable<ReturnType<Declarations["mappings"]["get"]>>;

/**
 * The first key if it is a literal; `certain` if it is one of the existing keys; `undefined` if it was reported or is
 * unknown.
 */
function checkFirst(
  node: Node | undefined,
  mapping: string,
  keys: Keys,
  context: CallContext,
): { readonly key: string } | "certain" | undefined {
  if (node?.kind === "scalar" && node.value !== null) {
    if (keys.has(node.text) || isLoopName(node.text)) return { key: node.text };
    reportUnknown(node, keys.keys(), context, "no-key", { mapping });
    return undefined;
  }
  const name = refTarget(node);
  if (node === undefined || name === undefined) return node?.kind === "call" ? "certain" : undefined;
  if (name === "AWS::Region") {
    if ([...keys.keys()].every((key) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(key))) {
      context.report(node, { message: "no-region", with: { mapping } });
      return undefined;
    }
    return "certain";
  }
  const values = context.valuesOf(name);
  const usual = values === undefined ? context.usualOf(name) : undefined;
  if (usual !== undefined && !keys.has(usual)) {
    const values = { value: usual, mapping, meant: "" };
    context.report(node, { message: "no-key", with: values, before: BY_DEFAULT, severity: "warning" });
  }
  const absent = values?.filter((value) => !keys.has(value)) ?? [];
  if (values !== undefined && values.length > 0 && absent.length === values.length) {
    context.report(node, {
      message: "no-key-of-values",
      with: { name, values: absent.slice(0, 3).join(", "), mapping },
    });
    return undefined;
  }
  if (absent.length > 0) {
    context.report(node, {
      message: "no-key-of-value",
      with: { name, values: absent.slice(0, 3).join(", "), mapping },
      severity: "warning",
    });
  }
  return "certain";
}

function checkSecond(
  node: Node | undefined,
  mapping: string,
  keys: Keys,
  first: string | undefined,
  context: CallContext,
): void {
  const rows = first === undefined ? [...keys.values()] : [keys.get(first) ?? new Map()];
  const isKey = (name: string): boolean => rows.some((row) => row.has(name));
  if (rows.length === 0 || rows.some((row) => [...row.keys()].some((key) => key.startsWith("Fn::")))) return;
  const where = first === undefined ? mapping : `${mapping}.${first}`;
  if (node?.kind === "scalar" && node.value !== null) {
    if (isKey(node.text) || isLoopName(node.text)) return;
    const names = rows.flatMap((row) => [...row.keys()]);
    reportUnknown(node, names, context, "no-second-key", { where });
    return;
  }
  const name = refTarget(node);
  if (node === undefined || name === undefined) return;
  const values = context.valuesOf(name);
  if (values === undefined || values.length === 0 || values.some(isKey)) return;
  context.report(node, {
    message: "no-second-key-of-values",
    with: { name, values: values.slice(0, 3).join(", "), where },
  });
}

function reportUnknown(
  node: ScalarNode,
  names: Iterable<string>,
  { report, declarations, catalogue, format }: EntryContext,
  message: string,
  values?: Values,
): void {
  const span = contentSpan(node);
  const { text: name } = node;
  if (message !== "no-mapping" && (catalogue.pseudoParameters.has(name) || declarations.parameters.has(name))) {
    const data = referFix(node, name, undefined, format);
    report(span, { message, with: { value: name, ...values, meant: didYouMean(`!Ref ${name}`) }, meant: name, data });
    return;
  }
  const meant = suggestion(node.text, names, span);
  report(span, { message, with: { value: node.text, ...values, meant }, missing: node.text, data: meant.data });
}
