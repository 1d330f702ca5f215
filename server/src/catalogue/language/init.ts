import { ANY, BOOLEAN, list, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, Property, ValueType } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

// Source: the template reference's page on AWS::CloudFormation::Init and the helper scripts' reference.

const URL = referenceUrl("aws-resource-init");
const at = (anchor: string): string => `${URL}#aws-resource-init-${anchor}`;

/** cfn-init takes "true" and "false" as text too. */
const FLAG = union(BOOLEAN, STRING);
const VERSIONS = union(STRING, list(STRING));

const PACKAGES = objectType(
  "packages",
  at("packages"),
  [
    [
      "yum",
      "Packages for yum (Amazon Linux, Red Hat): name → list of versions; an empty list means the latest.",
      "yum（Amazon Linux、Red Hat系）のパッケージ。名前 → バージョンのリスト。空のリストは最新版。",
    ],
    [
      "dnf",
      "Packages for dnf (Amazon Linux 2023): name → list of versions.",
      "dnf（Amazon Linux 2023）のパッケージ。名前 → バージョンのリスト。",
    ],
    [
      "apt",
      "Packages for apt (Debian, Ubuntu): name → list of versions.",
      "apt（Debian、Ubuntu）のパッケージ。名前 → バージョンのリスト。",
    ],
    [
      "zypper",
      "Packages for zypper (SUSE): name → list of versions.",
      "zypper（SUSE）のパッケージ。名前 → バージョンのリスト。",
    ],
    ["rpm", "RPM files: name → URL.", "RPMファイル。名前 → URL。"],
    ["msi", "Windows installers: name → URL.", "Windowsのインストーラー。名前 → URL。"],
    ["python", "Python packages: name → list of versions.", "Pythonのパッケージ。名前 → バージョンのリスト。"],
    ["rubygems", "Ruby gems: name → list of versions.", "Rubyのgem。名前 → バージョンのリスト。"],
  ].map(([name = "", en = "", ja = ""]) => property(name, map(VERSIONS), en, ja)),
);

const GROUP = objectType("group", at("groups"), [
  property("gid", union(STRING, { kind: "number", integer: true }), "The group's numeric ID.", "グループID。"),
]);

const USER = objectType("user", at("users"), [
  property("uid", union(STRING, { kind: "number", integer: true }), "The user's numeric ID.", "ユーザーID。"),
  property("groups", list(STRING), "Groups that the user belongs to.", "ユーザーが属するグループ。"),
  property("homeDir", STRING, "The user's home directory.", "ホームディレクトリ。"),
]);

const FILE = objectType(
  "file",
  at("files"),
  [
    property(
      "content",
      union(STRING, ANY),
      "The file's text, or an object that is written as JSON.",
      "ファイルの内容。オブジェクトならJSONとして書き込まれます。",
    ),
    property(
      "source",
      STRING,
      "A URL from which the file is loaded; cannot be combined with `content`.",
      "ファイルの取得元URL。`content`とは併用できません。",
    ),
    property(
      "encoding",
      { kind: "string", enum: ["plain", "base64"], closed: true },
      "How `content` is written.",
      "`content`の形式。",
      {
        default: "plain",
      },
    ),
    property(
      "mode",
      STRING,
      'The file\'s permissions as an octal number of six digits: `"000644"`.',
      '6桁の8進数で表すファイルの権限。例: `"000644"`。',
    ),
    property(
      "owner",
      STRING,
      "The user who owns the file (not on Windows).",
      "ファイルの所有者（Windowsでは使えません）。",
    ),
    property(
      "group",
      STRING,
      "The group that owns the file (not on Windows).",
      "ファイルの所有グループ（Windowsでは使えません）。",
    ),
    property(
      "authentication",
      STRING,
      "The method of AWS::CloudFormation::Authentication that is used for `source`.",
      "`source`に使う認証方法（AWS::CloudFormation::Authenticationの名前）。",
    ),
    property(
      "context",
      map(ANY),
      "Values for a Mustache template in `content`.",
      "`content`がMustacheテンプレートのときに埋め込む値。",
    ),
  ],
  { exclusive: [["content", "source"]] },
);

const COMMAND = objectType("command", at("commands"), [
  property(
    "command",
    union(STRING, list(STRING)),
    "The command: a line for the shell or a list of arguments.",
    "実行するコマンド。1行の文字列か、単語のリスト。",
    {
      required: true,
    },
  ),
  property(
    "env",
    map(STRING),
    "Environment variables; they replace the existing ones.",
    "環境変数。既存のものは置き換えられます。",
  ),
  property("cwd", STRING, "The working directory.", "作業ディレクトリ。"),
  property(
    "test",
    STRING,
    "A test: the command runs only if this one exits with 0.",
    "実行するかどうかを判定するコマンド。終了コードが0のときだけ実行されます。",
  ),
  property(
    "ignoreErrors",
    FLAG,
    "Whether cfn-init goes on when the command fails.",
    "コマンドが失敗しても続行するかどうか。",
    { default: "false" },
  ),
  property(
    "waitAfterCompletion",
    union(STRING, { kind: "number", integer: true }),
    "Windows: seconds to wait after the command, or `forever` if it restarts the machine.",
    "Windowsで、コマンドの後に待つ秒数。再起動する場合は`forever`。",
    { default: "60" },
  ),
]);

const SERVICE = objectType("service", at("services"), [
  property(
    "ensureRunning",
    FLAG,
    "`true`: running after cfn-init; `false`: stopped.",
    "`true`なら起動した状態に、`false`なら停止した状態にします。",
  ),
  property("enabled", FLAG, "Whether the service starts with the machine.", "起動時に自動で開始するかどうか。"),
  property(
    "files",
    list(STRING),
    "The service is restarted when cfn-init changes one of these files.",
    "cfn-initがこれらのファイルを変更したら、サービスを再起動します。",
  ),
  property(
    "sources",
    list(STRING),
    "The service is restarted when cfn-init unpacks into one of these directories.",
    "cfn-initがこれらのディレクトリに展開したら、サービスを再起動します。",
  ),
  property(
    "packages",
    map(list(STRING)),
    "The service is restarted when cfn-init installs one of these packages.",
    "cfn-initがこれらのパッケージを導入・更新したら、サービスを再起動します。",
  ),
  property(
    "commands",
    list(STRING),
    "The service is restarted when cfn-init runs one of these commands.",
    "cfn-initがこれらのコマンドを実行したら、サービスを再起動します。",
  ),
]);

const SERVICE_MANAGERS = objectType(
  "services",
  at("services"),
  [
    property(
      "sysvinit",
      map(object(SERVICE)),
      "Services of Linux's init system; also used where systemd runs.",
      "Linuxのinitのサービス。",
    ),
    property(
      "systemd",
      map(object(SERVICE)),
      "Services of systemd (Amazon Linux 2 and later).",
      "systemd（Amazon Linux 2以降）のサービス。",
    ),
    property("windows", map(object(SERVICE)), "Windows services.", "Windowsのサービス。"),
  ],
  { additional: map(object(SERVICE)) },
);

const part = (name: string, type: ValueType, en: string, ja: string): Property =>
  property(name, type, en, ja, { url: at(name) });

/** One config: its parts are carried out in this order. */
export const INIT_CONFIG: ObjectType = objectType("config", URL, [
  part(
    "packages",
    object(PACKAGES),
    "Packages to install, by package manager.",
    "インストールするパッケージ（パッケージマネージャーごと）。",
  ),
  part("groups", map(union(object(GROUP), ANY)), "Linux groups to create, by name.", "作成するLinuxのグループ。"),
  part("users", map(object(USER)), "Linux users to create, by name.", "作成するLinuxのユーザー。"),
  part(
    "sources",
    map(STRING),
    "Archives to unpack: directory → URL of a zip or tar file.",
    "展開するアーカイブ。ディレクトリ → zipやtarのURL。",
  ),
  part("files", map(object(FILE)), "Files to write, by path.", "書き込むファイル（パスごと）。"),
  part(
    "commands",
    map(object(COMMAND)),
    "Commands to run, in the alphabetical order of their names.",
    "実行するコマンド。名前のアルファベット順に実行されます。",
  ),
  part("services", object(SERVICE_MANAGERS), "Services to start, stop or restart.", "起動・停止・再起動するサービス。"),
]);

/** `AWS::CloudFormation::Init`: one `config`, or several under names of one's own that `configSets` puts in order. */
export const INIT: ObjectType = objectType(
  "AWS::CloudFormation::Init",
  URL,
  [
    property(
      "configSets",
      map(
        list(
          union(
            STRING,
            object(
              objectType("ConfigSet", at("configsets"), [
                property("ConfigSet", STRING, "Another configSet that runs here.", "ここで実行する別のconfigSet。"),
              ]),
            ),
          ),
        ),
      ),
      "Named lists of configs, in the order in which cfn-init processes them (`cfn-init -c name`).",
      "configの名前付きリスト。並べた順に実行されます（`cfn-init -c 名前`）。",
      { url: at("configsets") },
    ),
    property(
      "config",
      object(INIT_CONFIG),
      "The config that cfn-init runs by default.",
      "cfn-initがデフォルトで実行するconfig。",
    ),
  ],
  { additional: object(INIT_CONFIG) },
);
