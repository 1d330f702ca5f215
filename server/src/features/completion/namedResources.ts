import type { Snippet } from "../../snippets/snippet.ts";
import { itemOf, keysOf } from "./keys/snippetItems.ts";
import { filledSnippet } from "./keys/snippetNames.ts";
import { isLegal } from "./keys/snippetPlace.ts";
import { beginsParts } from "./match.ts";
import { type CompletionItem, type Scene, typedText } from "./scene.ts";

/**
 * Resources of the usual types for a logical id that is typed: those that its name suggests (`DataBucket` is a bucket),
 * under that name.
 */
export function namedResourceItems(scene: Scene): CompletionItem[] {
  if (!isLegal(scene, { in: "section", section: "Resources" })) return [];
  const typed = typedText(scene);
  const { resources, transforms } = scene.template.declarations;
  // The word at the caret is read as a resource, too, of no type.
  const isTaken = (id: string): boolean => resources.has(id) && (id !== typed || resources.get(id)?.type !== undefined);
  const listed = new Set<string>();
  return scene.snippets.flatMap((snippet, order): CompletionItem[] => {
    if (!snippet.where.some((place) => place.in === "name")) return [];
    if (snippet.transform !== undefined && !transforms.includes(snippet.transform)) return [];
    const named = nameFor(typed, snippet.prefixes);
    if (named === undefined) return [];
    const id = typed === "" ? `\${1:${named.id}}` : named.id;
    const body = filledSnippet(scene, snippet.body.replaceAll("$CFN_NEW_ID", id), named.id);
    if (body === undefined || takes(snippet, named.id).some(isTaken)) return [];
    const item = itemOf(scene, snippet, body);
    // The last words of a name mean most: a `BucketPolicy` is no bucket.
    const closeness = String(99 - Math.min(named.said, 99)).padStart(2, "0");
    if (item === undefined) return [];
    const description = snippet.description[scene.language];
    const isSecond = listed.has(named.id);
    listed.add(named.id);
    return [
      {
        ...item,
        // The name alone, since a longer label would push out those of other items.
        label: isSecond ? `${named.id} · ${description}` : named.id,
        ...(!isSecond && { detail: description }),
        filterText: `${scene.place.quote}${named.id}`,
        sortText: `0${closeness}${String(order).padStart(3, "0")}`,
      },
    ];
  });
}

/** The logical ids that a snippet declares. */
function takes(snippet: Snippet, id: string): readonly string[] {
  return keysOf(snippet).map((key) => key.replace("$CFN_NEW_ID", id));
}

/** The shortest beginning of a noun at the end of a name that counts. */
const MIN_BEGINNING = 3;

/**
 * The logical id that a typed name becomes when it means one of the nouns, and how many of its letters the noun has.
 */
function nameFor(
  typed: string,
  nouns: readonly [string, ...string[]],
): { readonly id: string; readonly said: number } | undefined {
  if (typed === "") return { id: nouns[0], said: 0 };
  if (!/^\w+$/.test(typed)) return undefined;
  let best: { id: string; said: number } | undefined;
  const add = (id: string, said: number): void => {
    if (best === undefined || said > best.said) best = { id, said };
  };
  for (const noun of nouns) {
    if (typed.endsWith(noun)) add(typed, noun.length);
    else if (beginsParts(typed, noun)) add(noun, typed.length - 1);
    for (let length = noun.length - 1; length >= MIN_BEGINNING; length--) {
      if (typed.length > length && typed.endsWith(noun.slice(0, length))) add(typed + noun.slice(length), length);
    }
  }
  return best;
}
