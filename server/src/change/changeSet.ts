import { type LineIndex, lineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { contextPromises } from "./contextPromises.ts";
import type { OtherTemplate } from "./otherTemplates.ts";
import { brokenPromises } from "./promises.ts";
import type { Detail, ResourceChange, ResourceState } from "./resourceState.ts";
import { type RunningInstance, reasonPages, reasonText } from "./running/runningInstance.ts";
import { runningInstances } from "./running/runningInstances.ts";
import type { TemplateChange } from "./templateChange.ts";
import { shownValue, type Value } from "./values/value.ts";
import { valueSpanAt } from "./values/valueSpans.ts";
import { widenedPermissions } from "./widened.ts";

/** Lines and columns from 1; the end is behind the last character. */
interface Range {
  readonly Line: number;
  readonly Column: number;
  readonly EndLine: number;
  readonly EndColumn: number;
}

type Json = Readonly<Record<string, unknown>>;

/** A change as plain data, in the words of CloudFormation's `describe-change-set`, with ours beside them. */
export function changeSet(
  change: TemplateChange,
  files: { readonly before: string; readonly after: string },
  language: "en" | "ja",
  others?: () => readonly OtherTemplate[],
): Json {
  const lines = {
    before: lineIndex(change.sides.before.template.text),
    after: lineIndex(change.sides.after.template.text),
  };
  const count = (action: ResourceChange["action"]): number =>
    change.changes.filter((one) => one.action === action).length;
  const replaced = (how: ResourceChange["replacement"]): number =>
    change.changes.filter(({ replacement }) => replacement === how).length;
  return {
    Version: 1,
    Before: { File: files.before },
    After: { File: files.after },
    Summary: {
      Add: count("Add"),
      Modify: count("Modify"),
      Remove: count("Remove"),
      Dynamic: count("Dynamic"),
      Replacement: { True: replaced("True"), Conditional: replaced("Conditional") },
    },
    Changes: change.changes.map((one) => resourceJson(one, change, lines)),
    Promises: brokenPromises(change, others).map(({ kind, name, text, page, span, others: files }) => ({
      Kind: kind,
      Name: name,
      Concerns: files,
      Message: text[language],
      Page: page,
      Range: range(span, lines.after),
    })),
    MetadataContext: contextPromises(change).map(({ level, id, text, span, said: words }) => ({
      LogicalResourceId: id,
      Level: level,
      Message: text[language],
      Says: words,
      Range: range(span, lines.after),
    })),
    WiderPermissions: widenedPermissions(change).map(({ id, text, span }) => ({
      LogicalResourceId: id,
      Allows: text,
      Range: range(span, lines.after),
    })),
    RunningInstances: runningInstances(change).map((one) => instanceJson(one, change, language, lines.after)),
  };
}

function instanceJson(one: RunningInstance, { after }: TemplateChange, language: "en" | "ja", lines: LineIndex): Json {
  const { id, effects, minutes, details } = one;
  const spans = details.flatMap(({ path }) => valueSpanAt(after.get(id)?.entry, path) ?? []);
  return {
    LogicalResourceId: id,
    Effects: effects,
    Minutes: minutes,
    Why: reasonText(one, language),
    Pages: reasonPages(one),
    Because: spans.map(({ start }) => lines.at(start)).map(({ line, column }) => ({ Line: line, Column: column })),
  };
}

interface Lines {
  readonly before: LineIndex;
  readonly after: LineIndex;
}

function resourceJson(one: ResourceChange, { before, after }: TemplateChange, lines: Lines) {
  const [earlier, later] = [before.get(one.id), after.get(one.id)];
  const isModified = one.action === "Modify";
  return {
    LogicalResourceId: one.id,
    ResourceType: one.type,
    Action: one.action,
    Replacement: one.replacement,
    PolicyAction: one.policyAction,
    Scope: [...new Set(one.details.map(({ attribute }) => attribute))],
    Interruption: isModified ? strongest(one.details) : undefined,
    MovedFrom: one.movedFrom,
    Details: one.details.map((detail) => detailJson(detail, earlier, later, lines)),
    BeforeContext: one.action === "Add" ? undefined : context(earlier),
    AfterContext: one.action === "Remove" ? undefined : context(later),
  };
}

function strongest(details: readonly Detail[]): Detail["interruption"] {
  const found = details.filter(({ happens }) => happens !== "no").map(({ interruption }) => interruption);
  return found.includes("Replacement") ? "Replacement" : found.includes("Some") ? "Some" : "None";
}

function detailJson(detail: Detail, before: ResourceState | undefined, after: ResourceState | undefined, lines: Lines) {
  const { attribute, name, path, requiresRecreation, evaluation, source, entity, differences, happens } = detail;
  const [only, ...others] = differences;
  const values = [before, after].map((state) => partValue(detail, state));
  const [was, is] = only !== undefined && others.length === 0 ? [only.before, only.after] : values;
  const isFollowing = differences.length === 0;
  return {
    Target: {
      Attribute: attribute,
      Name: name,
      Path: `/${path.join("/")}`,
      RequiresRecreation: requiresRecreation,
      AttributeChangeType:
        isFollowing || (was !== undefined && is !== undefined) ? "Modify" : was === undefined ? "Add" : "Remove",
      BeforeValue: changeSetText(was, detail.isSecret),
      AfterValue: changeSetText(is, detail.isSecret),
    },
    Evaluation: evaluation,
    ChangeSource: source,
    CausingEntity: entity,
    Happens: happens,
    OrderOnly: differences.length > 0 && differences.every(({ isOrder }) => isOrder) ? true : undefined,
    BeforeRange: range(valueSpanAt(before?.entry, path), lines.before),
    AfterRange: range(valueSpanAt(after?.entry, path), lines.after),
  };
}

/** Scalars are texts, and everything else is one with JSON, as CloudFormation's API has it. */
function changeSetText(value: Value | undefined, isHidden: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (isHidden) return HIDDEN;
  const plain = shownValue(value);
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}

const HIDDEN = "****";

function partKey({ attribute, name }: Pick<Detail, "attribute" | "name">): string {
  if (attribute === "Tags") return "Properties.Tags";
  return name === undefined ? attribute : `${attribute}.${name}`;
}

function partValue(detail: Detail, state: ResourceState | undefined): Value | undefined {
  return state?.parts.get(partKey(detail))?.value;
}

function context(state: ResourceState | undefined) {
  if (state === undefined) return undefined;
  const found: Record<string, unknown> = {};
  const properties: [string, unknown][] = [];
  for (const part of state.parts.values()) {
    if (part.value === undefined) continue;
    const value = part.isSecret ? HIDDEN : shownValue(part.value);
    if (part.attribute === "Properties") properties.push([part.name ?? "", value]);
    else found[part.attribute] = value;
  }
  return { Properties: Object.fromEntries(properties), ...found };
}

function range(span: Span | undefined, lines: LineIndex): Range | undefined {
  if (span === undefined) return undefined;
  const [start, end] = [lines.at(span.start), lines.at(span.end)];
  return { Line: start.line, Column: start.column, EndLine: end.line, EndColumn: end.column };
}
