import samPolicyTemplates from "../../../data/samPolicyTemplates.yaml";
import { lazy } from "../../text/lazy.ts";
import { ANY, list, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";
import { pageUrl } from "../types/links.ts";

const URL = pageUrl("sam:serverless-policy-template-list");

/** `Policies` of a function or state machine: names and ARNs of managed policies, documents, policy templates. */
export function samPolicies(document: ObjectType): ValueType {
  const one = union(STRING, object(document), object(policyTemplates()), map(ANY));
  return union(one, list(one));
}

/** SAM's policy templates with their parameters. */
const TEMPLATES = lazy(samPolicyTemplates);

export function samPolicyNames(): readonly string[] {
  return Object.keys(TEMPLATES());
}

function policyTemplates(): ObjectType {
  const templates = Object.entries(TEMPLATES());
  return objectType(
    "SAM policy template",
    URL,
    templates.map(([name, parameters]) =>
      property(
        name,
        object(templateOf(name, parameters)),
        "A ready-made policy of SAM.",
        "SAMが用意しているポリシーテンプレート。",
      ),
    ),
  );
}

function templateOf(name: string, parameters: readonly string[]): ObjectType {
  const properties = parameters.map((parameter) =>
    property(parameter, STRING, "What the permissions are limited to.", "権限の対象。", { required: true }),
  );
  // SAM passes over others.
  return objectType(name, URL, properties, { additional: ANY });
}
