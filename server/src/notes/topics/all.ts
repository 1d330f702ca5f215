import files from "../../../data/topics/all.yaml";
import groups from "../../../data/topics/groups.yaml";
import type { Topic } from "../binding/topic.ts";
import { readTopics } from "./readTopics.ts";

const { noted, named } = files() as Readonly<Record<"noted" | "named", Readonly<Record<string, () => unknown>>>>;
const groupNames = groups();

/** The topics of built-in notes by their files. */
export const notedTopicsByFile: ReadonlyMap<string, readonly Topic[]> = new Map(
  Object.entries(noted).map(([file, content]) => [file, readTopics(content(), groupNames)]),
);

export const notedTopics: readonly Topic[] = [...notedTopicsByFile.values()].flat();

/** All topics. If two claim one place, the earlier one is the closer fit. */
export const topics: readonly Topic[] = [
  ...notedTopics,
  ...Object.values(named).flatMap((content) => readTopics(content(), groupNames)),
];
