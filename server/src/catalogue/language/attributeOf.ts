import { ANY } from "../types/build.ts";
import type { Attribute, ResourceType } from "../types/catalogue.ts";
import { schemaAt } from "../types/schemaAt.ts";

/** Types whose attributes the template or another stack decides. */
const FREE: Readonly<Record<string, RegExp>> = {
  "AWS::CloudFormation::CustomResource": /^/,
  "AWS::CloudFormation::Stack": /^Outputs\./,
  "AWS::Serverless::Application": /^Outputs\./,
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct": /^Outputs\./,
};

/**
 * What `Fn::GetAtt` gives for `name`: also below an attribute that is an object (`Endpoint.Address`),
 * and names that are free, such as the outputs of a nested stack. `undefined` if there is no such attribute.
 */
export function attributeOf(type: ResourceType, name: string): Attribute | undefined {
  const known = type.attributes.get(name);
  if (known) return known;
  if (FREE[type.name]?.test(name)) return { name, documentation: undefined, type: ANY };
  const [first = "", ...rest] = name.split(".");
  const outer = type.attributes.get(first)?.type;
  const schema = outer?.kind === "object" && rest.length > 0 ? schemaAt(outer.object, rest) : undefined;
  return schema && { name, documentation: schema.property?.documentation, type: schema.type };
}
