import { CREATION_POLICY_TYPES, UPDATE_POLICY_TYPES } from "../../catalogue/language/attributePolicies.ts";
import { contentSpan, pairOf, typeNameOf } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";

const ALLOWED = {
  CreationPolicy: { topic: "creation-policy", types: CREATION_POLICY_TYPES },
  UpdatePolicy: { topic: "update-policy", types: UPDATE_POLICY_TYPES },
} as const;

/** `CreationPolicy` or `UpdatePolicy` on a type that does not support it. */
export const policyNotAllowed: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const type = typeNameOf(entry.value);
    if (type === undefined || catalogue.resourceType(type) === undefined) return;
    const { properties } = catalogue.resourceBody(type);
    for (const name of ["CreationPolicy", "UpdatePolicy"] as const) {
      const pair = pairOf(entry.value, name);
      if (pair === undefined || pair.merged || properties.has(name)) continue;
      const { topic, types } = ALLOWED[name];
      report(contentSpan(pair.key), { message: "not-supported", with: { type, name, types }, topic });
    }
  },
};
