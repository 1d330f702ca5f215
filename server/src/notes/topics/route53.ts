import type { Topic } from "../topic.ts";

/** The same property of a lone record set and of one in a group. */
export const record = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`AWS::Route53::RecordSet.${path}`, `AWS::Route53::RecordSetGroup.RecordSets.${path}`]);

/** A record type such as `A`: too short a name to stand alone. */
const recordType = (type: string, meaning: readonly string[]): Topic => ({
  id: `record-${type.toLowerCase()}`,
  names: [type],
  under: ["route53", "record-types", "dns"],
  fullNames: [`${type} record`, `${type}レコード`, ...meaning],
  places: record(`Type=${type}`),
});

const OTHER_RECORD_TYPES = ["CAA", "DS", "HTTPS", "NAPTR", "PTR", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT"];
const HOSTED_ZONE = "AWS::Route53::HostedZone";

export const route53Topics: readonly Topic[] = [
  {
    id: "route53",
    isService: true,
    names: ["Route 53", "Amazon Route 53", "AWS Route 53", "ルート53"],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup", "AWS::Route53::HostedZone"],
  },
  {
    id: "route53-auto-scaling",
    names: ["Auto Scaling", "オートスケーリング"],
    under: ["route53"],
    fullNames: [
      "Route 53 and Auto Scaling",
      "Route 53 with Auto Scaling",
      "Route 53とAuto Scaling",
      "Route 53とオートスケーリング",
    ],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup", "AWS::Route53::HostedZone"],
  },
  recordType("A", ["Address record"]),
  recordType("AAAA", ["IPv6 record"]),
  recordType("CNAME", ["Canonical name record"]),
  recordType("MX", ["Mail exchange record"]),
  recordType("NS", ["Name server record", "ネームサーバーレコード"]),
  recordType("SOA", ["Start of authority", "Start of authority record"]),
  {
    id: "record-alias",
    names: ["ALIAS", "エイリアス"],
    under: ["route53", "record-types", "dns"],
    fullNames: ["Alias record", "ALIASレコード", "エイリアスレコード", "AliasTarget"],
    places: record("AliasTarget", "AliasTarget.DNSName", "AliasTarget.HostedZoneId"),
  },
  ...OTHER_RECORD_TYPES.map((type) => recordType(type, [])),
  {
    id: "record-other",
    names: ["Other record types", "その他のレコード", "Other records"],
    under: ["route53", "record-types", "dns"],
    fullNames: ["Other DNS record types"],
    places: record(...OTHER_RECORD_TYPES.map((type) => `Type=${type}`)),
  },
  {
    id: "record-types",
    names: ["Record types", "Types of records", "レコードタイプ", "レコードの種類", "レコード"],
    under: ["route53", "dns"],
    fullNames: [
      "DNS record types",
      "DNS records",
      "DNSレコード",
      "DNSレコードタイプ",
      "Route 53 record types",
      "Route 53のレコードタイプ",
    ],
    places: record("Type", "AliasTarget"),
  },
  {
    id: "record-ttl",
    names: ["TTL", "Time to live", "キャッシュ期間", "生存期間"],
    under: ["route53", "record-types", "dns"],
    fullNames: ["DNS TTL", "Record TTL", "Records TTL", "レコードのTTL"],
    places: record("TTL"),
  },
  {
    id: "record-sets",
    names: ["Record set", "レコードセット", "Record", "DNSレコード", "DNS record", "リソースレコードセット"],
    under: ["route53", "dns"],
    fullNames: ["Route 53 record", "Resource record set"],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup"],
  },
  {
    id: "hosted-zone",
    names: [
      "Hosted zone",
      "ホストゾーン",
      "ホストドゾーン",
      "Public hosted zone",
      "Private hosted zone",
      "パブリックホストゾーン",
      "プライベートホストゾーン",
    ],
    places: [HOSTED_ZONE],
  },
  {
    id: "private-hosted-zone",
    names: ["Private hosted zone", "プライベートホストゾーン"],
    places: [`${HOSTED_ZONE}.VPCs`],
  },
  {
    id: "dns",
    names: ["DNS", "Domain Name System", "ドメインネームシステム"],
    places: [],
  },
];
