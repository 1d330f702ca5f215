import type { Topic } from "../binding/topic.ts";
import { nameKey } from "../words/names.ts";

/** A topic as a file of `server/data/topics` has it; see `Topic`. */
interface WrittenTopic extends Omit<Topic, "id" | "placesOfMarked"> {
  /** The group of names, or the one name, below which `names` count; together with the group's first name they count anywhere. */
  readonly below?: string;
  /** Where besides `places` the built-in note on it shows. */
  readonly marked?: readonly string[];
}

/** Names for what must stand above a topic's name, by what they are called in the files. */
type Groups = Readonly<Record<string, readonly string[]>>;

/**
 * The topics of a file in its order.
 *
 * @param content by id; the build has checked its shape
 * @param written the content of `groups.yaml`
 */
export function readTopics(content: unknown, written: unknown): readonly Topic[] {
  const groups = written as Groups;
  return Object.entries(content as Readonly<Record<string, WrittenTopic>>).map(([id, topic]) => {
    const { below, marked, under, ...rest } = topic;
    return {
      id,
      ...rest,
      ...(below !== undefined && namesBelow(rest.names, groups[below] ?? [below])),
      ...(under && { under: under.flatMap((name) => groupNamed(name, groups) ?? [name]) }),
      ...(marked && { placesOfMarked: marked }),
    };
  });
}

/** The names of `group:Template`. */
const groupNamed = (name: string, groups: Groups): readonly string[] | undefined =>
  name.startsWith("group:") ? groups[name.slice("group:".length)] : undefined;

/** Names that count below their service, and together with it anywhere. */
function namesBelow(names: readonly string[], under: readonly string[]): Pick<Topic, "names" | "under" | "fullNames"> {
  const service = under[0] ?? "";
  const made = names.flatMap((name) =>
    /^[ -~]+$/.test(name) ? [`${service} ${name}`] : [`${service}${name}`, `${service}の${name}`],
  );
  const known = new Set<string>();
  const isNew = (name: string): boolean => known.size < known.add(nameKey(name)).size;
  // A name that counts anywhere need not be among those that don't.
  const fullNames = made.filter(isNew);
  return { names: names.filter(isNew), under, fullNames };
}
