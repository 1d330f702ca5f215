import type { Focus } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import { type Declarations, type DeclaredResource, entryOf } from "../../model/template.ts";
import { memoBy, memoByText } from "../../text/memoBy.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import { OF_PARAMETERS } from "../binding/mereWords.ts";
import { compact } from "../binding/vocabulary.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { lineOf, linesOf, passageOf } from "../reading/passage.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { isRow } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import { idsSaid } from "./saidNames.ts";

/**
 * Whether a note's title is another resource of the same type: at `AdminRole` one on `DeployRole`, or "Deploy role", is
 * on something else.
 */
export function isOnSibling(note: Note, focus: Focus, { template: { declarations } }: AskedTemplate): boolean {
  const id = resourceAt(focus);
  const type = id === undefined ? undefined : declarations.resources.get(id)?.type;
  if (id === undefined || type === undefined) return false;
  return note.terms.some(({ name, strength }) => {
    const called = compact(name).toLowerCase();
    const isOther = strength >= WHOLE_TITLE && byLowerCase(declarations.resources).get(called)?.type === type;
    // `PrivateSubnet2` is one of those that "Private subnet" is on.
    return isOther && !id.toLowerCase().startsWith(called);
  });
}

const NAME = /[A-Za-z]\w+/g;
const NAMED = /^\W*([A-Za-z]\w+)`?\**\s*(?:$|[(（:：])/u;

/**
 * Whether a note is below the name of something else that somebody declared, says that it is on that, or has it in its
 * title: `Default` of one parameter says nothing of the others.
 *
 * @param isOwn whether a name is only an author's
 * @param isOthers whether a name that the template doesn't declare is that of something in another one
 */
export function isOnOtherEntry(
  note: Note,
  file: NoteFileContent,
  focus: Focus,
  { template }: AskedTemplate,
  isOwn: (name: string) => boolean,
  isOthers: (name: string) => boolean,
): boolean {
  const { path, title } = note;
  const named = [...path.flatMap((above) => NAMED.exec(above)?.[1] ?? []), ...idsSaid(note, file)];
  const inTitle = (title.match(NAME) ?? []).filter(isOwn);
  const declared = [...named, ...inTitle].filter((name) => declares(template, name));
  const isCode = (name: string): boolean => lineOf(note, file).includes(`\`${name}\``);
  if (declared.length === 0) return [...named, ...inTitle.filter(isCode)].some(isOthers);
  const { place } = focus;
  const entry = place.in === "resource" || place.in === "entry" ? place.entry : undefined;
  const meant = focus.kind === "reference" ? focus.reference.name : resourceAt(focus);
  if (declared.some((name) => name === entry?.name || name === meant)) return false;
  return !entry || !references(entry).some(({ name }) => inTitle.includes(name));
}

/**
 * Whether words have resources of a template, none of which has what is under the caret, is named there, or refers to
 * that: what they say of a key is on those.
 *
 * @param isOwn whether a name is only an author's
 */
export function namesOthersAlone(
  words: ReadonlySet<string>,
  { place }: Focus,
  { template }: AskedTemplate,
  isOwn: (name: string) => boolean,
): boolean {
  if (place.in !== "resource") return false;
  const { entry } = place;
  const { resources } = template.declarations;
  const named = [...words].filter((word) => resources.has(word) && isOwn(word));
  if (named.length === 0 || named.includes(entry.name)) return false;
  const referred = new Set(references(entry).map(({ name }) => name));
  const refersHere = (name: string): boolean => {
    const other = entryOf(template, "Resources", name);
    return other !== undefined && references(other).some((one) => one.name === entry.name);
  };
  return !named.some((name) => referred.has(name) || refersHere(name));
}

/** The words with Latin letters of a note. Memoised: the same notes are asked about at each place of a template. */
export const latinWordsIn: (note: Note, file: NoteFileContent) => ReadonlySet<string> = memoBy(
  (note, file) => new Set(passageOf(note, file).match(/\w+/g)),
);

/** `4 subnets`, `EventBridge rules`, 各バケット */
const SEVERAL_THINGS = /\d\s*\p{L}|[a-rt-z]s(?!\w)|[各全]|すべて|複数/u;

/**
 * Whether an item of a project's document tells something of one thing, does not say which, and the template has
 * several of its type: the threshold of another alarm.
 */
export function isOnOneOfSeveral(
  { kind, title, path, passage }: Note,
  file: NoteFileContent,
  focus: Focus,
  { template: { declarations } }: AskedTemplate,
): boolean {
  const isOfThing = kind === "item" && focus.kind !== "function" && focus.kind !== "word";
  const id = isOfThing ? (resourceAt(focus) ?? resourceAround(focus)) : undefined;
  const type = id === undefined ? undefined : declarations.resources.get(id)?.type;
  if (id === undefined || type === undefined) return false;
  const ids = [...declarations.resources].flatMap(([other, resource]) => (resource.type === type ? [other] : []));
  if (ids.length === 1 || (focus.kind !== "key" && SEVERAL_THINGS.test(title))) return false;
  const said = [title, path.at(-1) ?? "", ...passage.flatMap((range) => linesOf(range, file))].join(" ");
  const words = (said.match(WORD) ?? []).filter((word) => word.length > 3 || /^[A-Z]{3}$/.test(word));
  const lower = new Set(words.map((word) => word.toLowerCase()).filter((word) => !type.toLowerCase().includes(word)));
  const saysOf = (one: string): number => [...lower].filter((word) => one.toLowerCase().includes(word)).length;
  const own = saysOf(id);
  // `SplunkBucketKey`, if the template has an `AuditBucketKey`, too.
  return own === 0 || ids.some((other) => saysOf(other) > own);
}

/** Whether a note is on an output of a template: a property may have the same name. */
export function isOnOutput(note: Note, { template }: AskedTemplate): boolean {
  const { outputs, parameters } = template.declarations;
  const isIn = (name: string): boolean => outputs.has(name) && !parameters.has(name);
  return isInOutputs(note) || note.terms.some(({ name, strength }) => strength >= WHOLE_TITLE && isIn(name));
}

const OUTPUTS =
  /^\W*(?:(?:stack|cloudformation|cfn|key) )?(?:outputs?|return values?)\W*$|^\W*(?:スタックの)?(?:出力|アウトプット|戻り値)\W*$/iu;

/** Whether an item is in a list of outputs, or of what a resource returns. */
export function isInOutputs({ kind, path }: Note): boolean {
  return kind === "item" && path.some((title) => OUTPUTS.test(title));
}

/** Whether a row of a table of parameters is on one of a template: a property may have the same name. */
export function isOnParameter(note: Note, { template }: AskedTemplate): boolean {
  return isRow(note) && OF_PARAMETERS.test(note.context[0] ?? "") && template.declarations.parameters.has(note.title);
}

/**
 * Whether a note lists names of templates, but hardly any of this one: the parameters of another template.
 *
 * @param isOwn whether a name is only an author's
 */
export function listsOthers(note: Note, { template }: AskedTemplate, isOwn: (name: string) => boolean): boolean {
  const names = listedIn(note, isOwn);
  const declared = names.filter((name) => declares(template, name));
  return names.length > 1 && declared.length * 2 <= names.length;
}

/** Also in a table below its announcement: it may have hundreds of rows, and is asked for with each hover. */
const listedIn = memoBy(({ children }: Note, isOwn: (name: string) => boolean): readonly string[] =>
  children
    .flatMap((child) => [child, ...child.children.filter(isRow)])
    .flatMap(({ title }) => /^\W*([A-Za-z]\w+)/.exec(title)?.[1] ?? [])
    .filter(isOwn),
);

/**
 * Those of notes that are not on another resource of the same type, by the word in front of the type: at
 * `EcsTaskSecurityGroup` none on the "RDS security group", as long as there is a resource of that name, or a note on
 * this one.
 */
export function onThis(
  notes: readonly BoundNote[],
  { place }: Focus,
  { template: { declarations } }: AskedTemplate,
  servicesIn: (text: string) => ReadonlySet<string>,
): readonly BoundNote[] {
  if (place.in !== "resource" || place.type === undefined || notes.every(({ file }) => file.builtIn)) return notes;
  const { logicalId, type } = place;
  const called = new Map(
    notes.map(({ note, file }) => [note, file.builtIn ? NO_WORDS : wordsBefore(type, note, file)]),
  );
  if ([...called.values()].every(({ words }) => words.length === 0)) return notes;
  const fits = ({ words }: Called): boolean => isOfWords(logicalId, words);
  /** The titles above notes with this one's name: what stands beside them is on others. */
  const here = new Set([...called.values()].flatMap((one) => (fits(one) ? [one.above] : [])));
  const ids = [...declarations.resources].flatMap(([id, resource]) => (resource.type === type ? [id] : []));
  return notes.filter(({ note }) => {
    const own = called.get(note) ?? NO_WORDS;
    if (own.words.length === 0 || fits(own)) return true;
    if (IS_OF_ANY.has(type) && !hasOneOf(servicesIn(own.words.join(" ")), declarations)) return false;
    return !here.has(own.above) && !ids.some((id) => isOfWords(id, own.words));
  });
}

/** Types that belong to the resources of any service. */
const IS_OF_ANY: ReadonlySet<string> = new Set(["AWS::EC2::SecurityGroup", "AWS::IAM::Role"]);

/** Whether a template has something of one of these services, if there are any; SAM's types are of several. */
function hasOneOf(services: ReadonlySet<string>, { resources }: Declarations): boolean {
  const isOne = ({ type }: DeclaredResource): boolean => {
    const [, namespace = ""] = type?.split("::") ?? [];
    return namespace === "Serverless" || services.has(namespace);
  };
  return services.size === 0 || [...resources.values()].some(isOne);
}

function isOfWords(id: string, words: readonly string[]): boolean {
  const lower = id.toLowerCase();
  return words.some((word) => lower.includes(word));
}

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

interface Called {
  readonly words: readonly string[];
  /** The file and the titles above. */
  readonly above: string;
}

const NO_WORDS: Called = { words: [], above: "" };

/**
 * The Latin words in front of a type's name, in the title of a note or in the one above: `rds` of "RDS security group",
 * "RDS SG", RDS用のセキュリティグループ; without its service.
 */
function wordsBefore(type: string, { title, path }: Note, { uri }: NoteFileContent): Called {
  const [, service = "", called = ""] = type.split("::");
  const initials = called.replace(/[^A-Z]/g, "").toLowerCase();
  for (const [up, text] of [title, ...path.slice(-1)].entries()) {
    const above = [uri, ...path.slice(0, path.length - up)].join("\n");
    const forWhat = FOR_WHAT.exec(text)?.[1]?.toLowerCase();
    if (forWhat !== undefined) return { words: [forWhat], above };
    const words = wordsOf(text);
    const at = words.findIndex(
      (word, index) =>
        (initials.length > 1 && word === initials) || words.slice(index).join("").startsWith(called.toLowerCase()),
    );
    if (at < 0) continue;
    const before = words.slice(0, at).filter((word) => word.length > 2 && word !== service.toLowerCase());
    return { words: before, above };
  }
  return NO_WORDS;
}

/** EC2用のセキュリティグループ */
const FOR_WHAT = /^\W*([A-Za-z][A-Za-z0-9]{2,})\s?用の?\s?\p{sc=Katakana}/u;

/** Memoised: the same titles are asked about at each resource. */
const wordsOf = memoByText((text) => text.match(WORD)?.map((word) => word.toLowerCase()) ?? [], 2000);

function resourceAt(focus: Focus): string | undefined {
  if (focus.kind === "reference") return focus.reference.name;
  if (focus.kind === "name") return focus.entry.name;
  return focus.kind === "type" && focus.place.in === "resource" ? focus.place.logicalId : undefined;
}

/** The resource that has the key or value under the caret. */
function resourceAround({ place }: Focus): string | undefined {
  return place.in === "resource" ? place.logicalId : undefined;
}

const byLowerCase = memoBy(
  (resources: Declarations["resources"]): ReadonlyMap<string, DeclaredResource> =>
    new Map([...resources].map(([id, resource]) => [id.toLowerCase(), resource])),
);
