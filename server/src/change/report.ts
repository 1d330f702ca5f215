import { type LineColumn, lineIndex } from "../text/lineIndex.ts";
import { said } from "../text/said.ts";
import type { FailOn } from "./failOn.ts";
import { nodeAt } from "./nodeAt.ts";
import { brokenPromises } from "./promises.ts";
import type { ResourceChange } from "./resourceChange.ts";
import { contentKey, type ResourceState } from "./resourceState.ts";
import words from "./running/effects.json";
import { reasonText } from "./running/runningInstance.ts";
import { runningInstances } from "./running/runningInstances.ts";
import {
  causeLines,
  dataLossText,
  headline,
  isOnlyListed,
  leftOutText,
  onlyListedText,
  SEVERITIES,
  type Severity,
  severityOf,
} from "./telling.ts";
import type { TemplateChange } from "./templateChange.ts";
import { widenedPermissions } from "./widened.ts";

/** A line that tells something, with its place in the new template where it has one. */
export interface ReportLine {
  readonly text: string;
  readonly place: LineColumn | undefined;
}

/** What a change does to one resource, or what else is to be told under one name. */
export interface ReportItem extends ReportLine {
  readonly severity: Severity | "promise" | "permission" | "running";
  readonly lines: readonly ReportLine[];
}

/** All that is told of a change, in its order; a section without items is not there. */
export interface Report {
  readonly sections: readonly { readonly title: string; readonly items: readonly ReportItem[] }[];
  /** What a pipeline may fail on. */
  readonly effects: ReadonlySet<FailOn>;
}

/** A change in sentences. */
export function changeReport(change: TemplateChange, language: "en" | "ja"): Report {
  const lines = lineIndex(change.sides.after.template.text);
  const at: PlaceAt = (offset) => (offset === undefined ? undefined : lines.at(offset));
  const resources = change.changes
    .filter((one) => !isOnlyListed(one))
    .map((one) => resourceItem(one, change, at, language))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const listed = change.changes.filter(isOnlyListed).map(({ id }) => id);
  const left = [...change.after.values()].filter((state) => isLeftOut(state, change)).map(({ id }) => id);
  const rest: readonly ReportItem[] = [
    ...(listed.length === 0 ? [] : [item("quiet", onlyListedText(listed)[language], undefined)]),
    ...(left.length === 0 ? [] : [item("quiet", leftOutText(left)[language], undefined)]),
  ];
  const promises = brokenPromises(change);
  const wider = widenedPermissions(change);
  const sections = [
    { title: TITLES.resources[language], items: [...resources, ...rest] },
    { title: TITLES.running[language], items: runningItems(change, at, language) },
    {
      title: TITLES.promises[language],
      items: promises.map(({ text, span, kind }) =>
        item("promise", text[language], kind === "export" ? undefined : at(span?.start)),
      ),
    },
    {
      title: TITLES.permissions[language],
      items: wider.map(({ id, text, span }) => item("permission", `${id}: ${text}`, at(span?.start))),
    },
  ];
  return {
    sections: sections.filter(({ items }) => items.length > 0),
    effects: effectsOf(change, promises.length > 0),
  };
}

/** Whether a resource has changed, and is in neither stack: its condition does not hold. */
function isLeftOut(state: ResourceState, { before }: TemplateChange): boolean {
  const earlier = before.get(state.id);
  return state.exists === false && earlier?.exists === false && contentKey(earlier) !== contentKey(state);
}

function item(severity: ReportItem["severity"], text: string, place: LineColumn | undefined): ReportItem {
  return { severity, text, place, lines: [] };
}

function runningItems(change: TemplateChange, at: PlaceAt, language: "en" | "ja"): readonly ReportItem[] {
  const spans = new Map(change.changes.map(({ id, after }) => [id, after]));
  return runningInstances(change).map((one): ReportItem => {
    const effects = one.effects.map((effect) => words.effects[effect][language]).join(said(language, ", ", "、"));
    const why = { text: reasonText(one, language), place: undefined };
    return { ...item("running", `${one.id}: ${effects}`, at(spans.get(one.id)?.start)), lines: [why] };
  });
}

type PlaceAt = (offset: number | undefined) => LineColumn | undefined;

function resourceItem(
  one: ResourceChange,
  { after }: TemplateChange,
  at: PlaceAt,
  language: "en" | "ja",
): ReportItem & { readonly severity: Severity } {
  const severity = severityOf(one);
  const entry = after.get(one.id)?.entry;
  const causes = causeLines(one).map((cause) => ({
    text: cause[language],
    place: at(nodeAt(entry, cause.detail.path)?.start),
  }));
  const lost = severity === "data-loss" ? [{ text: dataLossText(one)[language], place: undefined }] : [];
  const name = `${one.id} (${one.type})`;
  const text = `${name}${said(language, " ", "")}${headline(one)[language]}`;
  return { severity, text, place: at(one.after?.start), lines: [...lost, ...causes] };
}

const TITLES = {
  resources: { en: "Resources", ja: "リソース" },
  running: { en: "Running servers", ja: "動いているサーバー" },
  promises: { en: "Will it go through?", ja: "更新が失敗するおそれ" },
  permissions: { en: "Wider permissions", ja: "広がる権限" },
} as const;

function effectsOf({ changes }: TemplateChange, isPromiseBroken: boolean): ReadonlySet<FailOn> {
  const effects = new Set<FailOn>();
  for (const change of changes) {
    const severity = severityOf(change);
    if (severity === "data-loss") effects.add("data-loss");
    if (severity === "interruption") effects.add("interruption");
    if (change.action === "Remove" && change.policyAction === "Delete") effects.add("delete");
    if (change.replacement === "True" || severity === "may-replace") effects.add("replace");
  }
  if (isPromiseBroken) effects.add("promise");
  return effects;
}
