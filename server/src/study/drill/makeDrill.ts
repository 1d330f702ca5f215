import { focusAt } from "../../model/focus/focusAt.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import type { BoundNote } from "../../notes/binding/boundNote.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { withoutBareFacts } from "../../notes/overtaken/withOvertaken.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { shownPassage } from "../../notes/rendering/shownPassage.ts";
import { nameKey } from "../../notes/words/names.ts";
import type { DrillChoice, DrillQuestion, FaultDrill } from "../../protocol/study.ts";
import { applied, type Edit } from "../../text/edit.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import { answerText, wholeText } from "../cards/cardText.ts";
import { INCIDENT_DATA, type WrongAnswer } from "./drillData.ts";
import { type FaultSite, faultSites } from "./faultSites.ts";
import { incidentOf } from "./incident.ts";
import { randomNumbers, shuffled } from "./random.ts";
import { DRILL_TEXTS, textOfSite } from "./texts.ts";

/** Maximum number of places at which notes are looked up. */
const MAX_NOTED = 150;
const MAX_QUOTE_LENGTH = 500;
const CHOICES = 4;

/** The input of a drill. */
export interface DrillSource {
  readonly template: Template;
  readonly uri: string;
  readonly notes: NoteIndex;
  readonly language: NoteLanguage;
}

interface NotedSite {
  readonly site: FaultSite;
  readonly bound?: BoundNote;
  /** Part of the failure's message, if the note explains it. */
  readonly says?: readonly string[];
}

/**
 * A copy of a template with one fault of meaning and questions on it, with the note that explains it if there is one; in steps.
 *
 * @param seed the next one makes the next drill: those first that the user's own notes explain, those last that none does
 * @param incident whether it is one of a stack operation that fails, with its events
 * @returns `undefined` if no place of the template is one for a fault
 */
export function* makeDrill(
  source: DrillSource,
  seed: number,
  incident: boolean,
): Generator<void, FaultDrill | undefined> {
  const all = faultSites(source.template);
  yield;
  const usable = incident ? all.filter((site) => incidentOf(site, source.template) !== undefined) : all;
  const noted = yield* notedSites(usable, source, incident);
  const chosen = noted[seed % Math.max(1, noted.length)];
  if (chosen === undefined) return undefined;
  const random = randomNumbers(seed);
  const { site } = chosen;
  const { language, template } = source;
  const { text, first, last } = faulty(site, template);
  const found = incident ? incidentOf(site, template) : undefined;
  const texts = DRILL_TEXTS[language];
  return {
    text,
    first,
    last,
    questions: found
      ? [ofCause(site, all, language, random), ofFix(site, language, random)]
      : [ofOutcome(site, all, language, random)],
    ...(found && { events: found.events }),
    // An incident asks for the cause.
    hints: [...hintsOf(chosen, language), ...(found ? [] : [textOfSite(site.kind.cause[language], site)])],
    explanation: [textOfSite(site.kind.cause[language], site), texts.change(site.was, site.now)].join("\n"),
    ...(chosen.bound && { quote: noteQuote(chosen, chosen.bound), noteId: chosen.bound.note.id }),
    sources: [site.kind.source, ...(found?.sources ?? [])],
    kind: site.kind.id,
  };
}

/** Places with the note that explains each: one of each kind first, those of the user's own notes before others; behind them what no note explains. */
function* notedSites(
  sites: readonly FaultSite[],
  source: DrillSource,
  incident: boolean,
): Generator<void, readonly NotedSite[]> {
  const found: NotedSite[] = [];
  for (const site of shuffled(sites, randomNumbers(1)).slice(0, MAX_NOTED)) {
    yield;
    found.push(noteOn(site, source, incident));
  }
  const counts = new Map<string, number>();
  const ranked = found.map((one) => {
    const round = counts.get(one.site.kind.id) ?? 0;
    counts.set(one.site.kind.id, round + 1);
    return { one, round };
  });
  return ranked
    .sort(
      (left, right) =>
        without(left.one) - without(right.one) || left.round - right.round || rank(left.one) - rank(right.one),
    )
    .map(({ one }) => one);
}

function without({ bound }: NotedSite): number {
  return Number(bound === undefined);
}

function rank({ bound }: NotedSite): number {
  return Number(bound?.file.builtIn === true);
}

/** The note on a place: the first that names what is changed there, else the first; of an incident it is one that has the message, unless the user's own names the change and speaks of a failure. */
function noteOn(site: FaultSite, { template, uri, notes }: DrillSource, incident: boolean): NotedSite {
  const shown = site.inCopy ? parse(faulty(site, template).text, template) : template;
  const focus = focusAt(shown, site.entry.offset + site.place);
  const bound = focus ? notes.at(focus, { template: shown, uri }).filter(({ tier }) => tier !== "mention") : [];
  const named = [changedName(site), site.inCopy ? site.now : ""].filter((name) => name !== "");
  const naming = bound.find((one) => has(one, named));
  const { topic = "", says = [] } = (incident && INCIDENT_DATA.incidents[site.kind.incident ?? ""]) || {};
  const telling = [...bound, ...notes.onTopic(topic)].find((one) => has(one, says));
  const isTold = naming?.file.builtIn === false && FAILS.test(passageOf(naming.note, naming.file));
  if (telling && (!isTold || !telling.file.builtIn)) return { bound: telling, site, says };
  const found = naming ?? bound[0];
  return found ? { bound: found, site } : { site };
}

const FAILS =
  /失敗|エラー|(?:でき|られ|え)(?:ない|ません)|fail|error|cannot|can['’]t|roll(?:s|ed)?\s?back|ロールバック/i;

function has({ note, file }: BoundNote, words: readonly string[]): boolean {
  const text = nameKey(`${note.title} ${passageOf(note, file)}`);
  return words.some((word) => text.includes(nameKey(word)));
}

/** The changed copy, and the zero-based lines of the fault. */
function faulty({ entry, edits }: FaultSite, template: Template): { text: string; first: number; last: number } {
  const moved: readonly Edit[] = edits.map(({ start, end, newText }) => ({
    start: start + entry.offset,
    end: end + entry.offset,
    newText,
  }));
  const text = applied(template.text, moved);
  const starts = moved.map(({ start }) => start);
  const start = Math.min(...starts);
  const end = Math.max(...moved.map((edit) => edit.start + edit.newText.length));
  const { line, endLine } = lineIndex(text).range({ start, end: Math.max(start, end) });
  return { text, first: line - 1, last: endLine - 1 };
}

type Random = () => number;

function question(ask: string, right: DrillChoice, wrong: readonly DrillChoice[], random: Random): DrillQuestion {
  return { ask, choices: shuffled([right, ...wrong.slice(0, CHOICES - 1)], random) };
}

/** What would be so if another place were not right, which it is. */
function wrongOf(other: FaultSite, what: "outcome" | "cause", language: NoteLanguage): DrillChoice {
  const { [what]: text, holds } = other.kind;
  return { text: textOfSite(text[language], other), isRight: false, reason: textOfSite(holds[language], other) };
}

function wrongIn({ text, reason }: WrongAnswer, language: NoteLanguage): DrillChoice {
  return { text: text[language], isRight: false, reason: reason[language] };
}

/** What happens: against what would happen if other places of the template were not right, which they are. */
function ofOutcome(site: FaultSite, all: readonly FaultSite[], language: NoteLanguage, random: Random): DrillQuestion {
  const { kind } = site;
  const right = {
    text: textOfSite(kind.outcome[language], site),
    isRight: true,
    reason: textOfSite(kind.cause[language], site),
  };
  const apart = all.filter((other) => {
    if (other.kind.ask !== kind.ask) return false;
    if (other.kind === kind) return other.entry !== site.entry;
    return kind.group === undefined || other.kind.group !== kind.group;
  });
  const others = distinctChoices(
    shuffled(apart, random).map((other) => wrongOf(other, "outcome", language)),
    right.text,
  );
  const general = INCIDENT_DATA.general
    .filter(({ ask }) => ask.includes(kind.ask))
    .map((one) => wrongIn(one, language));
  const wrong = [...others.slice(0, CHOICES - 2), ...shuffled(general, random), ...others.slice(CHOICES - 2)];
  return question(DRILL_TEXTS[language].asks[kind.ask], right, wrong, random);
}

/** What the cause is: against what other places of the template would be if they were not right. */
function ofCause(site: FaultSite, all: readonly FaultSite[], language: NoteLanguage, random: Random): DrillQuestion {
  const right = { text: textOfSite(site.kind.cause[language], site), isRight: true, reason: "" };
  const near = ({ kind, entry }: FaultSite): number =>
    Number(kind.incident === site.kind.incident) * 2 +
    Number(entry === site.entry) +
    Number(kind.ask === site.kind.ask);
  // Nobody takes what has nothing to do with the operation for its cause.
  const others = shuffled(all, random)
    .filter((other) => !(other.kind === site.kind && other.entry === site.entry) && near(other) > 0)
    .sort((left, rightOne) => near(rightOne) - near(left))
    .map((other) => wrongOf(other, "cause", language));
  const general = INCIDENT_DATA.causes.map((one) => wrongIn(one, language));
  const wrong = [...distinctChoices(others, right.text), ...shuffled(general, random)];
  return question(DRILL_TEXTS[language].cause, right, wrong, random);
}

/** The question for the smallest fix. */
function ofFix({ kind, ...site }: FaultSite, language: NoteLanguage, random: Random): DrillQuestion {
  const right = { text: textOfSite(kind.fix[language], site), isRight: true, reason: DRILL_TEXTS[language].least };
  const fits = INCIDENT_DATA.attempts.filter(
    ({ for: incidents, unless }) =>
      (incidents === undefined || incidents.includes(kind.incident ?? "")) && !unless?.includes(kind.id),
  );
  const ordered = [...fits.filter((one) => one.for), ...fits.filter((one) => !one.for)];
  const wrong = ordered.map((one) => wrongIn(one, language));
  return question(DRILL_TEXTS[language].fix, right, wrong, random);
}

function distinctChoices(choices: readonly DrillChoice[], taken: string): readonly DrillChoice[] {
  return choices.filter(({ text }, at) => text !== taken && choices.findIndex((one) => one.text === text) === at);
}

/** From the note that has the answer, if there is one, to the place. */
function hintsOf({ site, bound }: NotedSite, language: NoteLanguage): readonly string[] {
  const texts = DRILL_TEXTS[language];
  const { entry, type } = site;
  const path = site.at.replace(/^script:.*/, "UserData").replaceAll(".*", "");
  return [
    ...(bound ? [(bound.file.builtIn ? texts.builtInNote : texts.ownNote)(bound.note.title)] : []),
    texts.entry(entry.name, type),
    texts.path(path),
  ];
}

/** What the note says of what was changed, or of what fails: its beginning, or the first lines that name it. */
function noteQuote({ site, says }: NotedSite, { note, file }: BoundNote): NonNullable<FaultDrill["quote"]> {
  const beginning = answerText(shownPassage(note, file, MAX_QUOTE_LENGTH).text);
  const words = (says ?? [changedName(site)]).map(nameKey);
  const names = (line: string): boolean => words.some((word) => nameKey(line).includes(word));
  const prose = passageOf(note, file).replace(/^\s*```[^`]*```/gm, "");
  const named = wholeText(prose, Number.POSITIVE_INFINITY).split("\n").filter(names);
  const isAboutIt = (says === undefined && names(`${note.title} ${beginning}`)) || named.length === 0;
  const text = isAboutIt ? beginning : named.map((line) => line.trim()).join("\n");
  const quoted = text.length > MAX_QUOTE_LENGTH ? text.slice(0, MAX_QUOTE_LENGTH).replace(CUT, "") : text;
  return { title: note.title, text: withoutBareFacts(quoted, note, file) };
}

/** What is left of a line or a sentence that does not end. */
const CUT = /(?:\n|(?<=[.。]))[^\n。.]*$/;

/** The last key of the path to what was changed; of a name, what has it. */
function changedName({ at }: FaultSite): string {
  return at.startsWith("script:")
    ? "cfn-signal"
    : (at.split(".").findLast((step) => !/^(?:\*|Name|Service)$/.test(step)) ?? "");
}
