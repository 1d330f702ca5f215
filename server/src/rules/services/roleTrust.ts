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
    const roles = new Map(rolesOf(template).map(({ entry, found }) => [entry.name, { role: entry, trust: found }]));
    if (roles.size === 0) return;
    const told = new Set<string>();
    for (const { entry, found } of usersOf(template))
      for (const { role: name, service, older, says } of found) {
        const { role, trust } = roles.get(name) ?? {};
        if (role === undefined || trust === undefined || trusts(trust, service)) continue;
        if (older !== undefined && trusts(trust, older)) continue;
        // The name of the service is misspelt, which is told where it stands.
        if (trust.last?.kind === "scalar" && meantService(trust.last.text, catalogue) === service) continue;
        // Of several that are given the role, the first is named.
        if (told.has(`${name} ${service}`)) continue;
        told.add(`${name} ${service}`);
        report(role, trust.last ?? trust.document, {
          message: "not-trusted",
          with: { user: entry.name, role: name, principal: `${service}.amazonaws.com`, says: answer(says) },
          severity: says === undefined ? "warning" : "error",
          unfinished: "beside",
          data: trust.last && alsoAllow(trust.last, service, template.format),
        });
      }
  },
};

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
