import type { Focus } from "../../model/focus/focus.ts";
import type { Template } from "../../model/template.ts";
import { lettersOf } from "../../text/lettersOf.ts";
import { namesAt as pointedAt } from "../binding/aroundFocus.ts";
import { asNamed, type BoundNote } from "../binding/boundNote.ts";
import { isOfLanguage, withoutCode } from "../binding/constructs.ts";
import { hasWord } from "../binding/mentions.ts";
import { withoutPictures } from "../reading/markdown/pictures.ts";
import { type Note, type NoteFileContent, namespaceOf } from "../reading/note.ts";
import { explaining, OF_AWS, OF_MISTAKE, sentencesOf } from "./explains.ts";
import { warns } from "./newWords.ts";
import { isRow, isUnmistakable, keyInText } from "./ownBindings.ts";
import type { AskedTemplate } from "./ownCandidates.ts";
import { calledIn, entryAt, isCopy, saidText } from "./saysNoMore.ts";
import { namesOthersAlone } from "./siblings.ts";
import { isInDocumentOnUnused } from "./unusedService.ts";

/** What a note on something of AWS's is in, if that is a document: see `Documents.documentOf`. */
export type DocumentKind = "project" | "other" | "lecture";

/** What is known of the document that a note is in. */
export interface AskedDocument {
  readonly documentOf: (note: Note, file: NoteFileContent) => DocumentKind | undefined;
  /** Whether a note has a name of the template's own. */
  readonly namesOwn: (note: Note, file: NoteFileContent) => boolean;
  readonly servicesIn: (text: string) => ReadonlySet<string>;
  /** Whether a name is only an author's. */
  readonly isOwn: (name: string) => boolean;
}

/**
 * The notes on something of AWS's. What a project's documents say of such a thing counts if a sentence has substance: it
 * says what somebody must do or leave, under which condition, why, how much, or what fails. The rest (captions,
 * definitions, lists, what stands in the template) is known to whoever has the template open: such a note is only named.
 * One on this very template, or with the very name of the thing as its title, shows in full, of another one that
 * sentence.
 *
 * Study notes show as they are, unless they only repeat the template.
 */
export function saidOfAws(
  notes: readonly BoundNote[],
  focus: Focus,
  asked: AskedTemplate,
  { documentOf, namesOwn, servicesIn, isOwn }: AskedDocument,
): readonly BoundNote[] {
  if (notes.every(({ file }) => file.builtIn)) return notes;
  const { template } = asked;
  const isOnInput = focus.kind === "reference" && template.declarations.parameters.has(focus.reference.name);
  const inDocument = (bound: BoundNote, document: DocumentKind): BoundNote => {
    const { note, file, specificity } = bound;
    if (isOnNameItself(bound, focus, document)) return bound;
    const isOnOthers = document === "project" || isInDocumentOnUnused(file, asked, servicesIn);
    if (isOnOthers || bound.isOnCloudFormation === true) return asNamed(bound);
    const heeded = withSubstance(note, file, focus, template, servicesIn);
    if (heeded === undefined) return asNamed(bound);
    const isOnThis = document === "lecture" || (isOnOne(note, file) && namesOwn(note, file));
    if (bound.tier === "thing" && isOnThis && !isOnInput) return bound;
    if (isAround(bound, heeded, focus) || namesOthersAlone(new Set(heeded.match(/\w+/g)), focus, asked, isOwn))
      return asNamed(bound);
    return { note, file, specificity, tier: "mention", heeded };
  };
  return notes.map((bound) => {
    const { note, file, tier } = bound;
    if (tier === "mention" || file.builtIn || note.places.length > 0) return bound;
    const document = documentOf(note, file);
    if (document !== undefined) return inDocument(bound, document);
    return tier === "thing" && isCopy(note, file, focus, template) ? asNamed(bound) : bound;
  });
}

/**
 * Whether a note is called as the function, the attribute or the helper script that somebody points at: whoever writes
 * the very name means nothing else. In a project's document, a type and a key are those of what the project has.
 */
function isOnNameItself(
  { note, tier, isCalled, isOfOtherService }: BoundNote,
  focus: Focus,
  document: DocumentKind,
): boolean {
  // A sheet tells what a resource has.
  if (tier !== "thing" || isOfOtherService === true || isRow(note)) return false;
  if (isOfLanguage(note.title)) return isCalled === true;
  if (document === "project") return false;
  const title = withoutCode(note.title);
  if (focus.kind === "type") return focus.place.in === "resource" && title === focus.place.type;
  const isCalledKey = note.kind === "heading" && isUnmistakable(title) && focus.kind === "key" && focus.name === title;
  return isCalledKey && isCalled === true;
}

/** The first sentence of a note in a document that has substance, as Markdown. */
function withSubstance(
  note: Note,
  file: NoteFileContent,
  focus: Focus,
  template: Template,
  servicesIn: AskedDocument["servicesIn"],
): string | undefined {
  const said = partsOnService(withoutPictures(saidText(note, file, true)), focus, servicesIn);
  const [first = "", ...rest] = said.split("\n");
  const isTitle = lettersOf(first) === lettersOf(note.title) && !warns(note.title);
  const text = (isTitle ? rest : [first, ...rest]).join("\n");
  const { names, entries } = calledIn(text, note, entryAt(focus, template), template);
  // Below such a title, every sentence is on what went wrong.
  const least = note.path.some((title) => ON_MISTAKES.test(title)) ? OF_MISTAKE : OF_AWS;
  const found = explaining(text, least, warns(note.title) ? [] : names, entries, file, () => false);
  return found ?? sentencesOf(text).find((sentence) => RULE.test(sentence));
}

/** A text without the parts below titles on other services: `Shared storage (S3 or EFS)` below `Auto Scaling Groups`. */
function partsOnService(text: string, { place }: Focus, servicesIn: AskedDocument["servicesIn"]): string {
  if (place.in !== "resource" || place.type === undefined) return text;
  const own = namespaceOf(place.type);
  const isOnOthers = (part: string): boolean => {
    const services = servicesIn(part.split("\n", 1)[0] ?? "");
    return services.size > 0 && !services.has(own);
  };
  return text
    .split(PARTS)
    .filter((part, at) => at === 0 || !isOnOthers(part))
    .join("");
}

const PARTS = /^(?=#{1,6} )/m;

/** `Pitfalls`, `Known issues`, 間違えたこと */
const ON_MISTAKES =
  /\b(?:mistakes?|pitfalls?|gotchas?|caveats?|limitations?|troubleshooting|lessons learned|known issues)\b|注意|間違[えいっ]|失敗|エラー|トラブル|つまず|ハマ|はまった/iu;

/** How one writes templates, or does not: `Use groups and labels for clarity` */
const RULE = /^\W*(?:use|avoid|prefer|follow|enforce|apply|keep)\b|\b(?:rather than|instead of)\b/iu;

/**
 * Whether a sentence is on more than what somebody points at, or on something related, as its note is, and does not name
 * it: it would be the same at each key of a resource. What is said of a type or a function may well do without its name.
 */
function isAround({ isCalled }: BoundNote, sentence: string, focus: Focus): boolean {
  // A note on a key is not on what somebody names there.
  const isOnKey = isCalled === true && focus.kind !== "reference";
  if (isOnKey || WHOLES.has(focus.kind) || (focus.kind === "word" && focus.script)) return false;
  return !namesAt(focus).some((name) => hasWord(sentence, keyInText(name)));
}

const WHOLES: ReadonlySet<Focus["kind"]> = new Set(["type", "function", "name"]);

/** The names that somebody points at, with the key of a value. */
function namesAt(focus: Focus): readonly string[] {
  const { place } = focus;
  const path = "path" in place ? place.path : [];
  const key = path.findLast((step) => typeof step === "string") ?? ("attribute" in place ? place.attribute : undefined);
  return [...pointedAt(focus), ...(key === undefined ? [] : [key])];
}

/** Whether a note is neither all that a document says before its first part nor `Networking (VPC, Subnets, Routing)`. */
function isOnOne({ kind, title }: Note, file: NoteFileContent): boolean {
  return kind !== "heading" || (title !== file.title && (title.match(JOINS) ?? []).length < MIN_JOINS);
}

const JOINS = /[、,，/／&＆]|\b(?:and|or)\b/g;
const MIN_JOINS = 2;
