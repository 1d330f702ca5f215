import type { Focus } from "../../model/focus/focus.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import { type NotePlacing, placingOf } from "../indexed/topicNotes.ts";
import type { NoteIndex } from "../noteIndex.ts";
import type { AskedTemplate } from "../ownNames/ownCandidates.ts";

/**
 * The note that a finding leads to: the user's on its topic, else theirs on the very key, value or word that is found
 * fault with, else the built-in one on the topic.
 *
 * @param offset where the finding begins
 */
export function noteOnFinding(
  index: NoteIndex,
  topic: string,
  template: AskedTemplate,
  offset: number,
): NotePlacing | undefined {
  const onTopic = index.whereIs(topic);
  if (onTopic?.builtIn === false || !index.hasOwn) return onTopic;
  const focus = focusAt(template.template, offset);
  // At a resource's name or type, anything of it may be found fault with.
  if (focus === undefined || !ON_ONE_THING.has(focus.kind)) return onTopic;
  const own = index
    .at(focus, template)
    .find(({ file, tier, isOnOther }) => !file.builtIn && tier === "thing" && isOnOther !== true);
  return own === undefined ? onTopic : placingOf(own);
}

const ON_ONE_THING: ReadonlySet<Focus["kind"]> = new Set(["key", "value", "word"]);
