import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const samTopics: readonly Topic[] = [
  topicBelow(
    "sam-events",
    "",
    "SAM event|SAM events|SAM event source|SAMのイベント|SAMのイベントソース",
    ["AWS::Serverless::Function.Events"],
    ["AWS::Serverless::Function.Events.**"],
  ),
  topicBelow(
    "sam-code",
    "",
    "CodeUri|SAM code|SAMのコード",
    ["AWS::Serverless::Function.CodeUri"],
    ["AWS::Serverless::Function.InlineCode", "AWS::Serverless::LayerVersion.ContentUri"],
  ),
  topicBelow(
    "sam-policies",
    "",
    "SAM policy template|SAM policy templates|SAM policies|SAMポリシーテンプレート|SAMのポリシー",
    ["AWS::Serverless::Function.Policies"],
    ["AWS::Serverless::Function.Policies.**", "AWS::Serverless::StateMachine.Policies"],
  ),
  topicBelow(
    "sam-application",
    "",
    "SAM nested application|Nested application|Serverless Application Repository|SAMのネストされたアプリケーション|ネストされたアプリケーション",
    ["AWS::Serverless::Application"],
    [
      "AWS::Serverless::Application.Location",
      "AWS::Serverless::Application.Location.**",
      "AWS::Serverless::Application.Parameters",
    ],
  ),
];
