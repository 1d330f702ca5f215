import type { Localised } from "../text/localised.ts";

/** A program that takes part in bootstrapping. The CLI's `signal-resource` does what `cfn-signal --resource` does. */
export type HelperName = "cfn-init" | "cfn-signal" | "cfn-hup" | "cfn-get-metadata" | "signal-resource";

export interface HelperScript {
  readonly name: HelperName;
  readonly text: Localised;
  readonly url: string;
  readonly options: readonly HelperOption[];
}

/** What the value of an option stands for. */
export type OptionRole =
  | "stack"
  | "resource"
  | "region"
  | "configSets"
  | "exitCode"
  | "success"
  | "status"
  | "id"
  | "path"
  | "other";

export interface HelperOption {
  /** With its dashes: `--exit-code`. */
  readonly name: string;
  /** `-e`; `undefined` where there is none. */
  readonly short: string | undefined;
  readonly role: OptionRole;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** Values to offer where they are not names from the template. */
  readonly values: readonly string[];
  readonly text: Localised;
}

const REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference";

function option(
  name: string,
  short: string | undefined,
  role: OptionRole,
  en: string,
  ja: string,
  values: readonly string[] = [],
): HelperOption {
  return { name, short, role, takesValue: true, values, text: { en, ja } };
}

function flag(name: string, short: string | undefined, en: string, ja: string): HelperOption {
  return { name, short, role: "other", takesValue: false, values: [], text: { en, ja } };
}

const REGION = option(
  "--region",
  undefined,
  "region",
  "The Region whose CloudFormation endpoint is called. Without it the call goes to us-east-1.",
  "呼び出すCloudFormationエンドポイントのリージョン。省略するとus-east-1に送られます。",
  ["${AWS::Region}"],
);

const CONNECTION: readonly HelperOption[] = [
  option("--url", "-u", "other", "The CloudFormation endpoint to call.", "呼び出すCloudFormationエンドポイントのURL。"),
  option(
    "--credential-file",
    "-f",
    "other",
    "A file with an access key and secret key.",
    "アクセスキーとシークレットキーを書いたファイル。",
  ),
  option(
    "--access-key",
    undefined,
    "other",
    "The access key of an account that is allowed to make the call.",
    "呼び出しが許可されたアカウントのアクセスキー。",
  ),
  option(
    "--secret-key",
    undefined,
    "other",
    "The secret key that belongs to the access key.",
    "アクセスキーに対応するシークレットキー。",
  ),
  option(
    "--role",
    undefined,
    "other",
    "The IAM role of the instance to call with.",
    "呼び出しに使う、インスタンスのIAMロール名。",
  ),
  option(
    "--http-proxy",
    undefined,
    "other",
    "A proxy for HTTP, as http://host:port.",
    "HTTPプロキシ（http://host:portの形式）。",
  ),
  option(
    "--https-proxy",
    undefined,
    "other",
    "A proxy for HTTPS, as https://host:port.",
    "HTTPSプロキシ（https://host:portの形式）。",
  ),
  flag("--verbose", "-v", "Writes more to the log.", "ログを詳しく出力します。"),
  flag("--help", "-h", "Shows the options.", "オプションの一覧を表示します。"),
];

function stack(short: string | undefined): HelperOption {
  return option("--stack", short, "stack", "Name or ID of the stack.", "スタックの名前またはID。", [
    "${AWS::StackName}",
    "${AWS::StackId}",
  ]);
}

/** The helper scripts with their options. */
export const HELPER_SCRIPTS: ReadonlyMap<HelperName, HelperScript> = new Map(
  (
    [
      {
        name: "cfn-signal",
        text: {
          en: "Tells CloudFormation whether this instance was set up successfully, for a `CreationPolicy`, a rolling update that waits for signals, or a wait condition.",
          ja: "このインスタンスのセットアップが成功したかどうかをCloudFormationに知らせます。`CreationPolicy`、シグナルを待つローリング更新、待機条件に使います。",
        },
        url: `${REFERENCE}/cfn-signal.html`,
        options: [
          option(
            "--exit-code",
            "-e",
            "exitCode",
            "The exit code of the work: 0 is success, anything else failure.",
            "処理の終了コード。0が成功、それ以外は失敗です。",
            ["$?"],
          ),
          option(
            "--success",
            "-s",
            "success",
            "Success or failure, if there is no exit code.",
            "終了コードの代わりに、成功か失敗かを直接指定します。",
            ["true", "false"],
          ),
          stack(undefined),
          option(
            "--resource",
            undefined,
            "resource",
            "Logical ID of the resource that waits for the signal: the one with the `CreationPolicy` or `UpdatePolicy`.",
            "シグナルを待つリソースの論理ID。`CreationPolicy`や`UpdatePolicy`を持つリソースです。",
          ),
          REGION,
          option(
            "--id",
            "-i",
            "id",
            "A unique ID of the signal. By default the instance ID, so a second signal from the same instance does not count.",
            "シグナルの一意なID。デフォルトはインスタンスIDなので、同じインスタンスの2回目のシグナルは数えられません。",
          ),
          option(
            "--reason",
            "-r",
            "other",
            "Why it failed; shown in the stack's events.",
            "失敗の理由。スタックのイベントに表示されます。",
          ),
          option(
            "--data",
            "-d",
            "other",
            "Data for a wait condition's `Data` attribute.",
            "待機条件の`Data`属性に渡すデータ。",
          ),
          ...CONNECTION,
        ],
      },
      {
        name: "cfn-init",
        text: {
          en: "Sets the instance up as the `AWS::CloudFormation::Init` metadata of a resource says: packages, files, commands, services.",
          ja: "リソースの`AWS::CloudFormation::Init`メタデータのとおりに、パッケージ、ファイル、コマンド、サービスを設定します。",
        },
        url: `${REFERENCE}/cfn-init.html`,
        options: [
          stack("-s"),
          option(
            "--resource",
            "-r",
            "resource",
            "Logical ID of the resource whose metadata is read.",
            "メタデータを読み込むリソースの論理ID。",
          ),
          option(
            "--configsets",
            "-c",
            "configSets",
            "The configSets to run, with commas between them. Without it: `default`.",
            "実行するconfigSet（カンマ区切り）。省略すると`default`です。",
          ),
          REGION,
          flag(
            "--resume",
            undefined,
            "Continues after the instance has restarted.",
            "インスタンスの再起動後に続きから再開します。",
          ),
          ...CONNECTION,
        ],
      },
      {
        name: "cfn-get-metadata",
        text: {
          en: "Prints the metadata of a resource.",
          ja: "リソースのメタデータを取得して出力します。",
        },
        url: `${REFERENCE}/cfn-get-metadata.html`,
        options: [
          stack("-s"),
          option(
            "--resource",
            "-r",
            "resource",
            "Logical ID of the resource whose metadata is read.",
            "メタデータを読み込むリソースの論理ID。",
          ),
          option(
            "--key",
            "-k",
            "other",
            "The part of the metadata to print, with dots between its keys.",
            "出力するメタデータのキー（ドット区切り）。",
          ),
          REGION,
          ...CONNECTION,
        ],
      },
      {
        name: "cfn-hup",
        text: {
          en: "A daemon that notices changes in the metadata and runs the actions of its hooks, so that a running instance follows a stack update.",
          ja: "メタデータの変更を検知してフックのアクションを実行するデーモンです。実行中のインスタンスがスタックの更新に追従できます。",
        },
        url: `${REFERENCE}/cfn-hup.html`,
        options: [
          option(
            "--config",
            "-c",
            "path",
            "The directory with `cfn-hup.conf` and `hooks.d`; by default /etc/cfn.",
            "`cfn-hup.conf`と`hooks.d`のあるディレクトリ。デフォルトは/etc/cfnです。",
          ),
          flag("--no-daemon", undefined, "Runs once and ends.", "一度だけ実行して終了します。"),
          flag("--verbose", "-v", "Writes more to the log.", "ログを詳しく出力します。"),
          flag("--help", "-h", "Shows the options.", "オプションの一覧を表示します。"),
        ],
      },
      {
        name: "signal-resource",
        text: {
          en: "The AWS CLI's way to send a signal. Unlike `cfn-signal` it needs credentials that allow `cloudformation:SignalResource`.",
          ja: "AWS CLIでシグナルを送るコマンドです。`cfn-signal`と違い、`cloudformation:SignalResource`を許可する認証情報が必要です。",
        },
        url: "https://docs.aws.amazon.com/cli/latest/reference/cloudformation/signal-resource.html",
        options: [
          option("--stack-name", undefined, "stack", "Name or ID of the stack.", "スタックの名前またはID。", [
            "${AWS::StackName}",
            "${AWS::StackId}",
          ]),
          option(
            "--logical-resource-id",
            undefined,
            "resource",
            "Logical ID of the resource that waits for the signal.",
            "シグナルを待つリソースの論理ID。",
          ),
          option(
            "--unique-id",
            undefined,
            "id",
            "A unique ID of the signal: the instance ID for an instance of an Auto Scaling group.",
            "シグナルの一意なID。Auto ScalingグループのインスタンスではインスタンスIDを指定します。",
          ),
          option("--status", undefined, "status", "Success or failure.", "成功か失敗か。", ["SUCCESS", "FAILURE"]),
          option("--region", undefined, "region", "The Region of the stack.", "スタックのリージョン。", [
            "${AWS::Region}",
          ]),
        ],
      },
    ] satisfies HelperScript[]
  ).map((helper) => [helper.name, helper]),
);

/** The option of a helper that a word stands for: exact, or an abbreviation that fits only one, as the helpers accept. */
export function helperOption(helper: HelperName, name: string): HelperOption | undefined {
  const options = HELPER_SCRIPTS.get(helper)?.options ?? [];
  const exact = options.find((known) => known.name === name || known.short === name);
  if (exact || !name.startsWith("--") || name.length < 4) return exact;
  const fitting = options.filter((known) => known.name.startsWith(name));
  return fitting.length === 1 ? fitting[0] : undefined;
}
