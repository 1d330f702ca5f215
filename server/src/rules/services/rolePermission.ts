import rolePermissions from "../../../data/rolePermissions.yaml";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import { entryOf, type Template } from "../../model/template.ts";
import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../shared/declaredNames.ts";
import { dependsOnFix } from "../shared/fixes/dependsOnFix.ts";
import { entryIndentUnit, keyEdit, keyIndent } from "../shared/fixes/keyEdit.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { lackOf } from "../shared/links/roleGrants.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { FixData, TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** What a role has to allow; see `rolePermissions.yaml`. */
const NEEDS = new Map(Object.entries(rolePermissions().needs));

/**
 * A role that does not allow what is asked of the resource that has it: to write logs, to read secrets, to send
 * messages; or that allows it by a policy which may be created later.
 */
export const rolePermission: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const asking = askingMore(template);
    if (asking.length === 0 || mayHaveMore(template.declarations)) return;
    const { resources } = template.declarations;
    const types = new Set([...resources.values()].map(({ type }) => type));
    for (const { entry, found } of asking)
      for (const { need, role, node, target } of found) {
        if (need.unless !== undefined && types.has(need.unless)) continue;
        if (target !== undefined && resources.get(target)?.type !== need.where.names) continue;
        const lack = lackOf(template, entry, role, need.actions);
        if (lack === undefined || (lack.late !== undefined && need.isLater === true)) continue;
        if (isNamedByOthers(template, role)) continue;
        const span = contentSpan(node);
        if (lack.late !== undefined) {
          report(entry, span, {
            message: "too-early",
            with: { name: entry.name, late: lack.late.name, role, says: need.says },
            severity: "warning",
            data: dependsOnFix(entry, lack.late.name, template.format),
          });
          continue;
        }
        const { policy, says, starts } = need;
        report(entry, span, {
          message: policy === undefined ? "no-action" : "no-policy",
          with: { role, actions: lack.missing, name: entry.name, says, ...(policy !== undefined && { policy }) },
          severity: starts === undefined || types.has(starts) ? undefined : "warning",
          ...(policy !== undefined && policyFix(template, role, policy)),
        });
      }
  },
};

/** AWS's managed policies, with the path in their ARNs. */
const POLICIES = Object.keys(rolePermissions().policies);

/** Attaches AWS's policy to a role that has none of these yet, behind its last property. */
function policyFix(template: Template, role: string, policy: string): { readonly data?: FixData } {
  const entry = entryOf(template, "Resources", role);
  const properties = valueAt(entry?.value, "Properties");
  const path = POLICIES.find((one) => one.endsWith(policy));
  if (entry === undefined || path === undefined || properties?.kind !== "map") return {};
  const last = properties.pairs.at(-1);
  const { text } = entry.unit;
  if (last === undefined || pairOf(properties, "ManagedPolicyArns") !== undefined) return {};
  // A function may give the last value: then what is written ends later.
  if (!/^[\s}]*$/.test(text.slice(last.value.end, properties.end))) return {};
  const arn = `arn:\${AWS::Partition}:iam::aws:policy/${path}`;
  const yaml = `\n${keyIndent(text, last.key.start)}${entryIndentUnit(entry)}- !Sub ${arn}`;
  const value = { yaml, json: `[{ "Fn::Sub": ${JSON.stringify(arn)} }]` };
  const edit = keyEdit(last, "ManagedPolicyArns", value, text, template.format);
  if (edit === undefined) return {};
  return {
    data: { title: { en: `Add ${policy} to ${role}`, ja: `${role}に${policy}を追加` }, edits: [{ ...edit, entry }] },
  };
}

/** What is asked of a role of the template. */
interface Asked {
  readonly need: ReturnType<typeof rolePermissions>["needs"][string][number];
  readonly role: string;
  readonly node: Node;
  /** The resource whose type decides it. */
  readonly target: string | undefined;
}

const askingMore = searchResources(NEEDS.keys(), ({ value }, type): readonly Asked[] | undefined => {
  const properties = valueAt(value, "Properties");
  return NEEDS.get(type)?.flatMap((need): readonly Asked[] => {
    const [role] = nodesAt(properties, need.role.split(".")).flatMap((node) => resourceTarget(node) ?? []);
    const { path, is, has, names } = need.where;
    const only = Object.entries(need.only ?? {}).every(([other, texts]) => {
      const nodes = nodesAt(properties, other.split("."));
      return nodes.length > 0 && nodes.every((node) => texts.includes(textOf(node) ?? ""));
    });
    if (role === undefined || !only) return [];
    for (const node of nodesAt(properties, path.split("."))) {
      const target = names === undefined ? undefined : resourceTarget(node);
      if (is !== undefined && !is.includes(textOf(node) ?? "")) continue;
      if (has !== undefined && target === undefined && composedText(node)?.includes(has) !== true) continue;
      return [{ need, role, node, target }];
    }
    return [];
  });
});
