import fileProperties from "../../../data/fileProperties.yaml";

/** Properties that name a file, beside those that `aws cloudformation package` takes for CloudFormation's own types: SAM's, and texts in S3. */
export const FILE_PROPERTIES: Readonly<Partial<Record<string, readonly string[]>>> = fileProperties();
