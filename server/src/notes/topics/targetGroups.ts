import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const targetGroupTopics: readonly Topic[] = [
  topicBelow(
    "target-group-protocol",
    "",
    "Target group protocol|Target group port|ターゲットグループのプロトコル|ターゲットグループのポート",
    ["AWS::ElasticLoadBalancingV2::TargetGroup.Protocol", "AWS::ElasticLoadBalancingV2::TargetGroup.Port"],
    ["AWS::ElasticLoadBalancingV2::TargetGroup.ProtocolVersion"],
  ),
  topicBelow(
    "forward-action",
    "",
    "Forward action|Forwarding to a target group|転送アクション|ターゲットグループへの転送",
    [
      "AWS::ElasticLoadBalancingV2::Listener.DefaultActions.TargetGroupArn",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Actions.TargetGroupArn",
    ],
    [
      "AWS::ElasticLoadBalancingV2::Listener.LoadBalancerArn",
      "AWS::ElasticLoadBalancingV2::Listener.DefaultActions.ForwardConfig",
      "AWS::ElasticLoadBalancingV2::Listener.DefaultActions.ForwardConfig.**",
      "AWS::ElasticLoadBalancingV2::ListenerRule.ListenerArn",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Actions.ForwardConfig",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Actions.ForwardConfig.**",
    ],
  ),
];
