import { decodedName } from "../../../notes/reading/markdown/uriPath.ts";
import type { NoteFileContent } from "../../../notes/reading/note.ts";
import type { CardWords } from "../../../protocol/study.ts";
import type { Card } from "../../../study/cards/card.ts";
import { cardsOf } from "../../../study/cards/noteCards.ts";
import { type AskedFile, worthLearning } from "../../../study/cards/worthLearning.ts";
import { coverageReport } from "../../../study/coverage.ts";
import { sheetAsHtml, sheetAsMarkdown, sheetNotes } from "../../../study/cramSheet.ts";
import { makeDrill } from "../../../study/drill/makeDrill.ts";
import { cardsAsTsv } from "../../../study/exportCards.ts";
import { decksOf, isOfDeck, queueOf } from "../../../study/queue.ts";
import { attach } from "../../../study/store/attach.ts";
import { comparableWords } from "../../../study/store/cardKey.ts";
import { changeStore, mergeStores } from "../../../study/store/changeStore.ts";
import { readStore } from "../../../study/store/readStore.ts";
import { templateCards } from "../../../study/templateCards.ts";
import { type Touched, touchedIn } from "../../../study/touched.ts";
import type { OpenTemplate } from "../../documents/documents.ts";
import { ownFiles } from "../../notes/ownFiles.ts";
import { MAX_TURN_MS } from "../../turns/givenUp.ts";
import { studyQueue } from "../../views/studyViews.ts";
import type { RequestContext } from "../request.ts";
import type { Answers } from "../requestTable.ts";

type StudyRequests = Pick<Answers, "studyQueue" | "studyChange" | "studyMerge" | "studyExport" | "faultDrill">;

/** Answers requests about cards and drills. */
export function studyRequests(context: RequestContext): StudyRequests {
  const { notes } = context.service;
  return {
    studyQueue: async (params, { open, language }) => {
      const { store, now, dayStart, exam, deck, portion, given = [] } = params;
      const touched = await touchedOf(context, open);
      const ofNotes = await noteCards(context);
      const ownQuestions = deck === undefined ? await cardsOfTemplate(context, open) : [];
      const cards = [...ofNotes, ...ownQuestions];
      const { records, state } = readStore(store);
      const isTouched = ({ noteId }: Card): boolean => noteId === "" || touched.has(noteId);
      const isWanted = (card: Card): boolean => deck === undefined || isOfDeck(card, deck);
      const left = new Set(given.map(wordsOf));
      const isGiven = (card: Card): boolean => left.has(wordsOf(card));
      const day = { now, dayStart, ...(exam !== undefined && { exam }) };
      const queue = queueOf(cards, records, { ...day, portion, isTouched, isWanted, isGiven });
      return studyQueue({ ...queue, decks: decksOf(ofNotes) }, state, touched, open, language);
    },
    studyChange: ({ store, changes }) => changeStore(store, changes),
    studyMerge: ({ store, other }) => mergeStores(store, other),
    studyExport: async ({ format, store }, { open, language }) => {
      if (format === "tsv") return cardsAsTsv(attach(await noteCards(context), readStore(store).records));
      if (format === "coverage") {
        const shown = open && { name: decodedName(open.document.uri), template: open.template };
        return context.resultInSteps(coverageReport(notes, language, shown));
      }
      if (open === undefined) return undefined;
      const title = decodedName(open.document.uri);
      const found = sheetNotes((await touchedOf(context, open)).keys(), notes);
      return format === "markdown" ? sheetAsMarkdown(title, found) : sheetAsHtml(title, found, language);
    },
    faultDrill: async ({ seed, incident }, { open, language }) => {
      if (open === undefined) return undefined;
      const { template, document } = open;
      return context.resultInSteps(makeDrill({ template, uri: document.uri, notes, language }, seed, incident));
    },
  };
}

function wordsOf({ kind, front, back, where }: CardWords): string {
  return JSON.stringify([kind, front, back, where]);
}

/** Files whose cards take too long to make; nobody waits for them again until they change. */
const tooLong = new WeakSet<NoteFileContent>();

/** The cards of the user's own notes, one file after the other; those with the same words once. */
export async function noteCards(context: RequestContext): Promise<readonly Card[]> {
  const files: AskedFile[] = [];
  for (const file of ownFiles(context.service.notes, context.store)) {
    if (tooLong.has(file)) continue;
    const late = (): readonly Card[] => {
      tooLong.add(file);
      return [];
    };
    files.push({ file, cards: context.host.within(MAX_TURN_MS, () => cardsOf(file, context.service.notes), late) });
    await context.host.yieldToEventLoop();
  }
  const cards = new Map<string, Card>();
  for (const card of worthLearning(files)) {
    const words = `${card.kind} ${card.subject.join(" ")} ${comparableWords(card)}`;
    if (!cards.has(words)) cards.set(words, card);
  }
  return [...cards.values()];
}

function touchedOf(context: RequestContext, open: OpenTemplate | undefined): Promise<Touched> {
  if (open === undefined) return Promise.resolve(new Map());
  const { notes } = context.service;
  return context.resultInSteps(touchedIn(open.template, ownFiles(notes, context.store), notes));
}

function cardsOfTemplate(context: RequestContext, open: OpenTemplate | undefined): Promise<readonly Card[]> {
  if (open === undefined) return Promise.resolve([]);
  const { template, document } = open;
  return Promise.resolve(templateCards(template, document.uri, context.service.catalogue, context.language()));
}
