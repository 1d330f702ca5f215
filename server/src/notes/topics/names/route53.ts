import type { Topic } from "../../binding/topic.ts";
import { routing } from "../dnsRouting.ts";
import { OTHER_RECORD_TYPES, record, recordType } from "../route53.ts";

const HOSTED_ZONE = "AWS::Route53::HostedZone";

export const route53Names: readonly Topic[] = [
  ...OTHER_RECORD_TYPES.map((type) => recordType(type, [])),
  {
    id: "record-ttl",
    names: ["TTL", "Time to live", "キャッシュ期間", "生存期間"],
    under: ["route53", "record-types", "dns"],
    fullNames: ["DNS TTL", "Record TTL", "Records TTL", "レコードのTTL"],
    places: record("TTL"),
  },
  {
    id: "record-sets",
    names: [
      "Record set",
      "レコードセット",
      "Record",
      "レコード",
      "DNSレコード",
      "DNS record",
      "リソースレコードセット",
    ],
    under: ["route53", "dns"],
    fullNames: ["Route 53 record", "Resource record set"],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup"],
  },
  {
    id: "hosted-zone",
    names: ["Hosted zone", "ホストゾーン", "ホストドゾーン", "Public hosted zone", "パブリックホストゾーン"],
    places: [HOSTED_ZONE],
  },
  routing("simple", [], ["Simple", "シンプル"]),
];
