import {
  type Detail,
  type PolicyAction,
  propertyOf,
  type ResourceChange,
  type ResourceState,
  wordOf,
} from "./resourceState.ts";

/** Whether a resource is replaced: for certain if one cause that will come about asks for it. */
export function replacementOf(details: readonly Detail[]): NonNullable<ResourceChange["replacement"]> {
  const isCertain = details.some(
    ({ requiresRecreation, evaluation }) => requiresRecreation === "Always" && evaluation === "Static",
  );
  if (isCertain) return "True";
  return details.some(({ requiresRecreation }) => requiresRecreation !== "Never") ? "Conditional" : "False";
}

/** Whether a cause that comes about is of those cases in which an update replaces that does so in some. */
export function isKnownToReplace({ requiresRecreation, interruption, happens }: Detail): boolean {
  return requiresRecreation === "Conditionally" && interruption === "Replacement" && happens === "yes";
}

/**
 * What happens to a resource that leaves the stack, by the policy of the deployed template.
 *
 * Source: the template reference's page on DeletionPolicy, which also has the types whose default is a snapshot.
 */
export function removalAction(before: ResourceState): PolicyAction {
  const policy = wordOf(before, "DeletionPolicy") ?? defaultDeletion(before);
  return policy === "Snapshot" ? "Snapshot" : policy.startsWith("Retain") ? "Retain" : "Delete";
}

function defaultDeletion(state: ResourceState): string {
  if (state.type === "AWS::RDS::DBCluster") return "Snapshot";
  const isAlone = state.type === "AWS::RDS::DBInstance" && propertyOf(state, "DBClusterIdentifier") === undefined;
  return isAlone ? "Snapshot" : "Delete";
}

/** What happens to the old resource after a replacement. */
export function replaceAction(after: ResourceState): PolicyAction {
  const policy = wordOf(after, "UpdateReplacePolicy");
  return policy === "Retain" || policy === "Snapshot" ? `ReplaceAnd${policy}` : "ReplaceAndDelete";
}
