import invokers, { type Row as Invoker } from "../../../../data/invokers.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { type Node, valueAt } from "../../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../../shared/declaredNames.ts";
import { dependsOnFix } from "../../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { waitsFor } from "../../shared/links/waitsFor.ts";
import type { TemplateRule } from "../../shared/rule.ts";
import { literalText, nodesAt } from "../../shared/values/literals.ts";

const INVOKERS: ReadonlyMap<string, Invoker> = new Map(Object.entries(invokers()));

/**
 * A service that may not invoke a function of the template, or, as it tries the function when it is set up, not yet.
 */
export const invokePermission: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const { resources } = template.declarations;
    const users = invoking(template).filter(({ found }) =>
      /^AWS::(?:Lambda|Serverless)::Function$/.test(resources.get(found.target)?.type ?? ""),
    );
    if (users.length === 0 || mayHaveMore(template.declarations)) return;
    const permissions = allowing(template);
    for (const { entry, found } of users) {
      const { target, node, service, says } = found;
      if (permissions.some((one) => one.found.target === undefined) || isNamedByOthers(template, target)) continue;
      const fitting = permissions.filter(
        (one) => one.found.target === target && (one.found.service ?? service) === service,
      );
      const [first] = fitting;
      if (says === undefined) {
        const isConnected = valueAt(entry.value, "Connectors") !== undefined || connectors(template).length > 0;
        if (first === undefined && !isConnected)
          report(entry, node, { message: "never", with: { service, target, name: entry.name }, severity: "warning" });
        continue;
      }
      if (first === undefined) {
        report(entry, node, { message: "no-permission", with: { service, target, name: entry.name, says } });
        continue;
      }
      const before = waitsFor(template, entry.name);
      if (fitting.some((one) => before.has(one.entry.name))) continue;
      if (fitting.every((one) => waitsFor(template, one.entry.name).has(entry.name))) {
        report(entry, node, {
          message: "permission-later",
          with: { permission: first.entry.name, name: entry.name, says },
        });
        continue;
      }
      report(entry, node, {
        message: "too-early",
        with: { name: entry.name, permission: first.entry.name, says },
        severity: "warning",
        data: dependsOnFix(entry, first.entry.name, template.format),
      });
    }
  },
};

const invoking = searchResources(
  INVOKERS.keys(),
  ({ value }, type): (Invoker & { readonly target: string; readonly node: Node }) | undefined => {
    const invoker = INVOKERS.get(type);
    if (invoker === undefined) return undefined;
    const nodes = nodesAt(valueAt(value, "Properties"), invoker.path.split("."));
    const node = nodes.find((one) => resourceTarget(one) !== undefined);
    const target = resourceTarget(node);
    return node === undefined || target === undefined ? undefined : { ...invoker, target, node };
  },
);

/** What makes permissions of its own. */
const connectors = searchResources(["AWS::Serverless::Connector"], () => true);

/** Permissions with the function and the service, as far as both are written out. */
const allowing = searchResources(["AWS::Lambda::Permission"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const service = /^([\w-]+)(?:\.[\w-]+)?\.amazonaws\.com$/.exec(literalText(properties, "Principal") ?? "")?.[1];
  return { target: resourceTarget(valueAt(properties, "FunctionName")), service };
});
