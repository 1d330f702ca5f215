import { comparableWords, newKey } from "./cardKey.ts";
import { mergedStores, readStore, type Store, storeText } from "./readStore.ts";
import { type CardChange, type CardRecord, changedRecord } from "./record.ts";

/** A schedule after changes. */
export interface ChangedStore {
  readonly text: string;
  /** What the text was before; whoever writes over anything but `whole` keeps a copy of it. */
  readonly before: Store["state"];
}

/** Makes changes in the text of a schedule. Those that are in it already change nothing, so that they may be sent again. */
export function changeStore(text: string, changes: readonly CardChange[]): ChangedStore {
  const { state, records, later } = readStore(text);
  const next = new Map(records);
  for (const change of changes) {
    const key = change.card.key ?? freeKey(change, next);
    const { kind, front, back, where } = change.card;
    next.set(key, changedRecord(next.get(key) ?? { key, kind, front, back, where, reviews: [] }, change));
  }
  return { text: storeText({ records: next, later }), before: state };
}

/** What two schedules know together, and what the other one is. */
export function mergeStores(text: string, other: string): ChangedStore & { readonly other: Store["state"] } {
  const left = readStore(text);
  const right = readStore(other);
  return { text: storeText(mergedStores(left, right)), before: left.state, other: right.state };
}

/** The key of a card's words; another one if a card that once had these words has it, and has others by now. */
function freeKey({ card, time }: CardChange, records: ReadonlyMap<string, CardRecord>): string {
  const wanted = newKey(card);
  const isFree = (key: string): boolean => {
    const record = records.get(key);
    // A change that is sent again belongs to the record that has it, whatever its words are by now.
    if (record === undefined || comparableWords(record) === comparableWords(card)) return true;
    return [...record.reviews.map(([at]) => at), record.dropped?.time, record.edit?.time].includes(time);
  };
  let key = wanted;
  for (let number = 2; !isFree(key); number++) key = `${wanted}-${number}`;
  return key;
}
