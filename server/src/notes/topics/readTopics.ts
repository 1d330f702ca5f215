import { lazy } from "../../text/lazy.ts";
import type { Topic } from "../binding/topic.ts";
import { nameKey } from "../words/names.ts";

/** A topic as a file of `server/data/topics` has it; see `Topic`. */
interface WrittenTopic extends Omit<Topic, "id" | "placesOfMarked"> {
  /** The group of names, or the one name, below which `names` count; together with the group's first name they count anywhere. */
  readonly below?: string;
  /** More places at which the built-in note on it shows. */
  readonly marked?: readonly string[];
}

/** Groups of names that must stand above a topic's name, by their names in the files. */
type Groups = Readonly<Record<string, readonly string[]>>;

/**
 * The topics of a file in its order.
 *
 * @param content by id; the build has checked its shape
 * @param groups the content of `groups.yaml`
 */
export function readTopics(content: unknown, groups: unknown): readonly Topic[] {
  const written = Object.entries(content as Readonly<Record<string, WrittenTopic>>);
  return written.map(([id, topic]) => new ReadTopic(id, topic, groups as Groups));
}

/** Names are made when first asked for: a hover without notes of the user's never does. */
class ReadTopic implements Topic {
  readonly id: string;
  readonly places: Topic["places"];
  readonly placesOfMarked: Topic["placesOfMarked"];
  readonly alone: Topic["alone"];
  readonly scope: Topic["scope"];
  readonly #names: () => Pick<Topic, "names" | "under" | "fullNames">;

  constructor(id: string, topic: WrittenTopic, groups: Groups) {
    const { below, under } = topic;
    this.id = id;
    this.places = topic.places;
    this.placesOfMarked = topic.marked;
    this.alone = topic.alone;
    this.scope = topic.scope;
    this.#names = lazy(() => {
      const {
        names,
        under: above,
        fullNames,
      } = below === undefined ? topic : namesBelow(topic.names, groups[below] ?? [below]);
      const written = under?.flatMap((name) => groupNamed(name, groups) ?? [name]);
      return { names, under: written ?? above, fullNames };
    });
  }

  get names(): Topic["names"] {
    return this.#names().names;
  }

  get under(): Topic["under"] {
    return this.#names().under;
  }

  get fullNames(): Topic["fullNames"] {
    return this.#names().fullNames;
  }
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
