import { listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { composedText } from "../resolving/composedText.ts";
import { valueBranches } from "../resolving/valueBranches.ts";
import { hasAllKeys, isOpenText, isSet, literalText } from "../values/literals.ts";
import { optionVersion, parameterFamily } from "./createdLinks.ts";
import { isFalse, isTrue, type LinkedResource, numberOr, type ReportLink } from "./linkedResource.ts";
import { refOf } from "./resourceTarget.ts";

export function replicationGroup(own: LinkedResource, report: ReportLink): void {
  const group = own.target(valueAt(own.properties, "CacheParameterGroupName"), "AWS::ElastiCache::ParameterGroup");
  if (group === undefined) return;
  const clustered = valueBranches(valueAt(group.properties, "Properties"))
    .flatMap(({ node, assumptions }) => valueBranches(valueAt(node, "cluster-enabled"), assumptions))
    .filter(({ node }) => textOf(node) === "yes");
  const single = valueBranches(valueAt(own.properties, "AutomaticFailoverEnabled")).filter(({ node }) => isFalse(node));
  const together = clustered.flatMap((one) =>
    single.map((other) => [...one.assumptions, ...other.assumptions]).filter((all) => own.possible(all)),
  );
  if (together.length === 0) return;
  report(
    own,
    "CacheParameterGroupName",
    {
      message: together.some((all) => all.length === 0) ? "cluster-mode" : "may-be-cluster-mode",
      with: { name: group.entry.name },
    },
    { severity: together.some((all) => all.length === 0) ? "error" : "warning" },
  );
}

/** One of the users of a group is called default. */
export function userGroup(own: LinkedResource, report: ReportLink): void {
  const ids = listItems(valueAt(own.properties, "UserIds"));
  const names = ids.map((node) => literalText(own.target(node, "AWS::ElastiCache::User")?.properties, "UserName"));
  if (ids.length === 0 || names.some((name) => name === undefined || name === "default" || isOpenText(name))) return;
  if (literalText(own.properties, "Engine")?.toLowerCase() === "redis")
    report(own, "UserIds", { message: "no-default-user" });
}

export function databaseCluster(own: LinkedResource, report: ReportLink): void {
  parameterFamily(own, report);
  generatedPassword(own, report);
}

export function databaseInstance(own: LinkedResource, report: ReportLink): void {
  databaseCluster(own, report);
  optionVersion(own, report);
  const cluster = own.target(valueAt(own.properties, "DBClusterIdentifier"), "AWS::RDS::DBCluster");
  if (cluster === undefined) return;
  const [engine, other] = [own, cluster].map(({ properties }) => literalText(properties, "Engine"));
  if (engine !== undefined && other !== undefined && engine !== other) {
    const message = { message: "engine-differs", with: { name: cluster.entry.name, other } };
    report(own, "Engine", message, propertyFix(own, "Engine", other));
  }
  const [version, wantedVersion] = [own, cluster].map(({ properties }) => literalText(properties, "EngineVersion"));
  if (version !== undefined && wantedVersion !== undefined && areOtherVersions(version, wantedVersion)) {
    const message = { message: "version-differs", with: { name: cluster.entry.name, wanted: wantedVersion } };
    report(own, "EngineVersion", message, propertyFix(own, "EngineVersion", wantedVersion));
  }
  const [encrypted, wanted] = [own, cluster].map(({ properties }) => valueAt(properties, "StorageEncrypted"));
  if ((isTrue(encrypted) && isFalse(wanted)) || (isFalse(encrypted) && isTrue(wanted)))
    report(own, "StorageEncrypted", { message: "encryption-differs", with: { name: cluster.entry.name } });
}

/** Whether one is no shorter form of the other. */
function areOtherVersions(version: string, other: string): boolean {
  if (isOpenText(version + other)) return false;
  return !`${version}.`.startsWith(`${other}.`) && !`${other}.`.startsWith(`${version}.`);
}

/** The longest password of an engine. Source: the API reference's page on CreateDBInstance. */
const MAX_LENGTHS: readonly (readonly [engine: RegExp, length: number])[] = [
  [/^(?:mysql|mariadb|aurora|aurora-mysql)$/, 41],
  [/^oracle-/, 30],
  [/^aurora-postgresql$/, 99],
  [/^(?:postgres|sqlserver-\w+)$/, 128],
];

/** The shortest password of all of them. */
const MIN_LENGTH = 8;

/** How long a password is that says nothing of it. */
const DEFAULT_PASSWORD_LENGTH = 32;

/** A password of a database that a secret of the template generates: what Secrets Manager makes is what RDS takes. */
function generatedPassword(own: LinkedResource, report: ReportLink): void {
  const secret = secretOf(own, valueAt(own.properties, "MasterUserPassword"));
  const made = valueAt(secret?.properties, "GenerateSecretString");
  if (secret === undefined || made?.kind !== "map" || !hasAllKeys(made)) return;
  const engine = textOf(valueAt(own.properties, "Engine"))?.toLowerCase() ?? "";
  const longest = MAX_LENGTHS.find(([engines]) => engines.test(engine))?.[1];
  const length = numberOr({ ...secret, properties: made }, "PasswordLength", DEFAULT_PASSWORD_LENGTH);
  if (longest !== undefined && length !== undefined && (length > longest || length < MIN_LENGTH)) {
    report(secret, "GenerateSecretString", {
      message: length > longest ? "password-too-long" : "password-too-short",
      with: { name: own.entry.name, longest, shortest: MIN_LENGTH, secret: secret.entry.name, length },
    });
  }
  const left = isSet(made, "ExcludeCharacters") ? valueAt(made, "ExcludeCharacters") : undefined;
  if (isTrue(valueAt(made, "ExcludePunctuation")) || isSet(made, "ExcludePunctuation")) return;
  const without = left === undefined ? "" : textOf(left);
  const open = without === undefined ? [] : ["/", "@", '"'].filter((sign) => !without.includes(sign));
  if (open.length === 0) return;
  report(
    secret,
    "GenerateSecretString",
    {
      message: "password-characters",
      with: { secret: secret.entry.name, name: own.entry.name, characters: open.join(" ") },
    },
    { severity: "warning" },
  );
}

const SECRET = /^\{\{resolve:secretsmanager:\$\{(\w+)(?:\.Id)?\}(?::SecretString(?::[^:}]*)?)?(?::[^}]*)?\}\}$/;

/** The secret of the template that a dynamic reference reads. */
function secretOf(own: LinkedResource, password: Node | undefined): LinkedResource | undefined {
  const name = SECRET.exec((password && composedText(password)) ?? "")?.[1];
  return name === undefined ? undefined : own.target(refOf(name), "AWS::SecretsManager::Secret");
}
