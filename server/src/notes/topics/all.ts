import autoScaling from "../../../data/topics/autoScaling.yaml";
import bootstrapping from "../../../data/topics/bootstrapping.yaml";
import capacity from "../../../data/topics/capacity.yaml";
import classicLoadBalancer from "../../../data/topics/classicLoadBalancer.yaml";
import cloudFront from "../../../data/topics/cloudFront.yaml";
import cloudFrontDelivery from "../../../data/topics/cloudFrontDelivery.yaml";
import cloudFrontDistribution from "../../../data/topics/cloudFrontDistribution.yaml";
import compute from "../../../data/topics/compute.yaml";
import containers from "../../../data/topics/containers.yaml";
import databases from "../../../data/topics/databases.yaml";
import dataProtection from "../../../data/topics/dataProtection.yaml";
import deploymentMethods from "../../../data/topics/deploymentMethods.yaml";
import developerTools from "../../../data/topics/developerTools.yaml";
import dnsRouting from "../../../data/topics/dnsRouting.yaml";
import errorMessages from "../../../data/topics/errorMessages.yaml";
import groups from "../../../data/topics/groups.yaml";
import iamPolicies from "../../../data/topics/iamPolicies.yaml";
import identity from "../../../data/topics/identity.yaml";
import intrinsics from "../../../data/topics/intrinsics.yaml";
import loadBalancing from "../../../data/topics/loadBalancing.yaml";
import messaging from "../../../data/topics/messaging.yaml";
import metrics from "../../../data/topics/metrics.yaml";
import monitoring from "../../../data/topics/monitoring.yaml";
import namedAutoScaling from "../../../data/topics/namedAutoScaling.yaml";
import namedBeanstalk from "../../../data/topics/namedBeanstalk.yaml";
import namedColloquial from "../../../data/topics/namedColloquial.yaml";
import namedLoadBalancing from "../../../data/topics/namedLoadBalancing.yaml";
import namedRoute53 from "../../../data/topics/namedRoute53.yaml";
import namedTemplate from "../../../data/topics/namedTemplate.yaml";
import network from "../../../data/topics/network.yaml";
import networking from "../../../data/topics/networking.yaml";
import operating from "../../../data/topics/operating.yaml";
import operations from "../../../data/topics/operations.yaml";
import policies from "../../../data/topics/policies.yaml";
import privateDns from "../../../data/topics/privateDns.yaml";
import route53 from "../../../data/topics/route53.yaml";
import routing from "../../../data/topics/routing.yaml";
import sam from "../../../data/topics/sam.yaml";
import scaling from "../../../data/topics/scaling.yaml";
import security from "../../../data/topics/security.yaml";
import serverless from "../../../data/topics/serverless.yaml";
import services from "../../../data/topics/services.yaml";
import stacks from "../../../data/topics/stacks.yaml";
import storage from "../../../data/topics/storage.yaml";
import storageServices from "../../../data/topics/storageServices.yaml";
import systemsManager from "../../../data/topics/systemsManager.yaml";
import targetGroups from "../../../data/topics/targetGroups.yaml";
import template from "../../../data/topics/template.yaml";
import type { Topic } from "../binding/topic.ts";
import { readTopics } from "./readTopics.ts";

/** The files with the topics of built-in notes. */
const NOTED = {
  dnsRouting,
  cloudFrontDelivery,
  deploymentMethods,
  capacity,
  dataProtection,
  operating,
  route53,
  routing,
  cloudFront,
  loadBalancing,
  metrics,
  autoScaling,
  policies,
  bootstrapping,
  operations,
  stacks,
  template,
  services,
  identity,
  network,
  compute,
  storage,
  intrinsics,
  iamPolicies,
  databases,
  messaging,
  containers,
  security,
  developerTools,
  monitoring,
  networking,
  scaling,
  serverless,
  storageServices,
  systemsManager,
  sam,
  classicLoadBalancer,
  targetGroups,
  cloudFrontDistribution,
  privateDns,
  errorMessages,
};

/** The files with topics that people's notes are on and no built-in note is. */
const NAMED = {
  namedRoute53,
  namedLoadBalancing,
  namedAutoScaling,
  namedBeanstalk,
  namedTemplate,
  namedColloquial,
};

const groupNames = groups();

/** The topics of built-in notes by their files. */
export const notedTopicsByFile: ReadonlyMap<string, readonly Topic[]> = new Map(
  Object.entries(NOTED).map(([file, content]) => [file, readTopics(content(), groupNames)]),
);

export const notedTopics: readonly Topic[] = [...notedTopicsByFile.values()].flat();

/** All topics. Where two claim one place, the earlier one is the closer fit. */
export const topics: readonly Topic[] = [
  ...notedTopics,
  ...Object.values(NAMED).flatMap((content) => readTopics(content(), groupNames)),
];
