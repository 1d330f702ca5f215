// Source: the user guide's "CloudFormation quotas".

export type LimitName =
  | "templateBody"
  | "templateBodyInS3"
  | "description"
  | "resources"
  | "parameters"
  | "mappings"
  | "mappingAttributes"
  | "outputs"
  | "parameterName"
  | "parameterValue"
  | "parameterDescription"
  | "logicalId"
  | "mappingName"
  | "outputName"
  | "exportName";

/** CloudFormation's limits on a template, which AWS does not raise. Sizes in bytes, lengths in characters. */
export const LIMITS: Readonly<Record<LimitName, number>> = {
  /** A template handed over in the request; up to a megabyte by way of S3. */
  templateBody: 51_200,
  templateBodyInS3: 1_048_576,
  description: 1024,
  resources: 500,
  parameters: 200,
  mappings: 200,
  mappingAttributes: 200,
  outputs: 200,
  parameterName: 255,
  parameterValue: 4096,
  parameterDescription: 4000,
  logicalId: 255,
  mappingName: 255,
  outputName: 255,
  /** Names and values of `Fn::ImportValue` and exports. */
  exportName: 255,
};
