import { nestedStacks } from "../../model/references/childTemplates.ts";
import type { Entry } from "../../model/template.ts";
import { contentSpan, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { cyclesIn, type PlacedCycle } from "../engine/cycles.ts";
import type { ReportIn, TemplateRule } from "../engine/rule.ts";
import { cyclePath } from "../shared/links/cyclePath.ts";
import { possibleCycles } from "../shared/links/possibleCycles.ts";
import { conditionModel } from "../shared/resolving/conditionModel.ts";

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
      for (const one of possible) reportCycle(one.members, { entries, places, edges: one.edges }, report);
    }
  },
};

const MAX_NAMED_MEMBERS = 20;

/** Reports a cycle once, at its first member; the others' references are related locations. */
function reportCycle(
  members: ReadonlySet<string>,
  { entries, places, edges }: Pick<PlacedCycle, "entries" | "places" | "edges">,
  report: ReportIn,
): void {
  const placeOf = (name: string): number => places.get(name) ?? 0;
  const references = [...members].flatMap((name) => {
    const entry = entries.get(name);
    const span = edges.get(name)?.find(({ name: target }) => members.has(target));
    return entry === undefined || span === undefined ? [] : [{ name, entry, span }];
  });
  const [first, ...others] = references.sort((a, b) => placeOf(a.name) - placeOf(b.name));
  if (first === undefined) return;
  const { name } = first;
  const chain = [...cyclePath(name, members, edges), name];
  const shown = chain.length > MAX_NAMED_MEMBERS ? [...chain.slice(0, MAX_NAMED_MEMBERS - 1), "…", name] : chain;
  const path = shown.join(" → ");
  const wayOut = wayOutOf(references.map(({ entry }) => entry));
  const related = others.slice(0, MAX_NAMED_MEMBERS).map((other) => ({
    entry: other.entry,
    span: other.span,
    message: "refers",
    with: { other: other.name, span: other.span.name },
  }));
  const words =
    members.size === 1
      ? { message: "refers-to-itself", with: { name } }
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
