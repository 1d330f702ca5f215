import { STATEFUL_TYPES } from "../catalogue/values/resourceTypes.ts";
import type { Localised } from "../text/localised.ts";
import type { Detail, ResourceChange } from "./resourceState.ts";
import type { TemplateChange } from "./templateChange.ts";
import { told } from "./told.json";
import { changedValue } from "./values/changedValue.ts";
import type { Value } from "./values/value.ts";
import type { Path } from "./values/valueReader.ts";

/** The severities of a change, the worst first. */
export const SEVERITIES = [
  "data-loss",
  "delete",
  "replace",
  "may-replace",
  "interruption",
  "update",
  "add",
  "quiet",
] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The worst that a change does. */
export function severityOf(change: ResourceChange): Severity {
  const { action, type, replacement, policyAction, details } = change;
  const isLost =
    policyAction === "Delete" || policyAction === "ReplaceAndDelete" || change.possibleAction === "ReplaceAndDelete";
  if ((isLost || changesProtection(change)) && STATEFUL_TYPES.has(type)) return "data-loss";
  if (action === "Remove") return policyAction === "Retain" ? "update" : "delete";
  if (action === "Add") return "add";
  if (action === "Dynamic" || replacement === "True") return action === "Dynamic" ? "may-replace" : "replace";
  const happening = details.filter(({ happens }) => happens !== "no");
  const worst = (effect: Detail["interruption"]): boolean =>
    happening.some(({ interruption }) => interruption === effect);
  if (worst("Replacement")) return "may-replace";
  if (worst("Some")) return "interruption";
  return happening.some(({ attribute }) => attribute === "Properties" || attribute === "Tags") ? "update" : "quiet";
}

/** Whether the policy that protects what is replaced comes or goes with the same update: no page of AWS's says which one counts. */
function changesProtection({ replacement, details }: ResourceChange): boolean {
  return (
    replacement === "True" &&
    details.some(
      ({ attribute, differences }) =>
        attribute === "UpdateReplacePolicy" &&
        differences.some(({ before, after }) => protects(before) !== protects(after)),
    )
  );
}

function protects(value: Value | undefined): boolean {
  return value === "Retain" || value === "Snapshot";
}

/** The effect on a resource, in a few words behind its name. */
export function headline(change: ResourceChange): Localised {
  const { action, replacement, policyAction, movedFrom, before, after } = change;
  if (action === "Add") return movedFrom === undefined ? told.add : moved(movedFrom);
  if (action === "Dynamic")
    return before === undefined ? told.mayAdd : after === undefined ? told.mayRemove : told.dynamic;
  if (action === "Remove")
    return told[policyAction === "Retain" ? "keep" : policyAction === "Snapshot" ? "snapshot" : "remove"];
  if (replacement === "True")
    return told[
      policyAction === "ReplaceAndRetain"
        ? "replaceKeep"
        : policyAction === "ReplaceAndSnapshot"
          ? "replaceSnapshot"
          : "replace"
    ];
  const severity = severityOf(change);
  if (severity === "may-replace" || change.possibleAction !== undefined) return told.mayReplace;
  if (severity === "interruption")
    return change.details.some(({ interruption, happens }) => interruption === "Some" && happens === "yes")
      ? told.interrupt
      : told.mayInterrupt;
  if (severity === "update") return told.update;
  return told.quiet;
}

/** Whether CloudFormation lists a resource only because it reads an attribute that stays. */
export function isOnlyListed({ action, details }: ResourceChange): boolean {
  return action === "Modify" && details.length > 0 && details.every(({ happens }) => happens === "no");
}

/** For each resource: the others that change because they refer to it. */
export function followersIn({ changes }: Pick<TemplateChange, "changes">): ReadonlyMap<string, Localised> {
  const found = new Map<string, Set<string>>();
  for (const { id, details } of changes)
    for (const { source, entity, happens } of details) {
      if (happens === "no" || entity === undefined || source === "ParameterReference") continue;
      const [cause = ""] = entity.split(".", 1);
      const followers = found.get(cause) ?? new Set();
      found.set(cause, followers.add(id));
    }
  return new Map(
    [...found].map(([id, followers]) => {
      const ids = [...followers];
      return [id, { en: `carries over to ${ids.join(", ")}`, ja: `これに伴って変わるもの: ${ids.join("、")}` }];
    }),
  );
}

export function leftOutText(ids: readonly string[]): Localised {
  return {
    en: `${ids.join(", ")}: changed, but only with other values of the parameters`,
    ja: `${ids.join("、")}: パラメータがほかの値のときだけ変わります`,
  };
}

export function onlyListedText(ids: readonly string[]): Localised {
  return {
    en: `${ids.join(", ")}: listed in the change set for attributes that they read, which stay as they are`,
    ja: `${ids.join("、")}: 属性を参照しているため変更セットには表示されますが、値は変わりません`,
  };
}

function moved(from: string): Localised {
  return {
    en: `is created anew with the settings of ${from}, which leaves the stack; a stack refactoring would keep the resource`,
    ja: `を、スタックからなくなる${from}と同じ設定で新しく作成します（スタックのリファクタリングならリソースを残せます）`,
  };
}

/** Which data is lost, if any is. */
export function dataLossText(change: ResourceChange): Localised {
  if (changesProtection(change))
    return {
      en: "The data of the old one may be deleted with it: UpdateReplacePolicy changes in the same update, and AWS does not say which one counts. Deploy Retain or Snapshot first.",
      ja: "古いリソースのデータも一緒に削除される可能性があります。同じ更新でUpdateReplacePolicyも変わり、どちらが有効になるかをAWSは説明していません。先にRetainかSnapshotをデプロイしてください。",
    };
  if (change.possibleAction !== undefined)
    return {
      en: "If it is replaced, the data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.",
      ja: "置換される場合は、古いリソースのデータも一緒に削除されます。先にUpdateReplacePolicyをRetainかSnapshotにしてデプロイしてください。",
    };
  return change.policyAction === "Delete"
    ? {
        en: "Its data is deleted with it. Deploy DeletionPolicy: Retain first: that of the deployed template applies.",
        ja: "データも一緒に削除されます。有効なのはデプロイ済みのDeletionPolicyなので、先にDeletionPolicy: Retainをデプロイしてください。",
      }
    : {
        en: "The data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.",
        ja: "古いリソースのデータも一緒に削除されます。先にUpdateReplacePolicyをRetainかSnapshotにしてデプロイしてください。",
      };
}

interface CauseLine extends Localised {
  readonly detail: Detail;
  /** Whether it follows from another resource's change alone. */
  readonly isCarried: boolean;
  readonly severity: Severity;
}

type Names = Parameters<typeof changedValue>[2];

/** The causes of a change, one line for each part of the resource, the worst first. */
export function causeLines({ details }: ResourceChange, names: Names): readonly CauseLine[] {
  const parts = new Map<string, Detail[]>();
  for (const detail of details) {
    if (detail.happens === "no") continue;
    const key = `${detail.attribute} ${detail.name ?? ""}`;
    parts.set(key, [...(parts.get(key) ?? []), detail]);
  }
  const lines = [...parts.values()].flatMap((all): readonly CauseLine[] => {
    const [first] = all;
    if (first === undefined) return [];
    const path = sharedPath(all.map((one) => one.path));
    const places = first.differences.map((one) => one.path);
    const shared = places.length > 1 ? sharedPath(places) : [];
    const name = [...path.slice(path[0] === "Properties" ? 1 : 0), ...shared].join(".");
    const from = causesText(all);
    const isOrder = first.differences.length > 0 && first.differences.every((one) => one.isOrder);
    const values = isOrder ? ORDER : valuesText(first, names);
    const isCertain = all.some(({ happens }) => happens === "yes");
    const effect = (isCertain ? EFFECTS : POSSIBLE_EFFECTS)[first.interruption];
    return [
      {
        detail: first,
        isCarried: all.every(({ differences }) => differences.length === 0),
        severity: effect.severity,
        en: [`${name}${values.en}`, from && `by ${from}`, effect.en].filter(Boolean).join("; "),
        ja: [`${name}${values.ja}`, from && `${from}による変更`, effect.ja].filter(Boolean).join("、"),
      },
    ];
  });
  return lines.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const ORDER: Localised = { en: ": order only", ja: ": 順序のみ" };
const EFFECTS: Readonly<Record<Detail["interruption"], Localised & { readonly severity: Severity }>> = {
  None: { en: "", ja: "", severity: "update" },
  Some: { en: "interrupts", ja: "中断あり", severity: "interruption" },
  Replacement: { en: "replaces", ja: "置換", severity: "replace" },
};

const POSSIBLE_EFFECTS: typeof EFFECTS = {
  None: { en: "if it really changes", ja: "値が変わる場合のみ", severity: "update" },
  Some: { en: "may interrupt", ja: "中断の可能性あり", severity: "interruption" },
  Replacement: { en: "may replace", ja: "置換の可能性あり", severity: "may-replace" },
};

/** The steps that all paths begin with. */
function sharedPath([first = [], ...others]: readonly Path[]): Path {
  const end = first.findIndex((step, at) => others.some((path) => path[at] !== step));
  return end < 0 ? first : first.slice(0, end);
}

/** The parameters, resources or attributes; of many, the resources alone. */
function causesText(all: readonly Detail[]): string {
  const entities = [...new Set(all.flatMap(({ entity }) => entity ?? []))];
  if (entities.length <= MAX_NAMED) return entities.join(", ");
  const short = [...new Set(entities.map((entity) => entity.split(".", 1)[0] ?? ""))];
  return `${short.slice(0, MAX_NAMED).join(", ")}${short.length > MAX_NAMED ? ", …" : ""}`;
}

/** Causes, or places, that one line names. */
const MAX_NAMED = 3;

/** Several places of a part, by what they have not in common. */
function placesText(differences: Detail["differences"]): Localised {
  const places = differences.map(({ path }) => path);
  const start = sharedPath(places).length;
  const names = new Set(places.flatMap((path) => path.slice(start, start + 2).join(".") || []));
  const text = [...names].slice(0, MAX_NAMED).join(", ") + (names.size > MAX_NAMED ? ", …" : "");
  return { en: `: ${text}`, ja: `: ${text}` };
}

function valuesText({ attribute, differences, isSecret }: Detail, names: Names): Localised {
  const [only, ...others] = differences;
  if (only === undefined) return NO_VALUES;
  if (others.length > 0) return placesText(differences);
  const text = isSecret ? undefined : changedValue(only.before, only.after, names);
  const isUnprotected = attribute === "DeletionPolicy" && protects(only.before) && !protects(only.after);
  const values = text === undefined ? NO_VALUES : { en: `: ${text}`, ja: `: ${text}` };
  return isUnprotected ? { en: values.en + UNPROTECTED.en, ja: values.ja + UNPROTECTED.ja } : values;
}

const NO_VALUES: Localised = { en: "", ja: "" };
const UNPROTECTED: Localised = {
  en: "; no longer kept when it is deleted",
  ja: "、これからは削除時に残りません",
};
