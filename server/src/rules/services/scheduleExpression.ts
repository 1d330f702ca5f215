import type { EntryContent } from "../../model/template.ts";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { type ValueBranch, valueBranches } from "../shared/resolving/valueBranches.ts";
import type { EntryRule } from "../shared/rule.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";

/** Types with a schedule, and whether it may be a single time, too. */
const TYPES: ReadonlyMap<string, boolean> = new Map([
  ["AWS::Events::Rule", false],
  ["AWS::Scheduler::Schedule", true],
]);

/** The same of events of SAM, and the property that has it. */
const EVENTS: ReadonlyMap<string, readonly [property: string, allowsAt: boolean]> = new Map([
  ["Schedule", ["Schedule", false]],
  ["ScheduleV2", ["ScheduleExpression", true]],
]);

/** An EventBridge schedule that cannot be read. */
export const scheduleExpression: EntryRule = {
  scope: "entry",
  types: [...TYPES.keys(), "AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  check(entry, { declarations, report }) {
    for (const { node: call, allowsAt, assumptions } of schedulesIn(entry)) {
      if (call.kind === "scalar") continue;
      // What parameters and mappings give; the empty one mostly means that there is none.
      const place = { node: call, assumptions, isBranch: assumptions.length > 0 };
      for (const text of placeTexts(place, entry, declarations)) {
        const problem = text === "" || text.includes("{{") ? undefined : expressionProblem(text, allowsAt);
        if (problem === undefined) continue;
        report(call, {
          en: `The schedule may be ${text}. ${problem.en.slice(0, -1)} (“${eventBridgeAnswer(text, allowsAt)}”).`,
          ja: `スケジュールは${text}になりえます。${problem.ja.replace(/。$/, "")}（「${eventBridgeAnswer(text, allowsAt)}」）。`,
          severity: "warning",
        });
        break;
      }
    }
    for (const { node, allowsAt } of schedulesIn(entry)) {
      if (node.kind !== "scalar" || node.value === null || /\{\{|\$\{/.test(node.text)) continue;
      const problem = expressionProblem(node.text, allowsAt);
      if (problem === undefined) continue;
      const says = eventBridgeAnswer(node.text, allowsAt);
      report(contentSpan(node), {
        en: `${problem.en.slice(0, -1)} (“${says}”).`,
        data: problem.meant === undefined ? undefined : replacement(contentSpan(node), problem.meant),
        ja: `${problem.ja.replace(/。$/, "")}（「${says}」）。`,
      });
    }
  },
};

interface Schedule extends ValueBranch {
  readonly allowsAt: boolean;
}

function schedulesIn({ value }: EntryContent): readonly Schedule[] {
  const own = TYPES.get(typeNameOf(value) ?? "");
  const properties = valueAt(value, "Properties");
  if (own !== undefined)
    return valueBranches(valueAt(properties, "ScheduleExpression")).map((one) => ({ ...one, allowsAt: own }));
  const events = valueAt(properties, "Events");
  return (events?.kind === "map" ? events.pairs : []).flatMap(({ value: event }) => {
    const [property = "", allowsAt = false] = EVENTS.get(typeNameOf(event) ?? "") ?? [];
    return valueBranches(valueAt(valueAt(event, "Properties"), property)).map((one) => ({ ...one, allowsAt }));
  });
}

/** What EventBridge answers, or its Scheduler. */
function eventBridgeAnswer(text: string, isScheduler: boolean): string {
  return isScheduler ? `Invalid Schedule Expression ${text}.` : "Parameter ScheduleExpression is not valid.";
}

interface ScheduleProblem {
  readonly en: string;
  readonly ja: string;
  /** What was most surely meant. */
  readonly meant?: string;
}

/** The fields of a cron expression in their order, with their limits. */
const FIELDS = [
  ["minute", "分", 0, 59],
  ["hour", "時", 0, 23],
  ["day of month", "日", 1, 31],
  ["month", "月", 1, 12],
  ["day of week", "曜日", 1, 7],
] as const;

function expressionProblem(text: string, allowsAt: boolean): ScheduleProblem | undefined {
  const rate = /^rate\((\d+) (minutes?|hours?|days?)\)$/.exec(text);
  if (rate !== null) {
    const isOne = Number(rate[1]) === 1;
    const isSingular = !rate[2]?.endsWith("s");
    if (Number(rate[1]) > 0 && (isOne === isSingular || allowsAt)) return undefined;
    const unit = rate[2]?.replace(/s$/, "");
    return {
      ...(Number(rate[1]) > 0 && { meant: `rate(${rate[1]} ${unit}${isOne ? "" : "s"})` }),
      en: isOne
        ? "With 1 the unit is singular: rate(1 hour)."
        : "A rate is at least 1, and above 1 the unit is plural: rate(5 minutes).",
      ja: isOne
        ? "値が1のときは単位を単数形にします: rate(1 hour)"
        : "値は1以上で、2以上のときは単位を複数形にします: rate(5 minutes)",
    };
  }
  const cron = /^cron\((.*)\)$/.exec(text);
  if (cron !== null) {
    const fields = (cron[1] ?? "").trim().split(/\s+/);
    if (fields.length !== 6) {
      return {
        en: `A cron expression has six fields (minutes, hours, day of month, month, day of week, year), not ${fields.length}.`,
        ja: `cron式は6項目（分、時、日、月、曜日、年）で書きます（今は${fields.length}項目）。`,
      };
    }
    if (fields[2] !== "?" && fields[4] !== "?") {
      return {
        en: "One of day of month and day of week must be ?.",
        ja: "日と曜日のどちらかは ? にします。",
      };
    }
    for (const [at, [en, ja, from, to]] of FIELDS.entries()) {
      const value = /^\d+$/.test(fields[at] ?? "") ? Number(fields[at]) : from;
      if (value < from || value > to)
        return {
          en: `The ${en} is ${from} to ${to}, not ${value}.`,
          ja: `${ja}は${from}〜${to}です（今は${value}）。`,
        };
    }
    return undefined;
  }
  if (allowsAt && /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/.test(text)) return undefined;
  return {
    en: "Write a schedule as rate(5 minutes) or cron(0 12 * * ? *).",
    ja: "スケジュールはrate(5 minutes) やcron(0 12 * * ? *) のように書きます。",
  };
}
