import { ANY, BOOLEAN, late, map, object, objectType, property, STRING } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import { code, PROPAGATE, TAGS } from "./common.ts";
import { eventObject, stateMachineEvents } from "./events.ts";
import { SAM_POLICIES } from "./policies.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export function stateMachineProperties(scope: Scope): readonly Property[] {
  const type = "AWS::StepFunctions::StateMachine";
  return [
    property(
      "Definition",
      map(ANY),
      "The definition in Amazon States Language, as an object.",
      "Amazon States Languageの定義（オブジェクト）。",
    ),
    code(
      "DefinitionUri",
      "Where the definition is: a file, or a place in S3.",
      "定義の場所。ファイル、またはS3の場所。",
    ),
    ...passed(
      scope,
      type,
      "DefinitionSubstitutions",
      "Name=StateMachineName",
      "Type=StateMachineType",
      "Logging=LoggingConfiguration",
      "Tracing=TracingConfiguration",
    ),
    property(
      "Role",
      STRING,
      "The ARN of the role; without it SAM creates one (`<LogicalId>Role`).",
      "ロールのARN。省略するとSAMが`<論理ID>Role`を作成します。",
    ),
    property("RolePath", STRING, "The path of the role that SAM creates.", "SAMが作成するロールのパス。"),
    property("Policies", SAM_POLICIES, "Permissions of the role that SAM creates.", "SAMが作成するロールの権限。"),
    property(
      "PermissionsBoundary",
      STRING,
      "The boundary of the role that SAM creates.",
      "SAMが作成するロールのアクセス許可の境界。",
    ),
    late(property("Events", ANY, "What starts the state machine.", "ステートマシンを開始するもの。"), () =>
      eventObject(stateMachineEvents(scope)),
    ),
    property(
      "AutoPublishAlias",
      STRING,
      "Publishes a version with each change and points this alias at it.",
      "変更のたびにバージョンを発行し、このエイリアスを向けます。",
    ),
    property(
      "DeploymentPreference",
      object(
        objectType(
          "StateMachineDeploymentPreference",
          samUrl("sam-resource-statemachine"),
          // The version is what SAM publishes.
          passed(
            scope,
            "AWS::StepFunctions::StateMachineAlias",
            ...["Type!", "Percentage", "Interval", "Alarms"].map(
              (name) => `${name}=DeploymentPreference.${name.replace("!", "")}`,
            ),
          ),
        ),
      ),
      "How executions move to a new version.",
      "新しいバージョンへの切り替え方。",
    ),
    property(
      "UseAliasAsEventTarget",
      BOOLEAN,
      "Whether events start the alias.",
      "イベントの対象をエイリアスにするかどうか。",
    ),
    TAGS,
    PROPAGATE,
  ];
}
