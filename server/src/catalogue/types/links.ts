const REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";

/** AWS's guides, by the word in front of the colon in `ref:aws-attribute-metadata`. */
const GUIDES: ReadonlyMap<string, string> = new Map([
  ["ref", REFERENCE],
  ["guide", "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"],
  ["sam", "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/"],
  ["iam", "https://docs.aws.amazon.com/IAM/latest/UserGuide/"],
]);

/** The page that data calls `sam:sam-resource-function#anchor`. */
export function pageUrl(written: string): string {
  const colon = written.indexOf(":");
  const [page = "", anchor] = written.slice(colon + 1).split("#");
  return `${GUIDES.get(written.slice(0, colon)) ?? ""}${page}.html${anchor === undefined ? "" : `#${anchor}`}`;
}

/** A page of the template reference: `referenceUrl("parameters-section-structure")`. */
export function referenceUrl(page: string, anchor?: string): string {
  return `${REFERENCE}${page}.html${anchor ? `#${anchor}` : ""}`;
}

/** `aws-resource-ec2-instance` for `AWS::EC2::Instance`. */
export function typePage(type: string): string {
  const [vendor = "", ...rest] = type.toLowerCase().split("::");
  return `${vendor}-resource-${rest.join("-")}`;
}

/** `aws-properties-ec2-instance-ebs` for the nested type `Ebs` of `AWS::EC2::Instance`. */
export function nestedPage(type: string, nested: string): string {
  const [vendor = "", ...rest] = type.toLowerCase().split("::");
  return `${vendor}-properties-${rest.join("-")}-${nested.toLowerCase()}`;
}

/** The anchor of a property on its page: `cfn-ec2-instance-imageid`. */
export function propertyAnchor(type: string, nested: string | undefined, property: string): string {
  const [, ...rest] = type.toLowerCase().split("::");
  return ["cfn", ...rest, ...(nested === undefined ? [] : [nested.toLowerCase()]), property.toLowerCase()].join("-");
}
