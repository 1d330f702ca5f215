const REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";

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
