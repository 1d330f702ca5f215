// Source: the user guide's "CloudFormation quotas".

/** CloudFormation's limits on a template, which AWS does not raise. Sizes in bytes, lengths in characters. */
export const LIMITS = {
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
} as const;

export type LimitName = keyof typeof LIMITS;
