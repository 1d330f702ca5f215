import type { BareRule } from "../engine/rule.ts";
import { bothPolicies } from "./bothPolicies.ts";
import { deletionPolicy } from "./deletionPolicy.ts";
import { lambdaRuntime } from "./lambdaRuntime.ts";
import { policyNotAllowed } from "./policyNotAllowed.ts";
import { scriptStepRuntime } from "./scriptStepRuntime.ts";
import { serviceLifecycle } from "./serviceLifecycle.ts";
import { statefulResource } from "./statefulResource.ts";

/** The rules on updates and deletion of resources, and on services and runtimes that end. */
export const lifecycleRules: Readonly<Record<string, BareRule>> = {
  deletionPolicy,
  policyNotAllowed,
  lambdaRuntime,
  bothPolicies,
  serviceLifecycle,
  scriptStepRuntime,
  statefulResource,
};
