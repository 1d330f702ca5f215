import { memoBy } from "../../text/memoBy.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import type { Note, NoteFileContent, NotePlace } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { EMPHASISED, ONE_OF_SEVERAL, type Term } from "../reading/terms.ts";
import { isDistinctive, nameKey } from "../words/names.ts";
import { constructsMarked } from "./constructs.ts";
import { isOfTemplates } from "./topicPlaces.ts";
import type { NamedPlace } from "./vocabulary.ts";

/**
 * Whether an everyday word does not mean the part of templates with that name: the **Outputs** tab, “The resources can
 * be …”, the resources of one template.
 */
export function isMereWord(
  { name, strength }: Term,
  note: Note,
  file: NoteFileContent,
  { place, topic }: NamedPlace,
): boolean {
  const isThing = place.kind === "type" || (place.kind === "property" && place.value === undefined);
  if (isThing && (OF_PROGRAM.test(note.title) || QUOTED.test(note.title))) return true;
  if (isThing && STACK_NAME.test(note.title) && !isDistinctive(name)) return true;
  if (isThing && FACT.test(note.title) && note.path.some((title) => NAMES_FILE.test(title))) return true;
  if (isThing && (FIELD.test(note.title) || note.path.some((title) => OPTIONS.test(title)))) return true;
  // A step of a path: `/models/iam/`.
  if (name === name.toLowerCase() && note.title.includes(`/${name}/`)) return true;
  if (LONGER_NAME.test(note.title) || (place.kind !== "pseudo" && PLACEHOLDER.test(note.title))) return true;
  if (FOLDER.test(note.title) || EXAMPLE_CODE.test(note.title)) return true;
  if ((place.kind === "section" || place.kind === "function") && isBelowType(note)) return true;
  if (place.kind === "property" && note.path.some((title) => TYPE_OF_OTHERS.test(title) || RETURNED.test(title)))
    return true;
  if (place.kind === "type" && CALLED_SO.test(note.title)) return true;
  // A file on somebody's own type, `docs/AccessKey.md`, is not on what AWS calls so.
  if (place.kind === "type" && place.type.startsWith("AWS::") && CUSTOM_TYPE.test(note.title)) return true;
  if (place.kind === "property" && LABEL.test(note.title) && !isBelowType(note)) return true;
  if (isReadme(file.uri) && OF_ANY_README.test(note.title)) return true;
  if (
    file.guidesTemplates &&
    note.naming === "heading" &&
    place.kind === "property" &&
    !isDistinctive(name) &&
    isOneWord(note.title)
  )
    return true;
  if (PARTS.has(place.kind) && (OPTION.test(note.title) || IN_PROGRAM.test(note.title))) return true;
  if (place.kind === "function" && !isDistinctive(name) && isInSentence(name, note.title)) return true;
  if (topic === undefined || !isOfTemplates(topic) || isDistinctive(name)) return false;
  if (isReadme(file.uri) && OF_README.test(note.title)) return true;
  // A field of a form, and a word behind another one.
  if (IN_QUOTES.test(note.title) || (strength <= ONE_OF_SEVERAL && IN_LOWER_CASE.test(name))) return true;
  if (note.title.startsWith(name) && DOES_SOMETHING.test(note.title.slice(name.length))) return true;
  if (strength <= EMPHASISED || note.context.some((title) => TEMPLATE_FILE.test(title))) return true;
  if (isOfOtherNoun(place, note, file)) return true;
  const isTitled = isTitle(name, note) && topic.names.has(nameKey(name)) && mayBeOnTemplates(file);
  if (
    place.kind === "section" &&
    (isOfSomethingElse(place, note, file) || (!isTitled && isAnyDescription(place, note, file)))
  )
    return true;
  if (PARTS.has(place.kind) && !isTitled && !speaksOfTemplates(note, file)) return true;
  return note.naming === "sentence" && IN_LOWER_CASE.test(note.title);
}

/** Titles of what a resource gives, which may be called as what it gets. */
const RETURNED = /^\W*(?:return(?:ed)? values?|戻り値|返り値)\W*$/iu;

const TYPE = /^\W*(?:\w+::\w+|Custom)::\w/;

/** Whether a note is below a type: there `Conditions` is a property of it, and `Fn::GetAtt` says what it returns. */
export function isBelowType({ path }: Note): boolean {
  return path.some((title) => TYPE.test(title));
}

/** Labels that may stand in front of any text. */
const LABEL = /^\W*(?:description|overview|summary|example|usage|key|value)s?\W*$/i;
/** The name of one resource: `Lambda: set_position`. It finds the note in templates that have it. */
const CALLED_SO = /^[^:：]+(?::|：|\s[-–—]+)\s*`?[a-z][a-z\d]*(?:_[a-z\d]+)+`?\W*$/i;
/** A field of data, `vpc_id (string)`: CloudFormation writes `String`. */
const FIELD =
  /^[a-z][\w.[\]]*\W{0,3}\((?:string|str|number|int|integer|float|bool|boolean|array|object|list|dict|timestamp)\b[^)]*\)\W*$/;
/** Titles of lists of a command's options. */
const OPTIONS = /\b(?:command|cli)\b.{0,20}\b(?:parameter|option|argument|flag)s?\b/i;
/** `ELB - name of stack`: the name of a stack, not of its resources. */
const STACK_NAME = /\bnames? of (?:the )?stacks?\b|\bstack[- ]?names?\b|スタック名/i;
/** A fact about any file: `Size`, below `compute.yaml`. */
const FACT = /^\W*(?:size|type|name|status|version|path|location|format)\W*$/i;
const NAMES_FILE = /[\w-]\.(?:ya?ml|json|template)\b/;
/** A value, not what it belongs to: `"bucket-name"`. */
const QUOTED = /^["“][^"”]*["”]$/;

/** A type that is not in the catalogue: its properties are not those of AWS's types. */
const TYPE_OF_OTHERS = /^\W*(?!AWS::|Alexa::)(?:\w+::\w+|Custom)::\w/;
const CUSTOM_TYPE = /^\W*Custom::\w/;
/** `-i, --instance-type TYPE`, `VPC_ID`, `vpc_id` */
const OF_PROGRAM = /^--?[a-z]|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[a-z][a-z\d]*(?:_[a-z\d]+)+$/;
/** `--resources`: an option of a command. */
const OPTION = /^\W{0,3}--[a-z]/;
/** `sam/`, `src/handler/`, `📁 lambda/` */
const FOLDER = /^[^\w./-]*[\w./-]+\/[^\w./-]*$/;
/** A placeholder in some text: `${DDB::TableName}`. */
const PLACEHOLDER = /^\$\{[\w:.-]+\}$/;
/** A longer name with a placeholder: `{Stage}-VpcId`; values vary otherwise, `Linear{x}Percent`. */
const LONGER_NAME = /^(?:[\w${}:./-]*[-_./])?\$?\{[\w:.-]+\}[-_./][\w${}:./-]+$/;
/** `Lambda コード例` is about code of a program. */
const EXAMPLE_CODE = /(?:コード例|サンプルコード|\bcode examples?|\bsample code)\W*$/iu;

/** Sections of a README: `## Architecture`, `## 🏗️ Architecture`. */
function isOneWord(title: string): boolean {
  return /^[^\p{L}]*[a-z]+[^\p{L}]*$/iu.test(title);
}

/** Parts of a template that other texts have, too: dependencies, outputs, rules. */
const PARTS: ReadonlySet<string> = new Set(["section", "attribute", "function", "pseudo", "metadata"]);
const TEMPLATE_FILE = /^[\w.-]+\.(?:template|ya?ml|json)$/i;
const IN_QUOTES = /^["“][^"”]*["”]$/;
/** Sections of any README. */
const OF_README = /^(?:description|resources?|rules|metadata|説明|リソース)\W*$/iu;
const OF_ANY_README =
  /^\W*(?:(?:deploy(?:ment)?s?|usage|install(?:ation)?|setup|testing|validation)\W*$|deploy(?:ment|ing) (?:of|the|to|with|using|via)\b)/i;
/** `Export from account A`, `Resources that hold state` */
const DOES_SOMETHING = /^\s+(?:from|to|into|with|without|that|which|whose)\s/i;
/** Something in a file of a program: `Default in Makefile line 2`. */
const IN_PROGRAM =
  /\b(?:in|of|from) (?:the )?`?(?:\w+file\b|(?:[\w./-]*[\w-])?\.(?:py|[jt]sx?|sh|env|toml|tf|tfvars|ini|conf|go|rb|java)\b)/i;
/** Written in lower case, as in a sentence. */
const IN_LOWER_CASE = /^(?:(?:[Tt]he|[Aa]n?|[Aa]ll|[Tt]hese) )?[a-z]/;

/** Words beside the name of a function that is meant. */
const OF_FUNCTIONS = /\bfunctions?\b|\bintrinsic\b|\bconditions?\b|関数/i;

/** Whether a function's name is a word between others: “Why Not Nested Stacks?” */
function isInSentence(name: string, title: string): boolean {
  const at = title.indexOf(name);
  const isBetween = /[a-z]\s+$/i.test(title.slice(0, at)) && /^\s+[a-z]/i.test(title.slice(at + name.length));
  return at > 0 && isBetween && !OF_FUNCTIONS.test(title);
}

/**
 * Whether a heading is a name, with an explanation or without: `Outputs`, `Outputs - what others import`; not
 * `Resources for teachers`.
 */
function isTitle(name: string, { naming, title }: Note): boolean {
  return naming === "heading" && title.startsWith(name) && /^\s*(?:$|[-–—:：（(])/u.test(title.slice(name.length));
}

/** Words beside the name of a part of templates. */
const BESIDE_PART =
  /^(?:(?:sections?|attributes?|propert(?:y|ies)|functions?|keys?|basics|overview|explained|in a nutshell|summary|reference|notes?)(?:\W.*)?)?$/i;

const WORD_AND_MORE = /^\P{L}*(?<word>[A-Za-z]+)\s+(?<behind>[a-z].*)$/iu;

/** Whether the part's name is an adjective in an English heading: `Export Options`, `Description of files`. */
function isOfOtherNoun(place: NotePlace, { naming, title, path }: Note, file: NoteFileContent): boolean {
  if (naming !== "heading" || place.kind !== "section") return false;
  const part = (place.path.at(-1) ?? place.section).replace(/s$/, "");
  const { word, behind } = WORD_AND_MORE.exec(title)?.groups ?? {};
  if (word?.replace(/s$/, "") !== part || behind === undefined || BESIDE_PART.test(behind)) return false;
  return isReadme(file.uri) || ![file.title, title, ...path].some((text) => OF_TEMPLATES.test(text));
}

export const OF_PARAMETERS: RegExp = /\bparam|パラメ|引数/i;
const FUNCTION = /(?:Fn::|!)[A-Z]\w+/;
const INPUTS = /^\W*(?:inputs?|入力)\W*$/iu;
const hasInputs = memoBy(({ notes }: NoteFileContent): boolean => notes.some(({ title }) => INPUTS.test(title)));

/** Whether a word is said of something that has no such section: the default of rollbacks, `Resources` below `!Ref`. */
function isOfSomethingElse(
  { section, path }: Extract<NotePlace, { kind: "section" }>,
  note: Note,
  file: NoteFileContent,
): boolean {
  if (note.path.some((title) => FUNCTION.test(title))) return true;
  // The outputs of a program, beside its inputs.
  if (section === "Outputs" && hasInputs(file)) return true;
  // A title that every chapter begins with.
  const isAgain = ({ kind, title, line }: Note): boolean =>
    kind === "heading" && title === note.title && line !== note.line;
  if (section === "Description" && file.notes.some(isAgain)) return true;
  if (section !== "Parameters" || path.length === 0) return false;
  return ![file.title, note.title, ...note.context, passageOf(note, file).slice(0, MAX_LENGTH)].some((text) =>
    OF_PARAMETERS.test(text),
  );
}

const OF_CLOUDFORMATION =
  /cloudformation|\bcfn\b|\bAWS::\w|\bstacks?\b|テンプレート|^\W*templates?\W*$|\btemplate (?:format|anatomy|sections?|structure)\b/i;

/** Whether a line describes something that is no template: an API, a template for mails. */
function isAnyDescription(
  { section }: Extract<NotePlace, { kind: "section" }>,
  note: Note,
  file: NoteFileContent,
): boolean {
  if (section !== "Description" || glossaries(file).has(note.path.join("\n"))) return false;
  return ![file.title, ...note.path, passageOf(note, file).slice(0, MAX_LENGTH)].some((text) =>
    OF_CLOUDFORMATION.test(text),
  );
}

/** Words of titles on templates. */
const TITLE_OF_TEMPLATES =
  /\btemplates?\b|\bstacks?\b(?! traces?)|テンプレート|スタック(?!トレース)|\bintrinsic\b|組み込み関数/i;
/** Words that notes on templates have somewhere. */
const OF_TEMPLATES =
  /cloudformation|\bcfn\b|\bcfn-|\btemplate(?:'s|s)?\b|\b(?:an?|the|other|another|nested|cross|each)[- ]stacks?\b|テンプレート|スタック(?!トレース)|\bAWS::\w|\bFn::\w|!(?:Ref|Sub|GetAtt|Join|FindInMap|ImportValue)\b/i;
/** Titles of study notes, which write down AWS's terms. */
const OF_STUDIES =
  /用語|単語|メモ|ノート|まとめ|覚え書き|勉強|学習|試験|対策|暗記|\b(?:glossary|terms|terminology|vocabulary|cheat ?sheet|notes?|exam|study|flash ?cards?|aws)\b/iu;
/** How much of a passage is read, in UTF-16 units. */
const MAX_LENGTH = 3000;

/** Whether a note, or the titles above it, mention templates; or its file explains several of their words. */
function speaksOfTemplates(note: Note, file: NoteFileContent): boolean {
  const titles = [file.title, note.title, ...note.path];
  if (titles.some((text) => OF_STUDIES.test(text) || (isDistinctive(text) && isPart(text)) || hasAttribute(text)))
    return true;
  if ([...titles, ...note.context].some((text) => OF_TEMPLATES.test(text) || TITLE_OF_TEMPLATES.test(text)))
    return true;
  return OF_TEMPLATES.test(passageOf(note, file).slice(0, MAX_LENGTH)) || glossaries(file).has(note.path.join("\n"));
}

/** A file this long that is on templates would mention them somewhere. */
const MIN_LINES_ON_TEMPLATES = 40;

const mayBeOnTemplates = memoBy(
  ({ lines }: NoteFileContent): boolean =>
    lines.length < MIN_LINES_ON_TEMPLATES || lines.some((line) => OF_TEMPLATES.test(line)),
);

/** Several words of templates are no accident, nor is one that no other text has beside another one. */
const MIN_PARTS = 3;

/** The titles above several notes whose titles are parts of templates: `UpdatePolicy`, `Mappings`. */
const glossaries = memoBy(({ notes }: NoteFileContent): ReadonlySet<string> => {
  const called = new Map<string, Set<string>>();
  for (const { title, naming, path } of notes) {
    if (naming === "sentence" || !isPart(title)) continue;
    const above = path.join("\n");
    called.set(above, (called.get(above) ?? new Set()).add(title));
  }
  const isSeveral = (titles: ReadonlySet<string>): boolean =>
    titles.size >= MIN_PARTS || (titles.size > 1 && [...titles].some(isDistinctive));
  return new Set([...called].flatMap(([above, titles]) => (isSeveral(titles) ? [above] : [])));
});

/** Whether a title has the name of a resource attribute among others: `DeletionPolicy vs UpdateReplacePolicy`. */
function hasAttribute(title: string): boolean {
  const words = title.match(/[A-Za-z]+/g) ?? [];
  return words.some((word) => isDistinctive(word) && constructsMarked(word).some(({ kind }) => kind === "attribute"));
}

function isPart(name: string): boolean {
  return constructsMarked(name).some(({ kind }) => PARTS.has(kind));
}
