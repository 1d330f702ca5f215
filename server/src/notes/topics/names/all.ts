import { nameKey } from "../../names.ts";
import type { Topic } from "../../topic.ts";
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

/** Names that are made by a pattern may come out the same. */
function withoutRepeats(topic: Topic): Topic {
  const known = new Set<string>();
  const isNew = (name: string): boolean => known.size < known.add(nameKey(name)).size;
  // A name that counts anywhere need not be among those that don't.
  const fullNames = topic.fullNames?.filter(isNew);
  const names = topic.names.filter(isNew);
  return { ...topic, names, ...(fullNames && { fullNames }) };
}
