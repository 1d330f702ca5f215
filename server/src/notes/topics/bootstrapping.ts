import type { Topic } from "../binding/topic.ts";

const INIT = "metadata:AWS::CloudFormation::Init";

/** A key of an Init config: an everyday word, so it needs `cfn-init` above it. */
const initKey = (key: string, otherNames: readonly string[] = []): Topic => ({
  id: `init-${key}`,
  names: [key, ...otherNames],
  under: ["cfn-init", "init-metadata", "AWS::CloudFormation::Init"],
  fullNames: [`${key} key of cfn-init`, `cfn-initの${key}`],
  places: [`${INIT}.*.${key}`],
});

const HUP_FILES = [
  `${INIT}.*.files.*cfn-hup*`,
  "text:cfn-hup.conf",
  "text:/etc/cfn/cfn-hup.conf",
  "word:cfn-hup.conf",
  "word:/etc/cfn/cfn-hup.conf",
];
const HOOK_FILES = [
  `${INIT}.*.files.*hooks*d/*`,
  `${INIT}.*.files.*auto-reloader*`,
  "text:hooks.d",
  "text:cfn-auto-reloader.conf",
  "text:/etc/cfn/hooks.d",
  "text:/etc/cfn/hooks.d/cfn-auto-reloader.conf",
  "word:hooks.d",
  "word:cfn-auto-reloader.conf",
  "word:/etc/cfn/hooks.d",
  "word:/etc/cfn/hooks.d/cfn-auto-reloader.conf",
];

export const bootstrappingTopics: readonly Topic[] = [
  {
    id: "helper-scripts",
    names: [
      "Helper scripts",
      "ヘルパースクリプト",
      "CloudFormation helper scripts",
      "CloudFormationヘルパースクリプト",
      "aws-cfn-bootstrap",
    ],
    places: ["word:aws-cfn-bootstrap", "text:aws-cfn-bootstrap"],
  },
  {
    id: "bootstrap-script",
    names: [
      "UserData",
      "ユーザーデータ",
      "User data script",
      "EC2 User Data",
      "Bootstrap script",
      "ブートストラップスクリプト",
      "Bootstrapping",
      "ブートストラップ",
    ],
    places: [
      "AWS::EC2::Instance.UserData",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.UserData",
      "AWS::AutoScaling::LaunchConfiguration.UserData",
    ],
  },
  {
    id: "cfn-init",
    names: ["cfn-init"],
    places: ["word:cfn-init", "word:cfn-init.exe", INIT, `${INIT}.config`],
  },
  {
    id: "init-metadata",
    names: [
      "AWS::CloudFormation::Init",
      "CloudFormation::Init",
      "Initメタデータ",
      "cfn-init metadata",
      "cfn-initのメタデータ",
    ],
    places: [INIT, `${INIT}.config`],
  },
  {
    id: "init-config-sets",
    names: ["configSets", "コンフィグセット"],
    places: [`${INIT}.configSets`, "word:--configsets"],
  },
  initKey("packages", ["パッケージ"]),
  initKey("groups", ["グループ"]),
  initKey("users", ["ユーザー"]),
  initKey("sources", ["ソース"]),
  initKey("files", ["ファイル"]),
  initKey("commands", ["コマンド"]),
  initKey("services", ["サービス"]),
  {
    id: "init-authentication",
    names: ["AWS::CloudFormation::Authentication", "CloudFormation::Authentication"],
    places: ["metadata:AWS::CloudFormation::Authentication"],
  },
  {
    id: "cfn-get-metadata",
    names: ["cfn-get-metadata"],
    places: ["word:cfn-get-metadata", "word:cfn-get-metadata.exe"],
  },
  {
    id: "cfn-signal",
    names: ["cfn-signal", "Signals", "シグナル"],
    places: [
      "word:cfn-signal",
      "word:cfn-signal.exe",
      "attribute:CreationPolicy",
      "attribute:UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals",
    ],
  },
  {
    id: "cfn-hup-conf",
    names: ["cfn-hup.conf", "/etc/cfn/cfn-hup.conf"],
    places: HUP_FILES,
  },
  {
    id: "cfn-hup-hooks",
    names: ["hooks.conf", "hooks.d", "/etc/cfn/hooks.d", "cfn-auto-reloader.conf", "cfn-auto-reloader"],
    places: HOOK_FILES,
  },
  {
    id: "cfn-hup",
    names: ["cfn-hup", "cfn-hup daemon", "cfn-hupデーモン"],
    places: ["word:cfn-hup", "word:cfn-hup.exe", `${INIT}.*.services.*.cfn-hup`, ...HUP_FILES, ...HOOK_FILES],
  },
];
