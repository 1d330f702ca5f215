import { entriesOf, type Template } from "../model/template.ts";
import { type LineColumn, lineIndex } from "../text/lineIndex.ts";
import { type Localised, said } from "../text/localised.ts";
import { memoBy } from "../text/memoBy.ts";
import { contextPromises } from "./contextPromises.ts";
import type { FailOn } from "./failOn.ts";
import type { OtherTemplate } from "./otherTemplates.ts";
import { brokenPromises, isRefused, isUnread } from "./promises.ts";
import { contentKey, type ResourceChange } from "./resourceState.ts";
import words from "./running/effects.json";
import { reasonText } from "./running/runningInstance.ts";
import { runningInstances } from "./running/runningInstances.ts";
import {
  causeLines,
  dataLossText,
  followersIn,
  headline,
  isOnlyListed,
  leftOutText,
  onlyListedText,
  SEVERITIES,
  type Severity,
  severityOf,
} from "./telling.ts";
import type { TemplateChange } from "./templateChange.ts";
import { type Unread, unreadNames } from "./unread.ts";
import type { ConditionNames } from "./values/changedValue.ts";
import type { Resolver } from "./values/resolver.ts";
import { keySpanAt } from "./values/valueSpans.ts";
import { widenedPermissions } from "./widened.ts";

/** A line of the report, with its place in the new template if it has one. */
export interface ReportLine {
  readonly text: string;
  readonly place: LineColumn | undefined;
  /** The severity, for a line on a part of the resource. */
  readonly severity?: Severity | "promise" | "permission" | "running";
  /** Whether it follows from another resource's change alone. */
  readonly isCarried?: boolean;
}

/** The effect of a change on one resource, or other news under one name. */
export interface ReportItem extends ReportLine {
  readonly severity: NonNullable<ReportLine["severity"]>;
  /** The logical id that the text begins with. */
  readonly id?: string;
  /** Whether CloudFormation refuses the update for it. */
  readonly isRefused?: boolean;
  /** Whether it says what is not compared, which an editor marks as an error anyway. */
  readonly isUnread?: boolean;
  /** Whether it names what a change set lists and nothing happens to. */
  readonly isUnaffected?: boolean;
  /** For what has been removed, where it was: at what has its content now, or behind what stood before it. */
  readonly gone?: LineColumn | undefined;
  readonly lines: readonly ReportLine[];
}

/** The report on a change, in its order; sections without items are left out. */
export interface Report {
  readonly sections: readonly { readonly title: string; readonly items: readonly ReportItem[] }[];
  /** Effects that a pipeline may fail on. */
  readonly effects: ReadonlySet<FailOn>;
}

/** What a report tells besides the change itself. */
export interface ReportParts {
  /** Resources that change only with other values of the parameters, besides those that are not there. */
  readonly otherwise?: readonly string[];
  /** The templates beside the changed one; asked only where they may use what is gone or new. */
  readonly others?: () => readonly OtherTemplate[];
}

/** A change in sentences. */
export function changeReport(
  change: TemplateChange,
  language: "en" | "ja",
  { otherwise = [], others }: ReportParts = {},
): Report {
  const lines = lineIndex(change.sides.after.template.text);
  const at: PlaceAt = (offset) => (offset === undefined ? undefined : lines.at(offset));
  const followers = followersIn(change);
  const resources = change.changes
    .filter((one) => !isOnlyListed(one))
    .map((one) => withFollowers(resourceItem(one, change, at, language), followers.get(one.id)?.[language]))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const listed = change.changes.filter(isOnlyListed).map(({ id }) => id);
  const ids = new Set([...change.after.keys(), ...change.before.keys()]);
  const left = [...ids].filter((id) => otherwise.includes(id) || isLeftOut(id, change));
  const rest: readonly ReportItem[] = [
    ...(listed.length === 0
      ? []
      : [{ ...item("quiet", onlyListedText(listed)[language], undefined), isUnaffected: true }]),
    ...(left.length === 0 ? [] : [item("quiet", leftOutText(left)[language], undefined)]),
    ...(change.unread.before === undefined
      ? []
      : [{ ...item("quiet", beforeText(change.unread)[language], undefined), isUnread: true }]),
  ];
  const promises = brokenPromises(change, others);
  const wider = widenedPermissions(change);
  const asked = contextPromises(change);
  const sections = [
    { title: TITLES.resources[language], items: [...resources, ...rest] },
    { title: TITLES.running[language], items: runningItems(change, at, language) },
    {
      title: TITLES.promises[language],
      items: promises.map((one) => ({
        ...item("promise", one.text[language], at(one.span?.start)),
        lines: one.others === undefined ? [] : [{ text: concernedText(one.others)[language], place: undefined }],
        ...(isRefused(one) && { isRefused: true }),
        ...(isUnread(one) && { isUnread: true }),
      })),
    },
    {
      title: TITLES.context[language],
      items: asked.map(({ text, span, said: words }) => ({
        ...item("promise", text[language], at(span?.start)),
        lines: words.map((one) => ({ text: one, place: undefined })),
      })),
    },
    {
      title: TITLES.permissions[language],
      items: wider.map(({ id, text, span }) => item("permission", `${id}: ${text}`, at(span?.start))),
    },
  ];
  return {
    sections: sections.filter(({ items }) => items.length > 0),
    effects: effectsOf(change, promises.length + asked.filter(({ level }) => level === "must-never-change").length > 0),
  };
}

function withFollowers<Item extends ReportItem>(item: Item, text: string | undefined): Item {
  return text === undefined ? item : { ...item, lines: [...item.lines, { text, place: undefined }] };
}

/** Whether a resource is another one than it was, or is only in one template, and is in neither stack: its condition does not hold. */
function isLeftOut(id: string, change: TemplateChange): boolean {
  const [before, after] = [change.before.get(id), change.after.get(id)];
  if ((before ?? after)?.exists !== false || (after ?? before)?.exists !== false) return false;
  return before === undefined || after === undefined || contentKey(before) !== contentKey(after);
}

function item(severity: ReportItem["severity"], text: string, place: LineColumn | undefined): ReportItem {
  return { severity, text, place, lines: [] };
}

function runningItems(change: TemplateChange, at: PlaceAt, language: "en" | "ja"): readonly ReportItem[] {
  const spans = new Map(change.changes.map(({ id, after }) => [id, after]));
  return runningInstances(change).map((one): ReportItem => {
    const effects = one.effects.map((effect) => words.effects[effect][language]).join(said(language, ", ", "、"));
    const why = { text: reasonText(one, language), place: undefined };
    const isCertain = one.reasons.every(({ key }) => key !== "uncertain");
    const text = `${one.id}: ${effects}${isCertain ? "" : said(language, " (possibly)", "（可能性）")}`;
    return { ...item("running", text, at(spans.get(one.id)?.start)), lines: [why] };
  });
}

type PlaceAt = (offset: number | undefined) => LineColumn | undefined;

function resourceItem(
  one: ResourceChange,
  { after, sides, changes }: TemplateChange,
  at: PlaceAt,
  language: "en" | "ja",
): ReportItem & { readonly severity: Severity } {
  const severity = severityOf(one);
  const entry = after.get(one.id)?.entry;
  const causes = causeLines(one, [conditionNames(sides.before), conditionNames(sides.after)]).map((cause) => ({
    text: cause[language],
    place: at(keySpanAt(entry, cause.detail.path)?.start),
    severity: cause.severity,
    isCarried: cause.isCarried,
  }));
  const lost = severity === "data-loss" ? [{ text: dataLossText(one)[language], place: undefined }] : [];
  const isCarried = causes.length > 0 && causes.every((cause) => cause.isCarried);
  const name = `${one.id} (${one.type})`;
  const text = `${name}${said(language, " ", "")}${headline(one)[language]}`;
  const place = at(one.after?.start);
  const renamed = changes.find(({ movedFrom }) => movedFrom === one.id);
  const goneTo = renamed?.after?.start ?? goneAt(one.id, sides.before.template, sides.after.template);
  const gone = one.after === undefined ? goneTo : undefined;
  return { severity, text, place, id: one.id, isCarried, lines: [...lost, ...causes], gone: at(gone) };
}

/** The first of conditions that ask for the same is the one. */
const conditionNames = memoBy((side: Resolver): ConditionNames => {
  const names = [...side.template.declarations.conditions].map((name) => [String(side.condition(name)), name] as const);
  return new Map(names.reverse());
});

/** More are counted. */
const MAX_CONCERNED = 5;

function concernedText(files: readonly string[]): Localised {
  const [shown, more] = [files.slice(0, MAX_CONCERNED), files.length - MAX_CONCERNED];
  return {
    en: `Concerns ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    ja: `影響を受けるテンプレート: ${shown.join("、")}${more > 0 ? `（ほか${more}件）` : ""}`,
  };
}

function beforeText(unread: Unread): Localised {
  const names = unreadNames(unread);
  return {
    en: `The template before has a syntax error.${names && ` Not compared: ${names}.`}`,
    ja: `変更前のテンプレートに構文エラーがあります。${names && `比較していないもの: ${names}。`}`,
  };
}

const TITLES = {
  resources: { en: "Resources", ja: "リソース" },
  running: { en: "Running servers", ja: "動いているサーバー" },
  promises: { en: "Will it go through?", ja: "更新が失敗するおそれ" },
  context: { en: "What the template asks of changes", ja: "テンプレートが変更に求めること" },
  permissions: { en: "Wider permissions", ja: "広がる権限" },
} as const;

function effectsOf({ changes }: TemplateChange, isPromiseBroken: boolean): ReadonlySet<FailOn> {
  const effects = new Set<FailOn>();
  for (const change of changes) {
    const severity = severityOf(change);
    if (severity === "data-loss") effects.add("data-loss");
    if (severity === "interruption") effects.add("interruption");
    if (change.action === "Remove" && change.policyAction === "Delete") effects.add("delete");
    if (change.replacement === "True" || severity === "may-replace" || change.possibleAction !== undefined)
      effects.add("replace");
  }
  if (isPromiseBroken) effects.add("promise");
  return effects;
}

/** The place in the new template at which a removed resource was: the end of the entry before it. */
function goneAt(id: string, before: Template, after: Template): number {
  const left = new Map(entriesOf(after, "Resources").map((entry) => [entry.name, entry]));
  const names = entriesOf(before, "Resources").map(({ name }) => name);
  for (let at = names.indexOf(id) - 1; at >= 0; at--) {
    const entry = left.get(names[at] ?? "");
    if (entry !== undefined) return after.text.slice(0, entry.offset + entry.value.end).trimEnd().length;
  }
  const section = after.sections.find(({ name }) => name === "Resources");
  return section === undefined ? 0 : section.offset + section.key.end;
}
