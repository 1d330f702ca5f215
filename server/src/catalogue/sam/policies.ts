import samPolicyTemplates from "../../../data/samPolicyTemplates.yaml";
import { ANY, list, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";
import { pageUrl } from "../types/links.ts";

const URL = pageUrl("sam:serverless-policy-template-list");

/** `Policies` of a function or state machine: names and ARNs of managed policies, documents, policy templates. */
export function samPolicies(document: ObjectType): ValueType {
  const one = union(STRING, object(document), object(policyTemplates()), map(ANY));
  return union(one, list(one));
}

function policyTemplates(): ObjectType {
  const templates = Object.entries(samPolicyTemplates() as Readonly<Record<string, readonly string[]>>);
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
