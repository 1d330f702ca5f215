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
  if (before === undefined) return undefined;
  if (path === "aws-service-role/") return { message: "linked-role", with: { name } };
  const meant = PATHS.has(name) ? name : (BY_LETTERS.get(name.toLowerCase()) ?? name);
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
