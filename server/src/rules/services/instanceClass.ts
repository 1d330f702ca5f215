import { contentSpan } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { answer } from "../shared/answer.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { branchLiterals } from "../shared/values/literals.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { valueSites } from "../shared/values/valueSites.ts";

const SIZE = "(?:nano|micro|small|medium|(?:\\d{1,3}x?)?large|\\d{1,3}xlarge|xlarge|metal(?:-\\d+xl)?)";
const FAMILY = "[a-z]+\\d*[a-z\\d]*(?:-[a-z\\d]+)*";

interface InstanceClass {
  readonly pattern: RegExp;
  readonly example: string;
}

const INSTANCE: InstanceClass = { pattern: new RegExp(`^${FAMILY}\\.${SIZE}$`), example: "t3.micro" };
const DATABASE: InstanceClass = {
  pattern: new RegExp(`^db\\.(?:serverless|${FAMILY}\\.${SIZE}(?:\\.tpc\\d\\.mem\\dx)?)$`),
  example: "db.t4g.micro",
};
const CACHE: InstanceClass = { pattern: new RegExp(`^cache\\.${FAMILY}\\.${SIZE}$`), example: "cache.t4g.micro" };

/** What the properties take that name a kind of machine; services that add words to it are left out. */
const CLASSES: ReadonlyMap<string, Readonly<Record<string, InstanceClass>>> = new Map([
  ["AWS::EC2::Instance", { InstanceType: INSTANCE }],
  ["AWS::EC2::LaunchTemplate", { InstanceType: INSTANCE }],
  ["AWS::AutoScaling::LaunchConfiguration", { InstanceType: INSTANCE }],
  ["AWS::RDS::DBInstance", { DBInstanceClass: DATABASE }],
  ["AWS::RDS::DBCluster", { DBClusterInstanceClass: DATABASE }],
  ["AWS::DocDB::DBInstance", { DBInstanceClass: DATABASE }],
  ["AWS::Neptune::DBInstance", { DBInstanceClass: DATABASE }],
  ["AWS::ElastiCache::CacheCluster", { CacheNodeType: CACHE }],
  ["AWS::ElastiCache::ReplicationGroup", { CacheNodeType: CACHE }],
  ["AWS::DAX::Cluster", { NodeType: { pattern: new RegExp(`^dax\\.${FAMILY}\\.${SIZE}$`), example: "dax.t3.small" } }],
  [
    "AWS::Redshift::Cluster",
    { NodeType: { pattern: /^(?:ra3|dc2|ds2|rg)\.(?:xlplus|\d*x?large)$/, example: "ra3.large" } },
  ],
  [
    "AWS::AmazonMQ::Broker",
    { HostInstanceType: { pattern: new RegExp(`^mq\\.${FAMILY}\\.${SIZE}$`), example: "mq.m5.large" } },
  ],
]);

/** An instance type that cannot exist: its prefix is missing (`db.`, `cache.`), or the size does not exist. */
export const instanceClass: EntryRule = {
  scope: "entry",
  types: [...CLASSES.keys()],
  check(entry, { catalogue, declarations, report }) {
    const { type, literals, calls } = valueSites(entry, catalogue);
    const classes = type === undefined ? undefined : CLASSES.get(type.name);
    if (classes === undefined) return;
    for (const site of calls) {
      const name = String(site.path.at(-1) ?? "");
      const wanted = Object.hasOwn(classes, name) ? classes[name] : undefined;
      const texts = wanted === undefined ? [] : placeTexts(site, entry, declarations);
      const wrong = texts.find((text) => text !== "" && !text.includes("{{") && !wanted?.pattern.test(text));
      if (wanted === undefined || wrong === undefined || /^resolve:/.test(wrong)) continue;
      report(site.node, {
        message: "may-not-exist",
        with: { name, wrong, example: wanted.example },
        severity: "warning",
      });
    }
    for (const { node, path, type: listed } of literals) {
      const name = path.at(-1) ?? "";
      const wanted = Object.hasOwn(classes, name) ? classes[name] : undefined;
      if (wanted === undefined) continue;
      for (const literal of branchLiterals(node)) {
        if (wanted.pattern.test(literal.text) || /\{\{|\$\{|^resolve:/.test(literal.text)) continue;
        const known = listed.kind === "string" ? (listed.enum ?? []) : [];
        const says = answer(
          type?.name === "AWS::RDS::DBInstance" ? `Invalid DB Instance class: ${literal.text}` : undefined,
        );
        const meant = suggestion(literal.text, known, contentSpan(literal));
        report(contentSpan(literal), {
          message: "not-valid",
          with: { value: literal.text, name, says, example: wanted.example, meant },
          data: meant.data,
        });
      }
    }
  },
};
