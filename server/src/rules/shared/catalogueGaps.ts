import samAccepted from "../../../data/samAccepted.yaml";
import { typesThat } from "../../catalogue/values/resourceTypes.ts";

// The places at which AWS's data says less, or more, than CloudFormation does. Source: the template reference's pages
// of these types, read 2026-11.

const { mapping, events } = samAccepted();

const UNDOCUMENTED: readonly (readonly [event: string, properties: readonly string[]])[] = [
  ...Object.entries(events),
  ...mapping.events.map((event) => [event, mapping.properties] as const),
];

/** Paths that SAM accepts beyond its guide, and so beyond what is offered, such as `AWS::Serverless::Function.SQS.StartingPosition`. */
const SAM_ACCEPTED: readonly string[] = ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"].flatMap((type) =>
  UNDOCUMENTED.flatMap(([event, properties]) => properties.map((property) => `${type}.${event}.${property}`)),
);

/** Types that exist, though the data lacks them. */
export const UNLISTED_TYPES: ReadonlySet<string> = typesThat("unlisted");

/** Properties that the data lacks, by type and nested type. */
export const UNLISTED_PROPERTIES: ReadonlySet<string> = new Set([
  "AWS::Route53::RecordSet.GeoProximityLocation",
  "AWS::Route53::RecordSetGroup.RecordSet.GeoProximityLocation",
  ...SAM_ACCEPTED,
]);

/** Properties that the data calls required, but that may be left out. */
export const NOT_REQUIRED: ReadonlySet<string> = new Set(["AWS::EC2::Instance.LaunchTemplateSpecification.Version"]);

/** The name of a property of an object, which may be the resource's own properties or a nested type. */
export function propertyPath(type: string | undefined, object: string, property: string): string {
  return object === type ? `${type}.${property}` : `${type}.${object}.${property}`;
}
