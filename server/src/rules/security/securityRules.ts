import type { BareRule } from "../engine/rule.ts";
import { actionResource } from "./actionResource.ts";
import { allPorts } from "./allPorts.ts";
import { bucketAccessControl } from "./bucketAccessControl.ts";
import { bucketPolicyResource } from "./bucketPolicyResource.ts";
import { exposedNoEcho } from "./exposedNoEcho.ts";
import { managedPolicyArn } from "./managedPolicyArn.ts";
import { permissionAccount } from "./permissionAccount.ts";
import { policyLockout } from "./policyLockout.ts";
import { policySize } from "./policySize.ts";
import { policyStatement } from "./policyStatement.ts";
import { policyVersion } from "./policyVersion.ts";
import { publicBucketPolicy } from "./publicBucketPolicy.ts";
import { secretInTemplate } from "./secretInTemplate.ts";
import { secretNoEcho } from "./secretNoEcho.ts";
import { unknownAction } from "./unknownAction.ts";

/** The rules on secrets, permissions and open access. */
export const securityRules: Readonly<Record<string, BareRule>> = {
  secretInTemplate,
  exposedNoEcho,
  allPorts,
  bucketAccessControl,
  policyVersion,
  unknownAction,
  secretNoEcho,
  permissionAccount,
  policyStatement,
  actionResource,
  policyLockout,
  policySize,
  managedPolicyArn,
  publicBucketPolicy,
  bucketPolicyResource,
};
