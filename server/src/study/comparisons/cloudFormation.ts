import { type ComparisonTable, row, same } from "./comparison.ts";

const REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";
const GUIDE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/";

/** Attributes, signals, helper scripts, updates and references of CloudFormation. */
export const cloudFormationComparisons: readonly ComparisonTable[] = [
  {
    id: "deletion-policies",
    columns: [
      { name: "DeletionPolicy", topic: "deletion-policy" },
      { name: "UpdateReplacePolicy", topic: "update-replace-policy" },
    ],
    rows: [
      row(
        ["Decides on", "対象"],
        [
          "a resource that leaves the template, or whose stack is deleted",
          "テンプレートから消えたリソース、削除されたスタックのリソース",
        ],
        ["the old resource, when an update replaces it by a new one", "更新で置き換えられた古いリソース"],
      ),
      row(["Values", "値"], same("Delete, Retain, RetainExceptOnCreate, Snapshot"), same("Delete, Retain, Snapshot")),
      row(
        ["Left out", "省略時"],
        [
          "Delete (Snapshot for AWS::RDS::DBCluster, and AWS::RDS::DBInstance without DBClusterIdentifier)",
          "Delete（AWS::RDS::DBClusterと、DBClusterIdentifierのないAWS::RDS::DBInstanceはSnapshot）",
        ],
        ["Delete", "Delete"],
      ),
      row(
        ["Trap", "落とし穴"],
        ["does not help when an update replaces the resource", "更新による置換には効かない"],
        ["does not help when the stack is deleted", "スタックの削除には効かない"],
      ),
    ],
    sources: [`${REFERENCE}aws-attribute-deletionpolicy.html`, `${REFERENCE}aws-attribute-updatereplacepolicy.html`],
  },
  {
    id: "waiting",
    columns: [
      { name: "CreationPolicy", topic: "creation-policy" },
      { name: "WaitCondition", topic: "wait-condition" },
      { name: "DependsOn", topic: "depends-on" },
    ],
    rows: [
      row(
        ["Waits for", "待つもの"],
        ["signals to the resource itself", "そのリソース自身へのシグナル"],
        ["signals to the URL of a WaitConditionHandle", "WaitConditionHandleのURLへのシグナル"],
        ["another resource to be complete; no signal", "別のリソースの完了（シグナルは待たない）"],
      ),
      row(
        ["Stands on", "書く場所"],
        [
          "EC2 instances, Auto Scaling groups, wait conditions, AppStream fleets",
          "EC2インスタンス、Auto Scalingグループ、待機条件、AppStreamフリート",
        ],
        ["a resource of its own", "独立したリソース"],
        ["any resource", "どのリソースにも"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["software on the stack’s own instances", "スタックのインスタンスでのソフトウェアの準備"],
        [
          "what happens outside, or data sent back (at the wait condition’s Data)",
          "スタック外の処理、データの受け取り（Data属性）",
        ],
        ["an order that no Ref or GetAtt gives", "RefやGetAttで決まらない順序"],
      ),
      row(
        ["When time is up", "時間切れ"],
        ["the resource fails", "リソースの作成が失敗する"],
        ["the wait condition fails", "待機条件が失敗する"],
        ["there is no time limit", "制限時間はない"],
      ),
    ],
    sources: [
      `${REFERENCE}aws-attribute-creationpolicy.html`,
      `${REFERENCE}aws-resource-cloudformation-waitcondition.html`,
      `${REFERENCE}aws-attribute-dependson.html`,
    ],
  },
  {
    id: "signals",
    columns: [
      { name: "ResourceSignal", topic: "resource-signal" },
      { name: "WaitOnResourceSignals", topic: "wait-on-resource-signals" },
    ],
    rows: [
      row(
        ["Stands in", "書く場所"],
        ["CreationPolicy", "CreationPolicy"],
        same("UpdatePolicy.AutoScalingRollingUpdate"),
      ),
      row(
        ["Counts at", "効くとき"],
        ["the creation of the resource", "リソースの作成時"],
        ["a rolling update of the group", "グループのローリング更新時"],
      ),
      row(
        ["How many signals", "シグナルの数"],
        ["Count (1 unless it is given)", "Count（省略時は1）"],
        [
          "one of each new instance of a batch; MinSuccessfulInstancesPercent of them must succeed",
          "バッチの新しいインスタンスごとに1つ。MinSuccessfulInstancesPercentの割合の成功が必要",
        ],
      ),
      row(
        ["How long", "待ち時間"],
        ["Timeout (5 minutes unless it is given, 12 hours at most)", "Timeout（省略時は5分、最大12時間）"],
        ["PauseTime (1 hour at most)", "PauseTime（最大1時間）"],
      ),
    ],
    sources: [`${REFERENCE}aws-attribute-creationpolicy.html`, `${REFERENCE}aws-attribute-updatepolicy.html`],
  },
  {
    id: "helper-scripts",
    columns: [
      { name: "cfn-init", topic: "cfn-init" },
      { name: "cfn-hup", topic: "cfn-hup" },
    ],
    rows: [
      row(
        ["Is", "種類"],
        ["a script that runs once when it is called", "呼び出すと1回実行されるスクリプト"],
        ["a daemon that goes on running", "動き続けるデーモン"],
      ),
      row(
        ["Does", "すること"],
        [
          "what AWS::CloudFormation::Init says: packages, groups, users, sources, files, commands, services",
          "AWS::CloudFormation::Initの内容（packages、groups、users、sources、files、commands、services）を実行",
        ],
        [
          "looks for changes of the metadata and runs the actions of its hooks",
          "メタデータの変更を調べ、フックのアクションを実行",
        ],
      ),
      row(
        ["Started by", "起動"],
        ["UserData, or a hook of cfn-hup", "UserData、またはcfn-hupのフック"],
        ["a service that cfn-init sets up", "cfn-initで設定したサービス"],
      ),
      row(
        ["A stack update", "スタックの更新"],
        ["does not make it run again", "自動では再実行されない"],
        [
          "is noticed within its interval (15 minutes unless it is given)",
          "interval（省略時は15分）ごとの確認で気付く",
        ],
      ),
    ],
    sources: [`${REFERENCE}cfn-init.html`, `${REFERENCE}cfn-hup.html`],
  },
  {
    id: "stack-updates",
    columns: [
      { name: "Change set", ja: "変更セット", topic: "change-sets", names: ["変更スタック"] },
      { name: "Direct update", ja: "直接更新", topic: "direct-update" },
    ],
    rows: [
      row(
        ["Starts", "開始"],
        ["when it is executed, after somebody has looked at it", "内容を確認してから実行したとき"],
        ["at once", "すぐ"],
      ),
      row(
        ["Shows before", "事前にわかること"],
        ["what would be added, changed, replaced and removed", "追加、変更、置換、削除されるもの"],
        ["nothing", "なし"],
      ),
      row(
        ["Promises success", "成功の保証"],
        ["no: it can still fail when it is executed", "ない（実行時に失敗することがある）"],
        ["no", "ない"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["what runs and must not be interrupted", "止められない稼働中の環境"],
        ["tests, changes that are known to be small", "テスト環境、小さいとわかっている変更"],
      ),
    ],
    sources: [`${GUIDE}using-cfn-updating-stacks-changesets.html`, `${GUIDE}using-cfn-updating-stacks-direct.html`],
  },
  {
    id: "group-updates",
    columns: [
      { name: "AutoScalingRollingUpdate", topic: "rolling-update", names: ["Rolling", "ローリング"] },
      { name: "AutoScalingReplacingUpdate", topic: "auto-scaling-replacing-update", names: ["Replacing", "置換"] },
      {
        name: "AutoScalingInstanceRefresh",
        topic: "auto-scaling-instance-refresh",
        names: ["Instance Refresh", "インスタンスの更新"],
      },
    ],
    rows: [
      row(
        ["The group", "グループ"],
        ["stays", "そのまま"],
        ["is replaced by a new one (WillReplace: true)", "新しいグループに置き換わる（WillReplace: true）"],
        ["stays", "そのまま"],
      ),
      row(
        ["Instances", "インスタンス"],
        [
          "are replaced in batches (MaxBatchSize) by CloudFormation",
          "CloudFormationがバッチ（MaxBatchSize）ごとに置き換える",
        ],
        ["all start new; the old ones go afterwards", "すべて新しく起動し、古いものは後で消える"],
        ["are replaced by EC2 Auto Scaling", "EC2 Auto Scalingが置き換える"],
      ),
      row(
        ["Going back", "ロールバック"],
        ["another rolling update", "もう一度ローリング更新"],
        [
          "the old group is still there until the new one is complete",
          "新しいグループの完了まで古いグループが残っている",
        ],
        ["another refresh", "もう一度更新"],
      ),
      row(
        ["Together with", "併用"],
        ["not with AutoScalingInstanceRefresh", "AutoScalingInstanceRefreshとは併用できない"],
        ["wins over a rolling update; wants a CreationPolicy", "ローリング更新より優先。CreationPolicyと組み合わせる"],
        [
          "not with AutoScalingRollingUpdate; since July 2026",
          "AutoScalingRollingUpdateとは併用できない。2026年7月から",
        ],
      ),
    ],
    sources: [
      `${REFERENCE}aws-attribute-updatepolicy.html`,
      "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.CfnAutoScalingInstanceRefresh.html",
    ],
  },
  {
    id: "sharing-values",
    columns: [
      { name: "Export", topic: "export", names: ["Fn::ImportValue", "ImportValue", "クロススタック参照"] },
      { name: "Nested stack", ja: "ネストされたスタック", topic: "nested-stacks", names: ["ネストスタック"] },
      { name: "Fn::GetStackOutput", topic: "get-stack-output", names: ["GetStackOutput"] },
    ],
    rows: [
      row(
        ["Reach", "範囲"],
        ["one account, one region", "同じアカウントとリージョン"],
        ["the parent and its children", "親と子"],
        [
          "other accounts and regions, too; not across partitions",
          "別のアカウントやリージョンも可。パーティションは越えられない",
        ],
      ),
      row(
        ["The other stack", "相手のスタック"],
        ["must export the value", "値のエクスポートが必要"],
        ["is a resource of the parent; its Outputs are read by GetAtt", "親のリソース。出力はGetAttで読む"],
        ["has to do nothing but have the output", "出力があればよい"],
      ),
      row(
        ["While in use", "使用中"],
        ["value and export cannot be changed or removed", "値の変更もエクスポートの削除もできない"],
        ["parent and children are updated together", "親と子を一緒に更新"],
        ["the output may be changed or removed", "出力は変更も削除もできる"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["values that live longer than the stacks that use them", "利用側より長く使う値"],
        ["parts of one application", "1つのアプリケーションの部品"],
        ["values that change, or from elsewhere", "変わる値、別の場所の値"],
      ),
    ],
    sources: [
      `${REFERENCE}intrinsic-function-reference-importvalue.html`,
      `${GUIDE}using-cfn-nested-stacks.html`,
      `${REFERENCE}intrinsic-function-reference-getstackoutput.html`,
    ],
  },
  {
    id: "stack-protection",
    columns: [
      { name: "Stack policy", ja: "スタックポリシー", topic: "stack-policy" },
      { name: "Termination protection", ja: "削除保護", topic: "termination-protection", names: ["終了保護"] },
      { name: "DeletionPolicy", topic: "deletion-policy" },
    ],
    rows: [
      row(
        ["Stops", "防ぐこと"],
        [
          "changes, replacement and removal of resources in a stack update",
          "スタックの更新でのリソースの変更、置換、削除",
        ],
        ["the deletion of the whole stack", "スタック全体の削除"],
        [
          "the loss of a resource that leaves the template or whose stack is deleted",
          "テンプレートやスタックが消えたときのリソースの消失",
        ],
      ),
      row(
        ["Does not stop", "防げないこと"],
        ["the deletion of the stack", "スタックの削除"],
        ["the removal of resources by an update", "更新によるリソースの削除"],
        ["replacement by an update", "更新による置換"],
      ),
      row(
        ["Written in", "書く場所"],
        ["a JSON document of its own, set on the stack", "スタックに設定する別のJSON"],
        ["a setting of the stack, off by default", "スタックの設定（デフォルトは無効）"],
        ["the resource in the template", "テンプレートのリソース"],
      ),
      row(
        ["Taken away", "外し方"],
        ["never, only changed, or overridden for one update", "外せない（変更か、1回の更新だけの上書き）"],
        ["by switching it off, at the root stack", "ルートスタックで無効にする"],
        ["by an update of the template", "テンプレートの更新"],
      ),
    ],
    sources: [
      `${GUIDE}protect-stack-resources.html`,
      `${GUIDE}using-cfn-protect-stacks.html`,
      `${REFERENCE}aws-attribute-deletionpolicy.html`,
    ],
  },
];
