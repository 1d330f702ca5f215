import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

/** The keys of an SSM document itself. Deeper ones belong to the API that a step calls. */
const CONTENT_KEYS: readonly string[] = [
  ...["schemaVersion", "parameters", "assumeRole", "runtimeConfig", "mainSteps"],
  ...["action", "inputs", "precondition", "onFailure", "nextStep", "isEnd", "isCritical"],
];

export const systemsManagerTopics: readonly Topic[] = [
  topicBelow(
    "ssm-document",
    "",
    "SSM document|SSM documents|SSMドキュメント|Automation runbook|ランブック|Run Command|オートメーションドキュメント",
    ["AWS::SSM::Document"],
    [
      "AWS::SSM::Document.DocumentType",
      "AWS::SSM::Document.UpdateMethod",
      "AWS::SSM::Document.DocumentFormat",
      "AWS::SSM::Association.Targets",
      "AWS::SSM::Association.Targets.**",
      "AWS::SSM::Association.Parameters",
      "AWS::SSM::Association.ScheduleExpression",
      "AWS::SSM::Association.WaitForSuccessTimeoutSeconds",
    ],
  ),
  topicBelow(
    "patch-manager",
    "",
    "Patch Manager|Patch baseline|パッチベースライン|パッチマネージャー|SSM maintenance window|SSMのメンテナンスウィンドウ|Systems Managerのメンテナンスウィンドウ",
    [
      "AWS::SSM::PatchBaseline",
      "AWS::SSM::MaintenanceWindow",
      "AWS::SSM::MaintenanceWindowTask",
      "AWS::SSM::MaintenanceWindowTarget",
    ],
    [
      "AWS::SSM::PatchBaseline.ApprovalRules",
      "AWS::SSM::PatchBaseline.ApprovalRules.**",
      "AWS::SSM::PatchBaseline.PatchGroups",
      "AWS::SSM::PatchBaseline.OperatingSystem",
      "AWS::SSM::PatchBaseline.DefaultBaseline",
      "AWS::SSM::MaintenanceWindow.Schedule",
      "AWS::SSM::MaintenanceWindow.Duration",
      "AWS::SSM::MaintenanceWindow.Cutoff",
      "AWS::SSM::MaintenanceWindow.AllowUnassociatedTargets",
      "AWS::SSM::MaintenanceWindowTask.Targets",
      "AWS::SSM::MaintenanceWindowTask.TaskArn",
      "AWS::SSM::MaintenanceWindowTask.TaskType",
      "AWS::SSM::MaintenanceWindowTask.TaskInvocationParameters",
      "AWS::SSM::MaintenanceWindowTask.WindowId",
      "AWS::SSM::MaintenanceWindowTarget.Targets",
      "AWS::SSM::MaintenanceWindowTarget.Targets.*",
      "AWS::SSM::MaintenanceWindowTarget.ResourceType",
      "AWS::SSM::MaintenanceWindowTarget.WindowId",
      "text:AWS-RunPatchBaseline",
    ],
  ),
  topicBelow(
    "ssm-document-content",
    "",
    "SSM document schema|SSM document content|SSMドキュメントのスキーマ|SSMドキュメントの内容",
    ["AWS::SSM::Document.Content"],
    CONTENT_KEYS.map((key) => `AWS::SSM::Document.Content.**.${key}`),
  ),
];
