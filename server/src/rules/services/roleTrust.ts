import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { type Node, valueAt } from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { meantService } from "../shared/links/meantService.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { ROLE_USES, type RoleUse, trustOf, trusts } from "../shared/links/roleUses.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { FixData, TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** A role that is given to a service which its trust policy does not name, so that the service cannot assume it. */
export const roleTrust: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { catalogue, report }) {
    const roles = rolesOf(template);
    if (roles.length === 0) return;
    const given = new Map<string, Map<string, Given>>();
    for (const { entry, found } of usersOf(template))
      for (const { role, service, ...use } of found) {
        const services = given.get(role) ?? new Map<string, Given>();
        if (!services.has(service)) services.set(service, { ...use, name: entry.name });
        given.set(role, services);
      }
    for (const { entry: role, found: trust } of roles)
      for (const [service, first] of given.get(role.name) ?? []) {
        // The name of the service is misspelt, which is told where it stands.
        if (trusts(trust, service) || (first.older !== undefined && trusts(trust, first.older))) continue;
        if (trust.last?.kind === "scalar" && meantService(trust.last.text, catalogue) === service) continue;
        report(role, trust.last ?? trust.document, {
          message: "not-trusted",
          with: { user: first.name, role: role.name, principal: `${service}.amazonaws.com`, says: answer(first.says) },
          severity: first.says === undefined ? "warning" : "error",
          unfinished: "beside",
          data: trust.last && alsoAllow(trust.last, service, template.format),
        });
      }
  },
};

/** What gives a role to a service first. */
interface Given extends Pick<RoleUse, "older" | "says"> {
  readonly name: string;
}

function alsoAllow(node: Node, service: string, format: Template["format"]): FixData | undefined {
  if (node.kind !== "scalar") return undefined;
  const names = [node.text, `${service}.amazonaws.com`];
  const newText = format === "json" ? JSON.stringify(names) : `[${names.join(", ")}]`;
  return replacement(node, newText, { en: `Also allow ${names[1]}`, ja: `${names[1]}も許可` });
}

const rolesOf = searchResources(["AWS::IAM::Role"], trustOf);

interface Use extends Omit<RoleUse, "property"> {
  readonly role: string;
}

/** The role whose name an ARN ends with. */
function roleInArn(node: Node): string | undefined {
  return ROLE_ARN.exec(node.kind === "call" ? (composedText(node) ?? "") : "")?.[1];
}

const ROLE_ARN = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::[^/]*:role\/(?:[\w-]+\/)*\$\{(\w+)\}$/;

/** The roles of the template that resources give to services. */
const usersOf = searchResources(ROLE_USES.keys(), ({ value }, type): readonly Use[] | undefined => {
  const properties = valueAt(value, "Properties");
  return ROLE_USES.get(type)?.flatMap(({ property, ...use }) =>
    nodesAt(properties, property.split(".")).flatMap((node) => {
      const role = resourceTarget(node) ?? roleInArn(node);
      return role === undefined ? [] : [{ ...use, role }];
    }),
  );
});
