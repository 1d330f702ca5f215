import secretProperties from "../../../data/secretProperties.yaml";

/** Property names that hold a secret, wherever they stand. */
const ALWAYS = new Set(secretProperties());

/** `Password` means a secret in these services; elsewhere it may be a policy. */
const PASSWORD_TYPES =
  /^AWS::(?:IAM::User|DirectoryService|DMS|RDS|Redshift|DocDB|Neptune|AmazonMQ|MSK|FSx|OpsWorks|WorkSpaces|ElastiCache|MemoryDB|Transfer|DataBrew|AppFlow|QuickSight)/;

/** Whether a property holds a secret. */
export function isSecretProperty(type: string, path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  return ALWAYS.has(name) || (name === "Password" && PASSWORD_TYPES.test(type));
}
