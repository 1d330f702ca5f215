import { lifecycleOf } from "../catalogue/endedServices.ts";
import type { Localised } from "../text/localised.ts";

/** Something that study material says, and AWS has changed. The built-in notes on the topic say the same. */
export interface OvertakenFact {
  readonly id: string;
  /** The topic whose built-in note tells how it is now. */
  readonly topic: string;
  /** A line that says it; all of the expressions must match. */
  readonly says: readonly RegExp[];
  /** A line that knows already how it is now. */
  readonly knows?: RegExp;
  /** How it is now. */
  readonly now: Localised;
  /** Since when, as an ISO date or the beginning of one. */
  readonly since: string;
  readonly source: string;
}

const DOCS = "https://docs.aws.amazon.com/";
/** Says by itself that something has ended. */
const ENDED =
  /終了|廃止|提供されていない|非推奨|使えなくなった|\bended\b|end of (?:life|support)|deprecated|retired|no longer|discontinued/iu;

/** The dates and sources of services are those of the catalogue. */
function ended(type: string): Pick<OvertakenFact, "since" | "source"> {
  const lifecycle = lifecycleOf(type);
  return { since: lifecycle?.ends ?? lifecycle?.closed ?? "", source: lifecycle?.source ?? "" };
}

export const OVERTAKEN: readonly OvertakenFact[] = [
  {
    id: "opsworks",
    topic: "opsworks",
    says: [/ops\s?works/iu],
    knows: ENDED,
    now: {
      en: "OpsWorks has been shut down; Systems Manager configures and patches servers today.",
      ja: "OpsWorksは終了しました。サーバーの設定やパッチは今はSystems Managerで行います。",
    },
    ...ended("AWS::OpsWorks::Stack"),
  },
  {
    id: "launch-configuration",
    topic: "auto-scaling",
    says: [/launch\s?configurations?|起動設定/iu],
    knows: /非推奨|廃止|起動テンプレート|launch\s?template|deprecated|no longer/iu,
    now: {
      en: "New accounts can no longer create launch configurations: use a launch template.",
      ja: "新しいアカウントでは起動設定を作成できません。起動テンプレートを使います。",
    },
    ...ended("AWS::AutoScaling::LaunchConfiguration"),
  },
  {
    id: "exportable-certificates",
    topic: "cloudfront-origin-certificate",
    says: [/ACM|Certificate Manager/u, /Nitro Enclaves|エクスポートできな|(?:cannot|can't|not) (?:be )?export/iu],
    now: {
      en: "ACM also issues exportable public certificates (for a fee): Nitro Enclaves are not the only way to have one on a server.",
      ja: "ACMはエクスポート可能なパブリック証明書（有料）も発行します。サーバーで使う方法はNitro Enclavesだけではありません。",
    },
    since: "2025-06-17",
    source: `${DOCS}acm/latest/userguide/acm-exportable-certificates.html`,
  },
  {
    id: "backend-5xx",
    topic: "backend-5xx",
    says: [/Backend_?\s?5XX/iu, /ELB自体|ロードバランサー自体|healthy|正常|itself/iu],
    knows: /ではない|含まない|数えない|\bnot\b|never/iu,
    now: {
      en: "The load balancer’s own errors, also when no instance is healthy, count as HTTPCode_ELB_5XX, not as Backend_5XX.",
      ja: "ELB自体のエラーや、正常なインスタンスがない場合は、Backend_5XXではなくHTTPCode_ELB_5XXで数えます。",
    },
    since: "2026-11-25",
    source: `${DOCS}elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html`,
  },
  {
    id: "pre-warming",
    topic: "elastic-load-balancing",
    says: [/pre-?\s?warm|プレウォーミング|暖機/iu, /申請|サポート|support|request|contact/iu],
    now: {
      en: "You now reserve capacity for a known peak yourself (MinimumLoadBalancerCapacity), for ALB and NLB.",
      ja: "予想されるピークの容量は、今は自分で予約します（MinimumLoadBalancerCapacity。ALBとNLB）。",
    },
    since: "2024-11",
    source: `${DOCS}elasticloadbalancing/latest/application/capacity-unit-reservation.html`,
  },
  {
    id: "evaluate-target-health",
    topic: "evaluate-target-health",
    says: [/Evaluate\s?Target\s?Health/iu, /レイテンシー|latency|fastest/iu],
    knows: /ではない|見ない|\bnot\b|never/iu,
    now: {
      en: "Evaluate Target Health looks at health alone, never at latency: that is latency routing.",
      ja: "Evaluate Target Healthが見るのは正常性だけで、レイテンシーは見ません（それはレイテンシールーティング）。",
    },
    since: "2026-11-25",
    source: `${DOCS}Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html`,
  },
  {
    id: "exam",
    topic: "exam",
    says: [/SOA-C0[12]|SysOps Administrator|(?:高可用性|デプロイとプロビジョニング)\s*\d{1,2}\s*[%％]/iu],
    knows: /SOA-C03|CloudOps/iu,
    now: {
      en: "The exam is now CloudOps Engineer – Associate (SOA-C03), with other domains and weights.",
      ja: "試験は今はCloudOps Engineer – Associate（SOA-C03）で、分野も配点も変わりました。",
    },
    since: "2025-09-30",
    source: `${DOCS}aws-certification/latest/sysops-administrator-associate-03/sysops-administrator-associate-03.html`,
  },
  {
    id: "cross-stack",
    topic: "cross-stack-references",
    says: [
      /ImportValue|クロススタック|cross-?stack/iu,
      /同じリージョン|同一リージョン|リージョン(?:間|を(?:またい|超え|越え)).*でき|same region|same account|across (?:regions|accounts)/iu,
    ],
    knows: /GetStackOutput/iu,
    now: {
      en: "True of Fn::ImportValue only: Fn::GetStackOutput also reads outputs of other Regions and accounts.",
      ja: "これはFn::ImportValueだけの制限です。Fn::GetStackOutputは別のリージョンやアカウントの出力も読めます。",
    },
    since: "2026",
    source: `${DOCS}AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html`,
  },
];

/** Lines are read up to this length. */
const LONGEST_LINE = 2000;

/** What a line says that AWS has overtaken. */
export function overtakenIn(line: string): readonly OvertakenFact[] {
  const text = line.slice(0, LONGEST_LINE);
  return OVERTAKEN.filter(({ says, knows }) => says.every((one) => one.test(text)) && knows?.test(text) !== true);
}
