import { ANY, BOOLEAN, list, map, object, objectType, oneOf, property, STRING, union } from "../build.ts";
import type { Property } from "../catalogue.ts";
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
        property("MutualTlsAuthentication", ANY, "Mutual TLS.", "相互TLS認証。"),
        property(
          "OwnershipVerificationCertificateArn",
          STRING,
          "A certificate that proves who owns the domain.",
          "ドメインの所有を証明する証明書のARN。",
        ),
        property(
          "Route53",
          object(
            objectType("Route53Configuration", samUrl(`sam-property-${kind}-route53configuration`), [], {
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
          ANY,
          "The VPC endpoint that reaches a private domain.",
          "プライベートドメインに到達するVPCエンドポイント。",
        ),
      ]),
    ),
    "A domain of one's own.",
    "カスタムドメイン。",
  );
}
