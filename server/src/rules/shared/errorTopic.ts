import errorTopics from "../../../data/errorTopics.yaml";
import { type Node, typeNameOf } from "../../model/tree/node.ts";

/** The topic of rules on what services refuse: which note it is depends on whose resource is faulted. */
const OF_SERVICE = "of-service";

const TOPICS: ReadonlyMap<string, string> = new Map(Object.entries(errorTopics()));

/** The topic whose note explains what was found in an entry, if its rule has a topic. */
export function topicOf(topic: string | undefined, entry: Node | undefined): string | undefined {
  return topic === OF_SERVICE ? TOPICS.get(typeNameOf(entry)?.split("::", 2)[1] ?? "") : topic;
}
