/**
 * Services that take values of their lists in any case, or that may: `Domain: VPC` is all over published templates, and these
 * services' own pages write values now so, now so. All others compare exactly: what a resource type's schema lists is refused by
 * CloudFormation before the service is asked ("is not a valid enum value"), and an API with JSON or REST answers "Member must
 * satisfy enum value set". Source: CloudFormation CLI's user guide, "Resource type schema"; the services' API references, read
 * 2026-11; in a thousand published templates no other service's value differs in case.
 */
const ANY_CASE: ReadonlySet<string> = new Set([
  "AutoScaling",
  "DAX",
  "DMS",
  "DocDB",
  "EC2",
  "EMR",
  "ElastiCache",
  "ElasticBeanstalk",
  "ElasticLoadBalancing",
  "MemoryDB",
  "Neptune",
  "RDS",
  "Redshift",
  "Serverless",
]);

/** Whether a resource type takes no other case of a value than the listed one. @param type such as `AWS::S3::Bucket` */
export function isCaseStrict(type: string): boolean {
  const [vendor, service = ""] = type.split("::");
  return vendor === "AWS" && !ANY_CASE.has(service);
}
