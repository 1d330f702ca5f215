import { ownParts } from "../../catalogue/sam/ownParts.ts";
import { chunkSummaries } from "../../model/entrySearch.ts";
import type { Reference } from "../../model/focus.ts";
import { type Node, textOf, valueAt } from "../../model/node.ts";
import { references } from "../../model/references.ts";
import { type Entry, entriesOf } from "../../model/template.ts";
import type { TemplateContext, TemplateRule } from "../engine/rule.ts";
import { conditionModel } from "../shared/conditionModel.ts";
import { cyclePath } from "../shared/cyclePath.ts";
import { type Edges, possibleCycles } from "../shared/possibleCycles.ts";
import { stronglyConnected } from "../shared/stronglyConnected.ts";

/**
 * Resources (or conditions) that need each other, so that none of them can be the first.
 * It stands on what makes CloudFormation wait (`Ref`, `GetAtt`, `Sub`, `DependsOn`), less what SAM makes resources of their own and what
 * conditions exclude.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Web:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupDescription: Web
 *       SecurityGroupIngress:
 *         - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !GetAtt Balancer.GroupId}
 *   Balancer:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupDescription: Balancer
 *       SecurityGroupEgress:
 *         - {IpProtocol: tcp, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: !GetAtt Web.GroupId}
 * ```
 * Good: refer in one direction only, and give the other rule as a resource of its own.
 * ```yaml
 *   Balancer:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupDescription: Balancer
 *   BalancerToWeb:
 *     Type: AWS::EC2::SecurityGroupEgress
 *     Properties:
 *       GroupId: !GetAtt Balancer.GroupId
 *       IpProtocol: tcp
 *       FromPort: 80
 *       ToPort: 80
 *       DestinationSecurityGroupId: !GetAtt Web.GroupId
 * ```
 */
export const dependencyCycle: TemplateRule = {
  scope: "template",
  code: "dependency-cycle",
  severity: "error",
  cfnLint: ["E3004", "E8007"],
  title: { en: "Nothing depends on itself", ja: "循環する依存関係がない" },
  topic: "dependencies",
  check(template, { report }) {
    const waiting = template.sections.flatMap((section) =>
      SECTIONS.has(section.name) ? waitingInGroups(section) : [],
    );
    if (closesNone(waiting, latestWithoutCycle)) {
      latestWithoutCycle = waiting;
      return;
    }
    let none = true;
    for (const section of ["Resources", "Conditions"] as const) {
      const entries = new Map(entriesOf(template, section).map((entry) => [entry.name, entry]));
      const edges = new Map([...entries].map(([name, entry]) => [name, targetsOf(entry, entries)]));
      for (const cycle of stronglyConnected(edges)) {
        none = false;
        const members = new Set(cycle);
        const possible =
          section === "Resources"
            ? possibleCycles(members, entries, edges, conditionModel(template.outline))
            : [{ members, edges }];
        for (const one of possible) reportCycle(one.members, entries, one.edges, report);
      }
    }
    if (none) latestWithoutCycle = waiting;
  },
};

/** So many members are named. */
const MOST_NAMED = 20;

/** Tells a cycle once, at its first member; the references of the others are related. */
function reportCycle(
  members: ReadonlySet<string>,
  entries: ReadonlyMap<string, Entry>,
  edges: Edges,
  report: TemplateContext["report"],
): void {
  const references = [...entries].flatMap(([name, entry]) => {
    const span = members.has(name) ? edges.get(name)?.find(({ name: target }) => members.has(target)) : undefined;
    return span === undefined ? [] : [{ name, entry, span }];
  });
  const [first, ...others] = references;
  if (first === undefined) return;
  const { name } = first;
  const chain = [...cyclePath(name, members, edges), name];
  const shown = chain.length > MOST_NAMED ? [...chain.slice(0, MOST_NAMED - 1), "…", name] : chain;
  const path = shown.join(" → ");
  const message =
    members.size === 1
      ? { en: `${name} refers to itself.`, ja: `${name}が自分自身を参照しています。` }
      : {
          en: `This closes a circle of dependencies: ${path}. Remove one of its references.`,
          ja: `依存関係が循環しています: ${path}。どれか1つの参照をなくしてください。`,
        };
  const related = others.slice(0, MOST_NAMED).map((other) => ({
    entry: other.entry,
    span: other.span,
    message: {
      en: `${other.name} refers to ${other.span.name}.`,
      ja: `${other.name}は${other.span.name}を参照しています。`,
    },
  }));
  report(first.entry, first.span, message, { related });
}

const SECTIONS: ReadonlySet<string> = new Set(["Resources", "Conditions"]);

/** Of each entry of a group. */
type Waiting = readonly WaitingEntry[];

interface WaitingEntry {
  readonly name: string;
  readonly section: string;
  readonly references: readonly Reference[];
}

/** Who refers to whom in the latest state without a cycle. After an edit, only what differs from it can close one. */
let latestWithoutCycle: readonly Waiting[] = [];

const waitingInGroups = chunkSummaries(
  (entries): Waiting =>
    entries.map((entry) => ({ name: entry.name, section: entry.section, references: waitingReferences(entry) })),
);

/** With more changes it is another template, or all is searched as fast. */
const MOST_CHANGES = 200;

/** Whether what changed since a state without a cycle closes none: nobody who refers to something else now can be reached from there. */
function closesNone(now: readonly Waiting[], before: readonly Waiting[]): boolean {
  const kept = new Set(before);
  const made = now.filter((waiting) => !kept.has(waiting)).flat();
  if (made.length > MOST_CHANGES) return false;
  const still = new Set(now);
  const gone = before.filter((waiting) => !still.has(waiting)).flat();
  const earlier = new Map(gone.map((one) => [keyOf(one.section, one.name), one.references]));
  const changed = made.filter(
    ({ section, name, references }) => !isSame(references, earlier.get(keyOf(section, name))),
  );
  if (changed.length === 0) return true;
  const byKey = new Map(now.flat().map((one) => [keyOf(one.section, one.name), one.references]));
  return changed.every(({ section, name, references }) => {
    const seen = new Set<string>();
    const waiting = [...references];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (one.name === name) return false;
      const key = keyOf(section, one.name);
      if (!seen.has(key)) waiting.push(...(byKey.get(key) ?? []));
      seen.add(key);
    }
    return true;
  });
}

function keyOf(section: string, name: string): string {
  return `${section} ${name}`;
}

function isSame(now: readonly Reference[], before: readonly Reference[] | undefined): boolean {
  if (now === before) return true;
  return now.length === before?.length && now.every(({ name }, at) => name === before[at]?.name);
}

const KINDS: ReadonlySet<Reference["kind"]> = new Set(["ref", "resource", "dependsOn"]);

const known = new WeakMap<readonly Reference[], readonly Reference[]>();

/** The references of an entry that make it wait for what they name. */
function waitingReferences(entry: Entry): readonly Reference[] {
  const { section, value } = entry;
  const all = references(entry);
  let found = known.get(all);
  if (found === undefined) {
    const apart = ownParts(textOf(valueAt(value, "Type")) ?? "").flatMap((path) => {
      const part = path.reduce<Node | undefined>(valueAt, value);
      return part ?? [];
    });
    found = all.filter(
      ({ kind, start }) =>
        (section === "Conditions" ? kind === "condition" : KINDS.has(kind)) &&
        !apart.some((part) => start >= part.start && start <= part.end),
    );
    known.set(all, found);
  }
  return found;
}

function targetsOf(entry: Entry, entries: ReadonlyMap<string, Entry>): readonly Reference[] {
  const found = waitingReferences(entry);
  return found.every(({ name }) => entries.has(name)) ? found : found.filter(({ name }) => entries.has(name));
}
