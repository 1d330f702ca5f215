import { contentSpan, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { branchLiterals } from "../shared/values/literals.ts";

const CLUSTER_ENGINES = ["aurora-mysql", "aurora-postgresql", "mysql", "postgres", "neptune"];
const INSTANCE_ENGINES = [
  "aurora-mysql",
  "aurora-postgresql",
  "custom-oracle-ee",
  "custom-oracle-ee-cdb",
  "custom-oracle-se2",
  "custom-oracle-se2-cdb",
  "custom-sqlserver-ee",
  "custom-sqlserver-se",
  "custom-sqlserver-web",
  "custom-sqlserver-dev",
  "db2-ae",
  "db2-se",
  "mariadb",
  "mysql",
  "oracle-ee",
  "oracle-ee-cdb",
  "oracle-se2",
  "oracle-se2-cdb",
  "postgres",
  "sqlserver-ee",
  "sqlserver-se",
  "sqlserver-ex",
  "sqlserver-web",
  "sqlserver-dev-ee",
];
const CACHE_ENGINES = ["memcached", "redis", "valkey"];

const ENGINES: Readonly<Record<string, readonly string[]>> = {
  "AWS::RDS::DBCluster": CLUSTER_ENGINES,
  "AWS::RDS::DBInstance": INSTANCE_ENGINES,
  "AWS::ElastiCache::CacheCluster": CACHE_ENGINES,
  "AWS::ElastiCache::ReplicationGroup": ["redis", "valkey"],
};

/**
 * A database or cache engine that does not exist (or no longer does): `aurora` is now `aurora-mysql`.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Cluster:
 *     Type: AWS::RDS::DBCluster
 *     Properties:
 *       Engine: aurora
 * ```
 * Good:
 * ```yaml
 *       Engine: aurora-mysql
 * ```
 *
 * @ja
 * 存在しない（またはなくなった）データベースやキャッシュのエンジンを検出します。
 * たとえば、`aurora`は現在`aurora-mysql`です。
 */
export const databaseEngine: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  types: Object.keys(ENGINES),
  code: "database-engine",
  severity: "error",
  cfnLint: ["E3691", "E3690", "E3695"],
  title: { en: "Database engines exist", ja: "データベースエンジンが存在する" },
  check(entry, { report }) {
    const engines = ENGINES[textOf(valueAt(entry.value, "Type")) ?? ""];
    if (engines === undefined) return;
    for (const node of branchLiterals(valueAt(valueAt(entry.value, "Properties"), "Engine"))) {
      const { text } = node;
      if (engines.includes(text.toLowerCase()) || text.includes("{{")) continue;
      const span = contentSpan(node);
      const { en, ja, data } = suggestion(text === "aurora" ? "aurora-mysq" : text, engines, span);
      report(span, {
        en: `There is no engine ${text}.${en}${en === "" ? ` Engines: ${engines.slice(0, 6).join(", ")} …` : ""}`,
        ja: `${text}というエンジンはありません。${ja}${en === "" ? `使えるエンジン: ${engines.slice(0, 6).join(", ")}など` : ""}`,
        data,
      });
    }
  },
};
