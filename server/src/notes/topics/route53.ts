import type { Topic } from "../binding/topic.ts";

/** The same property of a lone record set and of one in a group. */
export const record = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`AWS::Route53::RecordSet.${path}`, `AWS::Route53::RecordSetGroup.RecordSets.${path}`]);

/** A record type such as `A`: too short a name to stand alone. */
export const recordType = (type: string, meaning: readonly string[]): Topic => ({
  id: `record-${type.toLowerCase()}`,
  names: [type],
  under: ["route53", "record-types", "dns"],
  fullNames: [`${type} record`, `${type}レコード`, ...meaning],
  places: record(`Type=${type}`),
});

export const OTHER_RECORD_TYPES: readonly string[] = [
  "CAA",
  "DS",
  "HTTPS",
  "NAPTR",
  "PTR",
  "SPF",
  "SRV",
  "SSHFP",
  "SVCB",
  "TLSA",
  "TXT",
];

export const route53Topics: readonly Topic[] = [
  {
    id: "route53",
    scope: "service",
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
    placesOfMarked: record("ResourceRecords"),
  },
  {
    id: "dns",
    names: ["DNS", "Domain Name System", "ドメインネームシステム"],
    places: [],
    placesOfMarked: record("TTL"),
  },
  {
    id: "record-zone",
    names: ["Hosted zone of a record", "Hosted zone ID of a record", "レコードのホストゾーン"],
    places: record("HostedZoneId", "HostedZoneName"),
    placesOfMarked: ["AWS::Route53::RecordSetGroup.HostedZoneId", "AWS::Route53::RecordSetGroup.HostedZoneName"],
  },
];
