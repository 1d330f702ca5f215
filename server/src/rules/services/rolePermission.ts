import rolePermissions from "../../../data/rolePermissions.yaml";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import { contentSpan, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { mayHaveMore } from "../shared/declaredNames.ts";
import { dependsOnFix } from "../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { lackOf } from "../shared/links/roleGrants.ts";
import { isNamedByOthers } from "../shared/namedByOthers.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { valuesAt } from "../shared/values/valuesAt.ts";

/** What a role has to allow; see `rolePermissions.yaml`. */
interface Need {
  readonly role: string;
  readonly where: {
    readonly path: string;
    readonly is?: readonly string[];
    readonly has?: string;
    readonly names?: string;
  };
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly unless?: string;
  readonly actions: readonly string[];
  readonly policy?: string;
  readonly isLater?: true;
  readonly says: string;
}

const NEEDS: ReadonlyMap<string, readonly Need[]> = new Map(
  Object.entries((rolePermissions() as { readonly needs: Readonly<Record<string, readonly Need[]>> }).needs),
);

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
        const span = node.kind === "scalar" ? contentSpan(node) : node;
        if (lack.late !== undefined) {
          report(entry, span, {
            en: `${entry.name} may be created before ${lack.late.name}, which lets ${role} do what this needs, and then fails (“${need.says}”): let it depend on that.`,
            ja: `これに必要な許可を${role}に与える${lack.late.name}より先に${entry.name}が作成されると、失敗します（「${need.says}」）。DependsOnで${lack.late.name}を指定してください。`,
            severity: "warning",
            data: dependsOnFix(entry, lack.late.name, template.format),
          });
          continue;
        }
        const actions = lack.missing.join(", ");
        const [en, ja] =
          need.policy === undefined
            ? ["", "許可してください"]
            : [`, or add ${need.policy} to the role`, `許可するか、ロールに${need.policy}を追加してください`];
        report(entry, span, {
          en: `${role} does not allow ${actions}, which ${entry.name} needs for this (“${need.says}”): allow it${en}.`,
          ja: `${role}は、${entry.name}がここで必要とする${lack.missing.join("、")}を許可していません（「${need.says}」）。${ja}。`,
        });
      }
  },
};

/** What is asked of a role of the template. */
interface Asked {
  readonly need: Need;
  readonly role: string;
  readonly node: Node;
  /** The resource whose type decides it. */
  readonly target: string | undefined;
}

const askingMore = searchResources(NEEDS.keys(), ({ value }, type): readonly Asked[] | undefined => {
  const properties = valueAt(value, "Properties");
  return NEEDS.get(type)?.flatMap((need): readonly Asked[] => {
    const [role] = valuesAt(properties, need.role.split(".")).flatMap((node) => resourceTarget(node) ?? []);
    const { path, is, has, names } = need.where;
    const only = Object.entries(need.only ?? {}).every(([other, texts]) => {
      const nodes = valuesAt(properties, other.split("."));
      return nodes.length > 0 && nodes.every((node) => texts.includes(textOf(node) ?? ""));
    });
    if (role === undefined || !only) return [];
    for (const node of valuesAt(properties, path.split("."))) {
      const target = names === undefined ? undefined : resourceTarget(node);
      if (is !== undefined && !is.includes(textOf(node) ?? "")) continue;
      if (has !== undefined && target === undefined && composedText(node)?.includes(has) !== true) continue;
      return [{ need, role, node, target }];
    }
    return [];
  });
});
