import { distance } from "fastest-levenshtein";
import managedPolicies from "../../../data/managedPolicies.yaml";
import removedPolicies from "../../../data/removedPolicies.yaml";
import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule, Report } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** The properties that take ARNs of managed policies. */
const PLACES = placesOf("managedPolicies");

/** Name of a policy → the path in its ARN, with a slash at its end; see `managedPolicies.yaml`. */
const PATHS: ReadonlyMap<string, string> = new Map(
  Object.entries(managedPolicies()).flatMap(([path, names]) =>
    names.split(" ").map((name) => [name, path === "root" ? "" : `${path}/`] as const),
  ),
);

const REMOVED: ReadonlyMap<string, string> = new Map(Object.entries(removedPolicies()));

/** Names of policies by their letters in lowercase. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map([...PATHS.keys()].map((name) => [name.toLowerCase(), name]));

/**
 * The ARN of an AWS managed policy with the wrong path (`service-role/` is missing or too much) or the wrong capitals.
 */
export const managedPolicyArn: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: [...PLACES.keys()],
  check({ value }, { report }) {
    const type = valueAt(value, "Type");
    const properties = valueAt(value, "Properties");
    for (const property of PLACES.get(type?.kind === "scalar" ? type.text : "") ?? []) {
      for (const node of nodesAt(properties, [property])) {
        const arn = arnText(node);
        const found = arn === undefined ? undefined : arnProblem(arn, composedText(node) ?? arn.text);
        if (arn !== undefined && found !== undefined) report(contentSpan(arn), found);
      }
    }
  },
};

/** The text that ends with the policy's name, also in a function that fills in its beginning. */
function arnText(node: Node): ScalarNode | undefined {
  if (node.kind === "scalar") return node;
  if (node.kind !== "call") return undefined;
  if (node.name === "Fn::Sub") return node.argument.kind === "scalar" ? node.argument : undefined;
  const parts = node.name === "Fn::Join" && node.argument.kind === "list" ? node.argument.items[1] : undefined;
  const last = parts?.kind === "list" ? parts.items.at(-1) : undefined;
  return last?.kind === "scalar" ? last : undefined;
}

function arnProblem(node: ScalarNode, arn: string): Report | undefined {
  const [, before, path = "", name = ""] = /^(.*:iam::aws:policy\/)((?:[\w-]+\/)?)([\w+=,.@-]+)$/.exec(arn) ?? [];
  // SAM also takes the name alone.
  const now = REMOVED.get(before === undefined ? arn : name);
  if (now !== undefined) {
    const given = before === undefined ? arn : `${path}${name}`;
    return { message: "removed", with: { given, now } };
  }
  if (before === undefined) return nameProblem(node);
  if (path === "aws-service-role/") return { message: "linked-role", with: { name } };
  const meant = meantPolicy(name);
  const right = PATHS.get(meant);
  if (right === undefined || (right === path && meant === name)) return undefined;
  const span = contentSpan(node);
  const isPlain = span.end - span.start === node.text.length && node.text.startsWith(before);
  return {
    message: "no-policy",
    with: { given: `${path}${name}`, right: `${right}${meant}` },
    data: isPlain
      ? { ...replacement(span, `${before}${right}${meant}`, changeTo(`${right}${meant}`)), safe: true }
      : undefined,
  };
}

/** The name alone, as SAM takes it. */
function nameProblem(node: ScalarNode): Report | undefined {
  const meant = /^\w+$/.test(node.text) ? meantPolicy(node.text) : node.text;
  if (meant === node.text) return undefined;
  const data = replacement(contentSpan(node), meant);
  return { message: "no-name", with: { given: node.text, meant }, data };
}

/** The policy that a name means with other capitals, or with a slip in one of its words; else the name itself. */
function meantPolicy(name: string): string {
  if (PATHS.has(name)) return name;
  return BY_LETTERS.get(name.toLowerCase()) ?? [...PATHS.keys()].find((known) => isSlip(name, known)) ?? name;
}

/** Whether two names differ in a letter within one long word: names of other policies have other words, or end with an s. */
function isSlip(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1) return false;
  const [words, others] = [name, known].map((one) => one.split(/(?<=[a-z\d])(?=[A-Z])/));
  const differing = words?.flatMap((word, index) => (word === others?.[index] ? [] : [[word, others?.[index] ?? ""]]));
  const [[word = "", other = ""] = []] = differing ?? [];
  if (words?.length !== others?.length || differing?.length !== 1 || Math.min(word.length, other.length) < MIN_WORD)
    return false;
  const isPlural = `${word}s` === other || word === `${other}s`;
  return !isPlural && word[0] === other[0] && /^[A-Z][a-z]+$/.test(word) && distance(word, other) === 1;
}

const MIN_WORD = 5;
