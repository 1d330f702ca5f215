import type { Topic } from "../../topic.ts";
import { OTHER_RECORD_TYPES, record, recordType } from "../route53.ts";

const HOSTED_ZONE = "AWS::Route53::HostedZone";

/** A routing policy, by what people call it; the word alone only counts below Route 53. */
const routing = (
  id: string,
  places: readonly string[],
  names: readonly string[],
  otherNames: readonly string[] = [],
): Topic => ({
  id: `${id}-routing`,
  names,
  under: ["route53", "routing-policies", "dns"],
  fullNames: [
    ...names.flatMap((name) =>
      /^[ -~]+$/.test(name)
        ? [`${name} routing`, `${name} routing policy`, `${name} record`, `${name}ルーティング`]
        : [`${name}ルーティング`, `${name}ルーティングポリシー`, `${name}のルーティング`],
    ),
    ...otherNames,
  ],
  places,
});

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
  {
    id: "private-hosted-zone",
    names: ["Private hosted zone", "プライベートホストゾーン"],
    places: [HOSTED_ZONE, `${HOSTED_ZONE}.VPCs`],
  },
  routing(
    "weighted",
    record("Weight"),
    ["Weighted", "加重", "重み付け", "重みづけ"],
    ["Weighted round robin", "加重ラウンドロビン", "重み付けラウンドロビン"],
  ),
  routing("geolocation", record("GeoLocation"), [
    "Geolocation",
    "Geographic location",
    "Geo",
    "位置情報",
    "地理的",
    "ジオロケーション",
  ]),
  routing("geoproximity", record("GeoProximityLocation"), [
    "Geoproximity",
    "Geographic proximity",
    "地理的近接性",
    "地理的近接",
    "物理的近接性",
    "ジオプロキシミティ",
  ]),
  routing("multivalue", record("MultiValueAnswer"), [
    "Multivalue answer",
    "Multivalue",
    "複数値回答",
    "複数値",
    "マルチバリュー",
    "マルチバリューアンサー",
  ]),
  routing("ip-based", record("CidrRoutingConfig"), ["IP based", "IPベース", "CIDR", "IPアドレスベース"]),
  routing("simple", [], ["Simple", "シンプル"]),
];
