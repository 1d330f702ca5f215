import type { Reference } from "../../model/focus/focus.ts";
import { nestedStacks } from "../../model/references/childTemplates.ts";
import type { Entry } from "../../model/template.ts";
import { contentSpan, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { cyclesIn, type PlacedCycle } from "../engine/cycles.ts";
import { answer } from "../shared/answer.ts";
import { cyclePath } from "../shared/links/cyclePath.ts";
import { type Edges, possibleCycles } from "../shared/links/possibleCycles.ts";
import { conditionModel } from "../shared/resolving/conditionModel.ts";
import type { ReportIn, TemplateRule } from "../shared/rule.ts";
import { type EventCycle, eventCycles } from "./eventCycles.ts";

/** Resources (or conditions) that depend on each other in a circle, so that none can be created first. */
export const dependencyCycle: TemplateRule = {
  scope: "template",
  check(template, { report, childDeclarations }) {
    for (const { entry, found: path } of nestedStacks(template, "Resources")) {
      // With a condition, a template that nests itself may come to an end.
      if (childDeclarations(path)?.leadsBack !== true || valueAt(entry.value, "Condition") !== undefined) continue;
      const at = pairOf(valueAt(entry.value, "Properties"), "TemplateURL") ?? pairOf(entry.value, "Type");
      report(entry, contentSpan(at?.value.kind === "scalar" ? at.value : entry.key), {
        message: "own-template",
        with: { name: entry.name },
      });
    }
    for (const { section, members, entries, places, edges } of cyclesIn(template)) {
      const possible =
        section === "Resources"
          ? possibleCycles(members, entries, edges, conditionModel(template.declarations))
          : [{ members, edges }];
      for (const { members: own, edges: waits } of possible) {
        // A name that a parameter has, too, is told otherwise.
        if ([...own].some((name) => template.declarations.parameters.has(name))) continue;
        const references = referencesOf(own, { entries, places, edges: waits });
        reportCycle(own, waits, references, wayOutOf(references.map(({ entry }) => entry)), report);
      }
    }
    for (const cycle of eventCycles(template)) {
      const { kind, user, target, entries } = cycle;
      // The function is what can be changed.
      const places = new Map([[user, -1]]);
      const model = conditionModel(template.declarations);
      const wayOut = TOLD_OTHERWISE[kind](target, user);
      for (const { members, edges } of possibleCycles(cycle.members, entries, cycle.edges, model))
        if (members.has(target))
          reportCycle(members, edges, referencesOf(members, { entries, places, edges }), wayOut, report);
    }
  },
};

const MAX_NAMED_MEMBERS = 20;

/** A member of a cycle with its reference to another one. */
interface CycleReference {
  readonly name: string;
  readonly entry: Entry;
  readonly span: Reference;
}

/** One reference of each member, in the order of the text. */
function referencesOf(
  members: ReadonlySet<string>,
  { entries, places, edges }: Pick<PlacedCycle, "entries" | "places" | "edges">,
): readonly CycleReference[] {
  const placeOf = (name: string): number => places.get(name) ?? 0;
  const references = [...members].flatMap((name) => {
    const entry = entries.get(name);
    const span = edges.get(name)?.find(({ name: target }) => members.has(target));
    return entry === undefined || span === undefined ? [] : [{ name, entry, span }];
  });
  return references.sort((a, b) => placeOf(a.name) - placeOf(b.name));
}

/** Reports a cycle once, at its first member; the others' references are related locations. */
function reportCycle(
  members: ReadonlySet<string>,
  edges: Edges,
  references: readonly CycleReference[],
  wayOut: Localised,
  report: ReportIn,
): void {
  const [first, ...others] = references;
  if (first === undefined) return;
  const { name } = first;
  const chain = [...cyclePath(name, members, edges), name];
  const shown = chain.length > MAX_NAMED_MEMBERS ? [...chain.slice(0, MAX_NAMED_MEMBERS - 1), "…", name] : chain;
  const path = shown.join(" → ");
  const related = others.slice(0, MAX_NAMED_MEMBERS).map((other) => ({
    entry: other.entry,
    span: other.span,
    message: "refers",
    with: { other: other.name, span: other.span.name },
  }));
  const isResource = first.entry.section === "Resources";
  const words =
    members.size === 1
      ? { message: "refers-to-itself", with: { name, says: answer(isResource ? SAYS : undefined) } }
      : { message: "cycle", with: { name, path, wayOut } };
  report(first.entry, first.span, { ...words, related });
}

/** The usual way to resolve a cycle of such resources. */
function wayOutOf(entries: readonly Entry[]): Localised {
  const ofType = (types: RegExp): Entry | undefined => entries.find(({ value }) => types.test(typeNameOf(value) ?? ""));
  const bucket = ofType(/^AWS::S3::Bucket$/);
  const permission = ofType(/^AWS::(?:Lambda::Permission|SQS::QueuePolicy|SNS::TopicPolicy)$/);
  if (bucket !== undefined && permission !== undefined)
    return {
      en: `Give ${bucket.name} a BucketName, and write its ARN in ${permission.name} as text.`,
      ja: `${bucket.name}にBucketNameを付け、${permission.name}にはそのARNを文字列で書いてください。`,
    };
  const [group, ...others] = entries;
  if (group === undefined || [group, ...others].some((one) => typeNameOf(one.value) !== GROUP))
    return { en: "Remove one of the references.", ja: "どれか1つの参照をなくしてください。" };
  return {
    en: `Move one of the rules into an ${GROUP}Ingress or ${GROUP}Egress.`,
    ja: `ルールのどれか1つを、${GROUP}Ingressか${GROUP}Egressに移してください。`,
  };
}

const GROUP = "AWS::EC2::SecurityGroup";

/** How the function learns what it is called by, without a reference; by kind of event. */
const TOLD_OTHERWISE: Readonly<Record<EventCycle["kind"], (target: string, user: string) => Localised>> = {
  S3: (target, user) => ({
    en: `SAM adds the event of ${user} to ${target}. Give ${target} a BucketName, and write that in ${user} as text.`,
    ja: `SAMは${user}のイベントを${target}に書き込みます。${target}にBucketNameを付け、${user}にはその名前を文字列で書いてください。`,
  }),
  Cognito: (target, user) => ({
    en: `SAM adds the trigger of ${user} to ${target}. The function finds the pool in its event (userPoolId).`,
    ja: `SAMは${user}のトリガーを${target}に書き込みます。ユーザープールのIDは、関数が受け取るイベントのuserPoolIdにあります。`,
  }),
  Api: toldByRequest,
  HttpApi: toldByRequest,
};

function toldByRequest(target: string, user: string): Localised {
  return {
    en: `SAM adds the route of ${user} to ${target}. The function finds its API in each request (requestContext).`,
    ja: `SAMは${user}のルートを${target}に書き込みます。どのAPIから呼ばれたかは、リクエストのrequestContextにあります。`,
  };
}

const SAYS = "Circular dependency between resources";
