import policyProperties from "../../../data/policyProperties.yaml";
import { object, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";
import type { OwnTypes } from "../types/ownTypes.ts";

const RESOURCE_NAMES = new Set(policyProperties());

const IDENTITY_OWNERS = /^AWS::(IAM|SSO|IoT)::/;
/** Documents of another language under the same name. */
const OTHER = new Set(["AWS::NetworkManager::CoreNetwork"]);

/**
 * The type of a property, with policy documents typed: if AWS's data says only "JSON", the property's name and owner
 * (`AWS::IAM::Role.Policy`) say which kind of policy it is.
 */
export function withPolicy(owner: string, name: string, type: ValueType, own: OwnTypes): ValueType {
  if (type.kind !== "any" && !(type.kind === "union" && type.of.some((one) => one.kind === "any"))) return type;
  const kind = policyOf(owner, name);
  if (kind === undefined) return type;
  const document = object((): ObjectType => own.object(kind));
  return type.kind === "any" ? document : union(...type.of.map((one) => (one.kind === "any" ? document : one)));
}

/** Policies on dead-letter queues, in types/redrive.yaml. */
const REDRIVE: ReadonlyMap<string, string> = new Map([
  ["AWS::SQS::Queue.RedrivePolicy", "QueueRedrive"],
  ["AWS::SQS::Queue.RedriveAllowPolicy", "RedriveAllow"],
  ["AWS::SNS::Subscription.RedrivePolicy", "SubscriptionRedrive"],
  ["AWS::SNS::Topic.Subscription.RedrivePolicy", "SubscriptionRedrive"],
]);

/** Which of the documents of types/policies.yaml it is, or of the others. */
function policyOf(owner: string, name: string): string | undefined {
  const redrive = REDRIVE.get(`${owner}.${name}`);
  if (redrive !== undefined) return redrive;
  if (name === "AssumeRolePolicyDocument") return "TrustPolicy";
  if (OTHER.has(owner)) return undefined;
  if (name === "InlinePolicy" && owner.startsWith("AWS::SSO::")) return "IdentityPolicy";
  if (!RESOURCE_NAMES.has(name)) return undefined;
  return IDENTITY_OWNERS.test(owner) ? "IdentityPolicy" : "ResourcePolicy";
}
