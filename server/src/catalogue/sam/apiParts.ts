import { ANY, BOOLEAN, list, map, object, objectType, oneOf, property, STRING, union } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import { code } from "./common.ts";
import { samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const BODY: Property = property(
  "DefinitionBody",
  map(ANY),
  "The OpenAPI definition itself.",
  "OpenAPI定義そのもの。",
);

export function definitionUri(): Property {
  return code("DefinitionUri", "Where the OpenAPI definition is.", "OpenAPI定義の場所。");
}

const ROUTE_53: readonly Property[] = [
  property("HostedZoneId", STRING, "The ID of the hosted zone.", "ホストゾーンのID。"),
  property(
    "HostedZoneName",
    STRING,
    "The name of the hosted zone, ending in a dot.",
    "ホストゾーンの名前（最後にドット）。",
  ),
  property(
    "EvaluateTargetHealth",
    BOOLEAN,
    "Whether the health of the target is evaluated.",
    "ターゲットの正常性を評価するかどうか。",
  ),
  property("IpV6", BOOLEAN, "Whether there is an AAAA record, too.", "AAAAレコードも作成するかどうか。"),
  property(
    "SetIdentifier",
    STRING,
    "What distinguishes records of the same name.",
    "同じ名前のレコードを区別する識別子。",
  ),
  property("Region", STRING, "The region of a latency record.", "レイテンシーベースのレコードのリージョン。"),
  property(
    "SeparateRecordSetGroup",
    BOOLEAN,
    "Whether the records get a group of their own.",
    "レコードを専用のグループに分けるかどうか。",
  ),
];

export function domain(kind: string): Property {
  const url = samUrl(`sam-property-${kind}-domainconfiguration`);
  return property(
    "Domain",
    object(
      objectType("DomainConfiguration", url, [
        property("DomainName", STRING, "The domain name.", "ドメイン名。", { required: true }),
        property("CertificateArn", STRING, "Its certificate in ACM.", "ACMの証明書のARN。", { required: true }),
        property("BasePath", union(list(STRING), STRING), "The base paths.", "ベースパス。"),
        property(
          "EndpointConfiguration",
          oneOf("REGIONAL", "EDGE", "PRIVATE"),
          "The kind of endpoint.",
          "エンドポイントの種類。",
        ),
        property("MutualTlsAuthentication", map(ANY), "Mutual TLS.", "相互TLS認証。"),
        property(
          "OwnershipVerificationCertificateArn",
          STRING,
          "A certificate that proves who owns the domain.",
          "ドメインの所有を証明する証明書のARN。",
        ),
        property(
          "Route53",
          object(
            objectType("Route53Configuration", samUrl(`sam-property-${kind}-route53configuration`), ROUTE_53, {
              additional: ANY,
            }),
          ),
          "The records that SAM creates.",
          "SAMが作成するRoute 53のレコード。",
        ),
        property("SecurityPolicy", STRING, "The lowest TLS version.", "TLSの最小バージョン。"),
        property(
          "NormalizeBasePath",
          BOOLEAN,
          "Whether other characters are removed from the base path.",
          "ベースパスから記号を取り除くかどうか。",
        ),
        property("IpAddressType", STRING, "`ipv4` or `dualstack`.", "`ipv4`または`dualstack`。"),
        property("Policy", ANY, "The policy of a private domain.", "プライベートドメインのポリシー。"),
        property(
          "EndpointAccessMode",
          STRING,
          "How strictly the endpoint is used.",
          "エンドポイントのアクセスモード。",
        ),
        property(
          "AccessAssociation",
          map(ANY),
          "The VPC endpoint that reaches a private domain.",
          "プライベートドメインに到達するVPCエンドポイント。",
        ),
      ]),
    ),
    "Your own domain.",
    "カスタムドメイン。",
  );
}
