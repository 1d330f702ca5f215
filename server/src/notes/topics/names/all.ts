import type { Topic } from "../../binding/topic.ts";
import { withoutRepeats } from "../topicBelow.ts";
import { autoScalingNames } from "./autoScaling.ts";
import { beanstalkNames } from "./beanstalk.ts";
import { colloquialNames } from "./colloquial.ts";
import { loadBalancingNames } from "./loadBalancing.ts";
import { route53Names } from "./route53.ts";
import { templateNames } from "./template.ts";

/** Topics that people's notes are on and no built-in note is. */
export const namedTopics: readonly Topic[] = [
  ...route53Names,
  ...loadBalancingNames,
  ...autoScalingNames,
  ...beanstalkNames,
  ...templateNames,
  ...colloquialNames,
].map(withoutRepeats);
