import type { Topic } from "../binding/topic.ts";
import { autoScalingTopics } from "./autoScaling.ts";
import { bootstrappingTopics } from "./bootstrapping.ts";
import { capacityTopics } from "./capacity.ts";
import { classicLoadBalancerTopics } from "./classicLoadBalancer.ts";
import { cloudFrontTopics } from "./cloudFront.ts";
import { cloudFrontDeliveryTopics } from "./cloudFrontDelivery.ts";
import { cloudFrontDistributionTopics } from "./cloudFrontDistribution.ts";
import { computeTopics } from "./compute.ts";
import { containersTopics } from "./containers.ts";
import { databasesTopics } from "./databases.ts";
import { dataProtectionTopics } from "./dataProtection.ts";
import { deploymentMethodTopics } from "./deploymentMethods.ts";
import { developerToolsTopics } from "./developerTools.ts";
import { dnsRoutingTopics, privateDnsTopics } from "./dnsRouting.ts";
import { errorMessageTopics } from "./errorMessages.ts";
import { iamPoliciesTopics } from "./iamPolicies.ts";
import { identityTopics } from "./identity.ts";
import { intrinsicTopics } from "./intrinsics.ts";
import { loadBalancingTopics } from "./loadBalancing.ts";
import { messagingTopics } from "./messaging.ts";
import { metricTopics } from "./metrics.ts";
import { monitoringTopics } from "./monitoring.ts";
import { namedTopics } from "./names/all.ts";
import { networkTopics } from "./network.ts";
import { networkingTopics } from "./networking.ts";
import { operatingTopics } from "./operating.ts";
import { operationsTopics } from "./operations.ts";
import { policyTopics } from "./policies.ts";
import { route53Topics } from "./route53.ts";
import { routingTopics } from "./routing.ts";
import { samTopics } from "./sam.ts";
import { scalingTopics } from "./scaling.ts";
import { securityTopics } from "./security.ts";
import { serverlessTopics } from "./serverless.ts";
import { serviceTopics } from "./services.ts";
import { stackTopics } from "./stacks.ts";
import { storageTopics } from "./storage.ts";
import { storageServicesTopics } from "./storageServices.ts";
import { systemsManagerTopics } from "./systemsManager.ts";
import { targetGroupTopics } from "./targetGroups.ts";
import { templateTopics } from "./template.ts";

/** The topics of built-in notes. */
export const notedTopics: readonly Topic[] = [
  ...dnsRoutingTopics,
  ...cloudFrontDeliveryTopics,
  ...deploymentMethodTopics,
  ...capacityTopics,
  ...dataProtectionTopics,
  ...operatingTopics,
  ...route53Topics,
  ...routingTopics,
  ...cloudFrontTopics,
  ...loadBalancingTopics,
  ...metricTopics,
  ...autoScalingTopics,
  ...policyTopics,
  ...bootstrappingTopics,
  ...operationsTopics,
  ...stackTopics,
  ...templateTopics,
  ...serviceTopics,
  ...identityTopics,
  ...networkTopics,
  ...computeTopics,
  ...storageTopics,
  ...intrinsicTopics,
  ...iamPoliciesTopics,
  ...databasesTopics,
  ...messagingTopics,
  ...containersTopics,
  ...securityTopics,
  ...developerToolsTopics,
  ...monitoringTopics,
  ...networkingTopics,
  ...scalingTopics,
  ...serverlessTopics,
  ...storageServicesTopics,
  ...systemsManagerTopics,
  ...samTopics,
  ...classicLoadBalancerTopics,
  ...targetGroupTopics,
  ...cloudFrontDistributionTopics,
  ...privateDnsTopics,
  ...errorMessageTopics,
];

/** All topics. Where two claim one place, the earlier one is the closer fit. */
export const topics: readonly Topic[] = [...notedTopics, ...namedTopics];
