import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../model/template.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { FixData, TemplateRule } from "../engine/rule.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { ROLE_USES, type RoleUse, trustOf, trusts } from "../shared/links/roleUses.ts";
import { valuesAt } from "../shared/values/valuesAt.ts";

/** A role that is given to a service which its trust policy does not name, so that the service cannot assume it. */
export const roleTrust: TemplateRule = {
  scope: "template",
  code: "role-trust",
  check(template, { report }) {
    const roles = rolesOf(template, "Resources");
    if (roles.length === 0) return;
    const users = new Map<string, User[]>();
    for (const { entry, found } of usersOf(template, "Resources"))
      for (const use of found) {
        const others = users.get(use.role);
        if (others === undefined) users.set(use.role, [{ entry, use }]);
        else others.push({ entry, use });
      }
    for (const { entry: role, found: trust } of roles) {
      const own = users.get(role.name)?.filter(({ use }) => !trusts(trust, use.service));
      if (own === undefined || own.length === 0) continue;
      for (const service of new Set(own.map(({ use }) => use.service))) {
        const [first] = own.filter(({ use }) => use.service === service);
        if (first === undefined) continue;
        const data = trust.last && alsoAllow(trust.last, service, template.format);
        report(role, trust.last ?? trust.document, {
          ...said(role.name, service, first.entry.name, first.use.says),
          severity: first.use.says === undefined ? "warning" : "error",
          unfinished: "beside",
          data,
        });
      }
    }
  },
};

function said(role: string, service: string, user: string, says: string | undefined): Localised {
  const principal = `${service}.amazonaws.com`;
  return {
    en: `${user} uses ${role}, but ${role} does not let ${principal} assume it${says === undefined ? "" : ` (“${says}”)`}: name ${principal} as Service in its trust policy.`,
    ja: `${user}は${role}を使いますが、${role}の信頼ポリシーは${principal}による引き受けを許可していません${says === undefined ? "" : `（「${says}」）`}。Serviceに${principal}を指定してください。`,
  };
}

function alsoAllow(node: Node, service: string, format: Template["format"]): FixData | undefined {
  if (node.kind !== "scalar") return undefined;
  const names = [node.text, `${service}.amazonaws.com`];
  const newText = format === "json" ? JSON.stringify(names) : `[${names.join(", ")}]`;
  return replacement(node, newText, { en: `Also allow ${names[1]}`, ja: `${names[1]}も許可` });
}

const rolesOf = searchEntries(trustOf);

interface User {
  readonly entry: Entry;
  readonly use: Pick<RoleUse, "service" | "says"> & { readonly role: string };
}

/** The roles of the template that resources give to services. */
const usersOf = searchEntries(({ value }): readonly User["use"][] | undefined => {
  const uses = ROLE_USES.get(textOf(valueAt(value, "Type")) ?? "");
  const properties = valueAt(value, "Properties");
  return uses?.flatMap(({ property, service, says }) =>
    valuesAt(properties, property.split(".")).flatMap((node) => {
      const role = resourceTarget(node);
      return role === undefined ? [] : [{ role, service, ...(says !== undefined && { says }) }];
    }),
  );
});
