import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { listItems, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { schemaAnswer } from "../shared/answer.ts";
import { mayHaveMore } from "../shared/declaredNames.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { refName, resourceTarget } from "../shared/links/resourceTarget.ts";
import { ROLE_USES } from "../shared/links/roleUses.ts";
import type { TemplateContext, TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** The properties of types that name an instance profile, by name or by ARN. */
const PLACES = placesOf("instanceProfiles");

/**
 * A role in place of the instance profile that EC2 wants: a role is given to a machine in an
 * `AWS::IAM::InstanceProfile`.
 */
export const instanceProfile: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, context) {
    const { report } = context;
    checkRoles(template, context);
    const users = given(template);
    if (users.length === 0 || mayHaveMore(template.declarations)) return;
    const roles = new Map(rolesOf(template).map(({ entry, found }) => [entry.name, found.isNamed]));
    const profiles = profilesOf(template);
    for (const { entry, found } of users) {
      for (const { role: name, node, wants, given: got } of found) {
        if (wants === undefined || got === wants || !profiles.some((one) => one.entry.name === name)) continue;
        const short = wants === "Arn" ? `!GetAtt ${name}.Arn` : `!Ref ${name}`;
        report(entry, node, {
          message: wants === "Arn" ? "takes-arn" : "takes-name",
          with: { name: entry.name, profile: name, short },
          data: referFix(node, name, wants === "Arn" ? "Arn" : undefined, template.format),
        });
      }
    }
    // A profile may have the name of a role.
    if (profiles.some(({ found }) => found.isNamed)) return;
    for (const { entry, found } of users) {
      for (const { role, node, wants } of found) {
        if (roles.get(role) !== false) continue;
        const [profile, ...others] = profiles.filter((one) => one.found.roles.includes(role));
        const name = profile === undefined || others.length > 0 ? undefined : profile.entry.name;
        report(entry, node, {
          message: name === undefined ? "no-profile" : "role-for-profile",
          with: { role, user: entry.name, name },
          data:
            name === undefined ? undefined : referFix(node, name, wants === "Arn" ? "Arn" : undefined, template.format),
        });
      }
    }
  },
};

/** A profile in place of a role. */
function checkRoles(template: Template, { catalogue, report }: TemplateContext): void {
  const profiles = profilesOf(template);
  if (profiles.length === 0) return;
  for (const { entry, found } of takingRoles(template)) {
    for (const { node, name, property } of found) {
      const profile = profiles.find((one) => one.entry.name === name);
      if (profile === undefined) continue;
      const [role, ...others] = profile.found.roles;
      const short = role === undefined || others.length > 0 ? undefined : `!GetAtt ${role}.Arn`;
      const type = catalogue.resourceType(typeNameOf(entry.value) ?? "");
      const taken = type?.properties.properties.get(property);
      const isLimited = taken?.type.kind === "string" && taken.type.pattern !== undefined;
      const says = schemaAnswer({ keyword: "pattern" }, isLimited ? taken : undefined, type?.name);
      report(entry, node, {
        message: short === undefined ? "profile-for-role" : "profile-for-role-named",
        with: { profile: name, name: entry.name, short, says },
        data: short === undefined || role === undefined ? undefined : referFix(node, role, "Arn", template.format),
      });
    }
  }
}

/** The references at places that take a role. */
const takingRoles = searchResources(ROLE_USES.keys(), ({ value }, type) =>
  (ROLE_USES.get(type) ?? []).flatMap(({ property }) =>
    nodesAt(valueAt(value, "Properties"), property.split(".")).flatMap((node) => {
      const name = resourceTarget(node);
      return name === undefined ? [] : [{ node, name, property }];
    }),
  ),
);

/** Launch configurations take either. */
function wantedBy(path: string, type: string): "Arn" | "Name" | undefined {
  if (type === "AWS::AutoScaling::LaunchConfiguration") return undefined;
  return path.endsWith("Arn") ? "Arn" : "Name";
}

/** The references at places that take an instance profile. */
const given = searchResources(PLACES.keys(), ({ value }, type) =>
  (PLACES.get(type) ?? []).flatMap((path) =>
    nodesAt(valueAt(value, "Properties"), path.split(".")).flatMap((node) => {
      const role = resourceTarget(node);
      if (role === undefined) return [];
      const given = refName(node) === undefined ? "Arn" : "Name";
      return [{ role, node, wants: wantedBy(path, type), given }];
    }),
  ),
);

const rolesOf = searchResources(["AWS::IAM::Role"], ({ value }) => ({
  isNamed: valueAt(valueAt(value, "Properties"), "RoleName") !== undefined,
}));

const profilesOf = searchResources(["AWS::IAM::InstanceProfile"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  return {
    isNamed: valueAt(properties, "InstanceProfileName") !== undefined,
    roles: listItems(valueAt(properties, "Roles")).map(resourceTarget),
  };
});
