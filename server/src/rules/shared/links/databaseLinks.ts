import { textOf, valueAt } from "../../../model/tree/node.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { valueBranches } from "../resolving/valueBranches.ts";
import { literalText } from "../values/literals.ts";
import { parameterFamily } from "./createdLinks.ts";
import { generatedPassword } from "./generatedPassword.ts";
import { isFalse, isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";

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

export function databaseCluster(own: LinkedResource, report: ReportLink): void {
  parameterFamily(own, report);
  generatedPassword(own, report);
}

export function databaseInstance(own: LinkedResource, report: ReportLink): void {
  databaseCluster(own, report);
  const cluster = own.target(valueAt(own.properties, "DBClusterIdentifier"), "AWS::RDS::DBCluster");
  if (cluster === undefined) return;
  const [engine, other] = [own, cluster].map(({ properties }) => literalText(properties, "Engine"));
  if (engine !== undefined && other !== undefined && engine !== other) {
    const message = { message: "engine-differs", with: { name: cluster.entry.name, other } };
    report(own, "Engine", message, propertyFix(own, "Engine", other));
  }
  const [encrypted, wanted] = [own, cluster].map(({ properties }) => valueAt(properties, "StorageEncrypted"));
  if ((isTrue(encrypted) && isFalse(wanted)) || (isFalse(encrypted) && isTrue(wanted)))
    report(own, "StorageEncrypted", { message: "encryption-differs", with: { name: cluster.entry.name } });
}
