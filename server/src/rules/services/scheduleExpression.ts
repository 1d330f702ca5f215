import { distance } from "fastest-levenshtein";
import type { EntryContent } from "../../model/template.ts";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { isWrittenOut } from "../shared/resolving/resolvedText.ts";
import { type ValueBranch, valueBranches } from "../shared/resolving/valueBranches.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { literalAt, nodesAt } from "../shared/values/literals.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";

/** What a schedule may be, and what AWS answers to another text. */
interface Form {
  /** Whether it may be a single time, too. */
  readonly allowsAt?: true;
  /** Whether it is a cron expression, and no rate. */
  readonly isCron?: true;
  readonly answer: (text: string) => string;
}

const OF_RULES: Form = { answer: () => "Parameter ScheduleExpression is not valid." };
const OF_SCHEDULER: Form = { allowsAt: true, answer: (text) => `Invalid Schedule Expression ${text}.` };
const OF_GLUE: Form = { isCron: true, answer: () => "Invalid schedule cron expression" };

/** Types with a schedule, and the property that has it. */
const TYPES: ReadonlyMap<string, readonly [path: string, form: Form]> = new Map([
  ["AWS::Events::Rule", ["ScheduleExpression", OF_RULES]],
  ["AWS::Scheduler::Schedule", ["ScheduleExpression", OF_SCHEDULER]],
  ["AWS::Glue::Crawler", ["Schedule.ScheduleExpression", OF_GLUE]],
  ["AWS::Glue::Trigger", ["Schedule", OF_GLUE]],
  [
    "AWS::Backup::BackupPlan",
    ["BackupPlan.BackupPlanRule.ScheduleExpression", { isCron: true, answer: () => "Invalid cron expression" }],
  ],
]);

/** The same of events of SAM. */
const EVENTS: ReadonlyMap<string, readonly [property: string, form: Form]> = new Map([
  ["Schedule", ["Schedule", OF_RULES]],
  ["ScheduleV2", ["ScheduleExpression", OF_SCHEDULER]],
]);

/** A schedule of EventBridge, Glue or AWS Backup that cannot be read. */
export const scheduleExpression: EntryRule = {
  scope: "entry",
  types: [...TYPES.keys(), "AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  check(entry, { declarations, report }) {
    checkZones(entry, report);
    for (const { node: call, form, assumptions } of schedulesIn(entry)) {
      if (call.kind === "scalar") continue;
      // What parameters and mappings give; the empty one mostly means that there is none.
      const place = { node: call, assumptions, isBranch: assumptions.length > 0 };
      for (const text of placeTexts(place, entry, declarations)) {
        const problem = text === "" || text.includes("{{") ? undefined : expressionProblem(text, form);
        if (problem === undefined) continue;
        const isSure = isWrittenOut(call, declarations);
        report(call, {
          en: `The schedule ${isSure ? "is" : "may be"} ${text}. ${problem.en.slice(0, -1)} (“${form.answer(text)}”).`,
          ja: `スケジュールは${text}に${isSure ? "なり" : "なりえ"}ます。${problem.ja.replace(/。$/, "")}（「${form.answer(text)}」）。`,
          severity: isSure ? undefined : "warning",
        });
        break;
      }
    }
    for (const { node, form } of schedulesIn(entry)) {
      if (node.kind !== "scalar" || node.value === null || /\{\{|\$\{/.test(node.text)) continue;
      const problem = expressionProblem(node.text, form);
      if (problem === undefined) continue;
      const says = form.answer(node.text);
      report(contentSpan(node), {
        en: `${problem.en.slice(0, -1)} (“${says}”).`,
        data: problem.meant === undefined ? undefined : replacement(contentSpan(node), problem.meant),
        ja: `${problem.ja.replace(/。$/, "")}（「${says}」）。`,
      });
    }
  },
};

/** A time zone with a slip of one letter. */
function checkZones({ value }: EntryContent, report: ReportAt): void {
  const properties = valueAt(value, "Properties");
  const events = valueAt(properties, "Events");
  const owners = events?.kind === "map" ? events.pairs.map((pair) => valueAt(pair.value, "Properties")) : [];
  for (const owner of [properties, ...owners]) {
    const node = literalAt(owner, "ScheduleExpressionTimezone");
    if (node === undefined || !/^[A-Za-z_]+\/[\w/+-]+$/.test(node.text) || OLDER_ZONES.test(node.text)) continue;
    const { text } = node;
    const zones = Intl.supportedValuesOf("timeZone");
    if (zones.includes(text)) continue;
    const meant = nearest(text, zones);
    if (meant === undefined || distance(meant, text) !== 1) continue;
    report(contentSpan(node), {
      message: "zone",
      with: { text, meant },
      data: replacement(contentSpan(node), meant),
    });
  }
}

/** Names that differ in one letter from those that are used today, and are still taken. */
const OLDER_ZONES =
  /^(?:Asia\/(?:Kat|Kath)mandu|Asia\/Maca[ou]|Atlantic\/Fae?roe|Africa\/Asm[ae]ra|Europe\/K[iy][ey]v)$/;

interface Schedule extends ValueBranch {
  readonly form: Form;
}

function schedulesIn({ value }: EntryContent): readonly Schedule[] {
  const own = TYPES.get(typeNameOf(value) ?? "");
  const properties = valueAt(value, "Properties");
  if (own !== undefined) {
    const [path, form] = own;
    return nodesAt(properties, path.split(".")).flatMap((node) => valueBranches(node).map((one) => ({ ...one, form })));
  }
  const events = valueAt(properties, "Events");
  return (events?.kind === "map" ? events.pairs : []).flatMap(({ value: event }) => {
    const [property, form] = EVENTS.get(typeNameOf(event) ?? "") ?? [];
    if (property === undefined || form === undefined) return [];
    return valueBranches(valueAt(valueAt(event, "Properties"), property)).map((one) => ({ ...one, form }));
  });
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

function expressionProblem(text: string, { allowsAt, isCron }: Form): ScheduleProblem | undefined {
  const rate = isCron ? null : /^rate\((\d+) (minutes?|hours?|days?)\)$/.exec(text);
  if (rate !== null) {
    const isOne = Number(rate[1]) === 1;
    const isSingular = !rate[2]?.endsWith("s");
    if (Number(rate[1]) > 0 && (isOne === isSingular || allowsAt === true)) return undefined;
    const unit = rate[2]?.replace(/s$/, "");
    return {
      ...(Number(rate[1]) > 0 && { meant: `rate(${rate[1]} ${unit}${isOne ? "" : "s"})` }),
      en: isOne
        ? `With 1 the unit is singular: rate(1 ${unit}).`
        : "A rate is at least 1, and above 1 the unit is plural: rate(5 minutes).",
      ja: isOne
        ? `値が1のときは単位を単数形にします: rate(1 ${unit})`
        : "値は1以上で、2以上のときは単位を複数形にします: rate(5 minutes)",
    };
  }
  const cron = (isCron ? /^cron\((.*)\)$/i : /^cron\((.*)\)$/).exec(text);
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
        ja: "日と曜日のどちらかは「?」にします。",
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
  if (isCron)
    return {
      en: "Write a schedule as cron(0 12 * * ? *); there is no rate here.",
      ja: "スケジュールはcron(0 12 * * ? *)のように書きます。rateは使えません。",
    };
  return {
    en: "Write a schedule as rate(5 minutes) or cron(0 12 * * ? *).",
    ja: "スケジュールはrate(5 minutes)やcron(0 12 * * ? *)のように書きます。",
  };
}
