import endedServices from "../../../data/endedServices.yaml";
import overtaken from "../../../data/overtaken.yaml";
import { lazy } from "../../text/lazy.ts";
import { type Localised, localised, type WrittenText } from "../../text/localised.ts";
import { japaneseDay } from "../rendering/messages.ts";
import { comparable } from "./words.ts";

/** A statement of study material that AWS has overtaken; `overtaken.yaml` says what the fields mean. */
export interface OvertakenFact {
  readonly id: string;
  readonly ends?: string;
  readonly topic?: string;
  readonly of?: readonly string[];
  readonly asLimit?: readonly string[];
  readonly says: readonly (readonly string[])[];
  readonly knows?: readonly string[];
  readonly now: Localised;
  readonly since?: string;
  readonly source: string;
}

/** A row of `endedServices.yaml`. */
interface Ended {
  readonly names?: readonly string[];
  readonly closed?: string;
  readonly ends?: string;
  readonly instead?: WrittenText;
  readonly source: string;
}

const SAYS_END: readonly string[] = [
  ...["終了", "廃止", "新規", "非推奨", "ended", "end of", "deprecated", "retired", "discontinued", "no longer"],
  ...["closed", "new customers", "sunset", "shut down"],
];

/** The facts of `overtaken.yaml`, and the services that have ended, in comparable words. */
export const OVERTAKEN: () => readonly OvertakenFact[] = lazy(() => {
  const written = overtaken() as Readonly<Record<string, Omit<OvertakenFact, "id">>>;
  const ended = Object.entries(endedServices() as Readonly<Record<string, Ended>>).flatMap(([type, row]) =>
    row.names ? [endOf(type, row, row.names)] : [],
  );
  return [...Object.entries(written).map(([id, fact]) => ({ id, ...fact })), ...ended].map((fact) => ({
    ...fact,
    says: fact.says.map((words) => words.map(comparable)),
    ...(fact.of && { of: fact.of.map(comparable) }),
    ...(fact.asLimit && { asLimit: fact.asLimit.map(comparable) }),
    ...(fact.knows && { knows: fact.knows.map(comparable) }),
  }));
});

function endOf(type: string, { closed, ends, instead, source }: Ended, names: readonly string[]): OvertakenFact {
  const [name = ""] = names;
  const says: Localised =
    closed === undefined
      ? { en: `${name} ended on ${ends}.`, ja: `${name}は${japaneseDay(ends ?? "")}に終了しました。` }
      : {
          en: `${name} has taken no new customers since ${closed}${ends === undefined ? "" : ` (its end: ${ends})`}.`,
          ja: `${name}は${japaneseDay(closed)}から新規の利用を受け付けていません${ends === undefined ? "" : `（終了は${japaneseDay(ends)}）`}。`,
        };
  const successor = instead === undefined ? undefined : localised(instead);
  const now: Localised = successor
    ? { en: `${says.en} Use ${successor.en}.`, ja: `${says.ja}代わりに${successor.ja}を使います。` }
    : says;
  const since = ends ?? closed;
  return { id: type, ends: type, says: [names], knows: SAYS_END, now, source, ...(since && { since }) };
}
