import { decodedName } from "../../notes/reading/markdown/uriPath.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { CardWords, StudyCard, StudyQueue } from "../../protocol/study.ts";
import { promptOf, spanText } from "../../study/cardMessages.ts";
import type { Card } from "../../study/cards/card.ts";
import { questionText } from "../../study/cards/subject.ts";
import type { Queue, QueuedCard } from "../../study/queue.ts";
import type { KeptCard } from "../../study/store/attach.ts";
import type { Store } from "../../study/store/readStore.ts";
import type { Touched } from "../../study/touched.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";

/** Due cards as a client shows them. */
export function studyQueue(
  queue: Queue & Pick<StudyQueue, "decks">,
  state: Store["state"],
  touched: Touched,
  open: OpenTemplate | undefined,
  language: NoteLanguage,
): StudyQueue {
  const cards = queue.cards.map((card) => studyCard(card, touched, open, language));
  return { ...queue, cards, state };
}

function studyCard(
  queued: QueuedCard,
  touched: Touched,
  open: OpenTemplate | undefined,
  language: NoteLanguage,
): StudyCard {
  const { card, record, outlook, sibling } = queued;
  const span = touched.get(card.noteId);
  const after = (grade: 1 | 2 | 3 | 4): string => spanText(outlook[grade], language);
  return {
    card: wordsOfCard(queued),
    prompt: promptOf(card.kind, language),
    front: shownCard(queued).front,
    back: shownCard(queued).back,
    noteId: card.noteId,
    uri: card.uri,
    line: card.line,
    source: decodedName(card.uri),
    after: [after(1), after(2), after(3), after(4)],
    isNew: record === undefined || record.reviews.length === 0,
    ...(span === undefined || open === undefined ? {} : { place: rangeOf(open.document, span) }),
    ...(sibling === undefined ? {} : { sibling: { card: wordsOfCard(sibling), ...shownCard(sibling) } }),
  };
}

/** The user's own version of a card, else the card's own words with what they are about. */
export function shownCard({ card, record }: KeptCard): Pick<Card, "front" | "back"> {
  const { front, back } = record?.edit ?? { front: questionText(card), back: card.back };
  return { front, back };
}

function wordsOfCard({ card: { kind, front, back, where }, record }: KeptCard): CardWords {
  return { kind, front, back, where, ...(record === undefined ? {} : { key: record.key }) };
}
