import { type ComparisonTable, row, same } from "./comparison.ts";

const ROUTE53 = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/";
const ELB = "https://docs.aws.amazon.com/elasticloadbalancing/latest/";

/** DNS and load balancers. */
export const trafficComparisons: readonly ComparisonTable[] = [
  {
    id: "alias-cname",
    columns: [
      { name: "Alias", ja: "エイリアス", topic: "record-alias", names: ["エイリアスレコード", "ALIASレコード"] },
      { name: "CNAME", topic: "record-cname", names: ["CNAMEレコード"] },
    ],
    rows: [
      row(
        ["At the zone apex (example.com)", "Zone Apex（example.com）"],
        ["possible", "使える"],
        ["impossible", "使えない"],
      ),
      row(
        ["Leads to", "指せるもの"],
        [
          "certain resources of AWS, or a record of the same hosted zone",
          "一部のAWSリソース、同じホストゾーンのレコード",
        ],
        ["any name, anywhere", "任意の名前"],
      ),
      row(
        ["Queries", "クエリ料金"],
        ["free where it leads to a resource of AWS", "AWSリソースを指すものは無料"],
        ["are charged", "有料"],
      ),
      row(
        ["Seen by clients as", "クライアントからの見え方"],
        ["a record of its type, such as A", "Aレコードなど、その種類のレコード"],
        ["a CNAME, which they look up", "CNAME（さらに名前を引く）"],
      ),
      row(
        ["TTL", "TTL"],
        ["the resource’s own, where it leads to one of AWS", "AWSリソースを指すものはリソース側の値"],
        ["is set", "自分で設定する"],
      ),
    ],
    sources: [`${ROUTE53}resource-record-sets-choosing-alias-non-alias.html`],
  },
  {
    id: "draining",
    columns: [
      { name: "Connection Draining", topic: "connection-draining", names: ["draining"] },
      {
        name: "Deregistration delay",
        ja: "登録解除の遅延",
        topic: "deregistration-delay",
        names: ["deregistration_delay"],
      },
    ],
    rows: [
      row(["Of", "対象"], same("Classic Load Balancer"), [
        "target groups of Application, Network and Gateway Load Balancers",
        "ALB、NLB、GWLBのターゲットグループ",
      ]),
      row(
        ["Set by", "設定"],
        same("ConnectionDrainingPolicy (Enabled, Timeout)"),
        same("deregistration_delay.timeout_seconds"),
      ),
      row(
        ["Default", "デフォルト"],
        [
          "300 seconds where it is on; off in a template that leaves it out",
          "有効にすると300秒。テンプレートで省略すると無効",
        ],
        ["300 seconds, on", "300秒（有効）"],
      ),
      row(["Range", "範囲"], ["1 to 3,600 seconds", "1〜3,600秒"], ["0 to 3,600 seconds", "0〜3,600秒"]),
    ],
    sources: [`${ELB}classic/config-conn-drain.html`, `${ELB}application/edit-target-group-attributes.html`],
  },
  {
    id: "5xx",
    columns: [
      { name: "HTTPCode_ELB_5XX", topic: "elb-5xx", names: ["ELB 5XX", "ELB_5XX"] },
      { name: "HTTPCode_Backend_5XX", topic: "backend-5xx", names: ["Backend 5XX", "Backend_5XX"] },
      { name: "HTTPCode_Target_5XX_Count", topic: "http-code-metrics", names: ["Target 5XX", "Target_5XX"] },
    ],
    rows: [
      row(
        ["Answered by", "応答したもの"],
        ["the load balancer itself", "ロードバランサー自身"],
        ["a registered instance", "登録されたインスタンス"],
        ["a target", "ターゲット"],
      ),
      row(
        ["Of", "対象"],
        ["Classic; HTTPCode_ELB_5XX_Count of an Application Load Balancer", "CLB（ALBではHTTPCode_ELB_5XX_Count）"],
        same("Classic Load Balancer"),
        same("Application Load Balancer"),
      ),
      row(
        ["No healthy instance", "正常なインスタンスがない"],
        ["counts here", "こちらで数える"],
        ["does not count", "数えない"],
        ["does not count", "数えない"],
      ),
      row(
        ["Look at", "調べるところ"],
        ["health checks, capacity, timeouts", "ヘルスチェック、容量、タイムアウト"],
        ["the application’s log", "アプリケーションのログ"],
        ["the application’s log", "アプリケーションのログ"],
      ),
    ],
    sources: [`${ELB}classic/elb-cloudwatch-metrics.html`, `${ELB}application/load-balancer-cloudwatch-metrics.html`],
  },
  {
    id: "surge-queue",
    columns: [
      { name: "SpilloverCount", topic: "spillover-count" },
      { name: "SurgeQueueLength", topic: "surge-queue-length" },
    ],
    rows: [
      row(
        ["Counts", "数えるもの"],
        ["requests that were rejected because the queue was full", "キューがいっぱいで拒否されたリクエスト"],
        [
          "requests (or connections) that wait for a healthy instance",
          "正常なインスタンスを待つリクエスト（または接続）",
        ],
      ),
      row(["Useful statistic", "役に立つ統計"], same("Sum"), same("Maximum")),
      row(
        ["Limit", "上限"],
        ["none", "なし"],
        ["1,024: what comes then is a spillover", "1,024（超えた分がスピルオーバー）"],
      ),
      row(
        ["Means", "意味"],
        ["users already see errors", "利用者にはすでにエラーが見えている"],
        ["the instances cannot keep up", "インスタンスの処理が追い付いていない"],
      ),
    ],
    sources: [`${ELB}classic/elb-cloudwatch-metrics.html`],
  },
  {
    id: "routing-policies",
    columns: [
      { name: "Failover", ja: "フェイルオーバー", topic: "failover-routing", names: ["フェイルオーバールーティング"] },
      { name: "Latency", ja: "レイテンシー", topic: "latency-routing", names: ["レイテンシールーティング"] },
      { name: "Weighted", ja: "加重", topic: "weighted-routing", names: ["加重ルーティング"] },
      { name: "Geolocation", ja: "位置情報", topic: "geolocation-routing", names: ["位置情報ルーティング"] },
      {
        name: "Multivalue answer",
        ja: "複数値回答",
        topic: "multivalue-routing",
        names: ["複数値回答ルーティング", "Multivalue"],
      },
    ],
    rows: [
      row(
        ["Chooses by", "選び方"],
        ["health: the secondary while the primary fails", "正常性（プライマリが異常ならセカンダリ）"],
        ["the region with the lowest latency for the user", "利用者からのレイテンシーが最も低いリージョン"],
        ["given shares", "指定した割合"],
        ["where the user is", "利用者のいる場所"],
        ["up to eight healthy records at random", "正常なレコードから最大8個をランダムに"],
      ),
      row(
        ["In a template", "テンプレート"],
        same("Failover: PRIMARY / SECONDARY"),
        same("Region"),
        same("Weight"),
        same("GeoLocation"),
        same("MultiValueAnswer: true"),
      ),
      row(
        ["Good for", "向いている用途"],
        ["active-passive", "アクティブ/パッシブ"],
        ["several regions, fast for everybody", "複数リージョンで応答を速くする"],
        ["trying out a new version", "新しい版の試行"],
        ["languages, laws, licences", "言語、法令、配信権"],
        ["several servers without a load balancer", "ロードバランサーなしの複数サーバー"],
      ),
      row(
        ["Health check", "ヘルスチェック"],
        ["needed for the primary (or EvaluateTargetHealth)", "プライマリに必要（またはEvaluateTargetHealth）"],
        ["optional", "任意"],
        ["optional", "任意"],
        ["optional", "任意"],
        ["optional; without one, a record counts as healthy", "任意（ないレコードは正常とみなす）"],
      ),
    ],
    sources: [`${ROUTE53}routing-policy.html`],
  },
  {
    id: "load-balancers",
    columns: [
      { name: "ALB", topic: "alb", names: ["Application Load Balancer"] },
      { name: "NLB", topic: "nlb", names: ["Network Load Balancer"] },
      { name: "CLB", topic: "elastic-load-balancing", names: ["Classic Load Balancer"] },
    ],
    rows: [
      row(
        ["Layer", "レイヤー"],
        ["7: HTTP, HTTPS, gRPC", "7：HTTP、HTTPS、gRPC"],
        ["4: TCP, UDP, TLS", "4：TCP、UDP、TLS"],
        ["4 and 7", "4と7"],
      ),
      row(
        ["Routes by", "振り分け"],
        ["path, host, header, method, query, source address", "パス、ホスト、ヘッダー、メソッド、クエリ、送信元IP"],
        ["the flow", "フロー（接続）"],
        ["nothing but the listener", "リスナーのみ"],
      ),
      row(
        ["Fixed address", "固定IP"],
        ["no (put an NLB or Global Accelerator in front)", "なし（NLBかGlobal Acceleratorを前に置く）"],
        ["one for each zone; Elastic IPs", "AZごとに1つ。Elastic IPも可"],
        ["no", "なし"],
      ),
      row(
        ["Type in a template", "テンプレートの型"],
        same("AWS::ElasticLoadBalancingV2::LoadBalancer, Type: application"),
        same("AWS::ElasticLoadBalancingV2::LoadBalancer, Type: network"),
        same("AWS::ElasticLoadBalancing::LoadBalancer"),
      ),
      row(
        ["Targets", "ターゲット"],
        ["instances, addresses, Lambda functions", "インスタンス、IPアドレス、Lambda関数"],
        ["instances, addresses, an ALB", "インスタンス、IPアドレス、ALB"],
        ["instances", "インスタンス"],
      ),
    ],
    sources: [
      `${ELB}userguide/how-elastic-load-balancing-works.html`,
      "https://aws.amazon.com/elasticloadbalancing/features/",
    ],
  },
];
