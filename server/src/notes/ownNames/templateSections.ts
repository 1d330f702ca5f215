import { memoBy, memoByText } from "../../text/memoBy.ts";
import type { BoundNote, RankedNote } from "../binding/boundNote.ts";
import { uriSteps } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { linesOf } from "../reading/passage.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { ownName } from "./calledAs.ts";
import { isOnAllTemplates } from "./documents/documentKinds.ts";
import type { Surroundings } from "./nearness.ts";
import { entryText } from "./newWords.ts";
import { type AskedTemplate, declared } from "./ownCandidates.ts";
import type { TemplateFolders } from "./templateFolders.ts";

/** With the folders in front, as far as they are written. */
const FILE = /[\w./-]*[\w-]\.(?:template|ya?ml|json)\b/g;
/** `cd services/orders`: the last folder, with what follows it in a path. */
const CHANGES_FOLDER = /\bcd\s+(?:[^\s;&|]*\/)?([\w.-]*\w)\/?(?=[\s;&|`]|$)/g;
/** `` `services/orders/` `` */
const FOLDER = /`(?:[\w.-]+\/)*([\w.-]+)\/`/g;
/** Longer lines are data. */
const MAX_LINE = 2000;

/** A line of a list or a table, what is indented below one, or an empty line. */
const OF_LIST = /^(?:\s|$|[-*+]\s|\||\d+[.)])/;
/** How many lines above an item its list may begin. */
const MAX_LIST = 200;

/** The files that a section may name, by their names without folders. */
interface NamedFiles {
  /** Whether it is a template. */
  readonly isTemplate?: ((name: string) => boolean) | undefined;
  /** Whether what the note is on is made of it: a nested template, or an included one. */
  readonly isOwn?: (name: string) => boolean;
}

/**
 * Whether a note is in a section that names other templates or goes to their folder, but not the one of a URI: the
 * innermost counts that names any, and before the sections around it the line that leads to its list.
 */
export function isOnOtherTemplates(
  bound: Pick<BoundNote, "note" | "file">,
  template: string,
  templates: TemplateFolders,
  named?: NamedFiles,
): boolean {
  return namesOthers(bound, template, templates, named) === true;
}

/** The same; `false` if it names the one of the URI, `undefined` if it names none. */
function namesOthers(
  { note, file }: Pick<BoundNote, "note" | "file">,
  template: string,
  templates: TemplateFolders,
  { isTemplate = (name) => templates.hasFile(name), isOwn = () => false }: NamedFiles = {},
): boolean | undefined {
  const isOthers = ({ files, folders }: Named): boolean | undefined => {
    if (files.some((path) => !path.endsWith("/") && isOwn(fileName(path)))) return false;
    const named = files.filter((path) =>
      path.endsWith("/") ? templates.hasName(path.slice(0, -1).toLowerCase()) : isTemplate(fileName(path)),
    );
    const within = folders.filter((path) => templates.hasName(path.slice(0, -1).toLowerCase()));
    // `template.yaml` beside the name of a folder is what lies in that.
    const isElsewhere = within.length > 0 && !within.some((path) => isCalled(template, path, templates));
    if (named.length === 0) return within.length === 0 ? undefined : isElsewhere;
    return !named.some((path) => isCalled(template, path, templates) && (!isElsewhere || path.includes("/")));
  };
  const parents = parentsIn(file);
  let said =
    isOthers(namedBy(note, file)) ?? (note.kind === "item" ? isOthers(namedIn([leadOf(note, file)])) : undefined);
  for (let section = parents.get(note); said === undefined && section !== undefined; section = parents.get(section))
    said = isOthers(namedAround(section, file));
  return said;
}

/** Whether a file names templates, but not the one of a URI. */
export function namesOthersAlone(file: NoteFileContent, template: string, templates: TemplateFolders): boolean {
  const named = namedBy(file.notes[0], file).files.filter((path) => templates.hasFile(fileName(path)));
  return named.length > 0 && !named.some((path) => isCalled(template, path, templates));
}

/** The line above the list or table that an item is in. */
function leadOf({ line }: Note, { lines }: NoteFileContent): string {
  let at = line;
  while (at > 0 && line - at < MAX_LIST && OF_LIST.test(lines[at] ?? "")) at--;
  return lines[at] ?? "";
}

/** A stack's name that ends with the name of a template behind that of a project, alone or in brackets. */
const STACK = /(?:^|[(`])(?:\w+-)+(\w+)(?=$|[)`])/g;

/** The same by the titles above it alone: `## 9. network.yaml`, `## Parameters (shop-network)`. */
export function isBelowOtherTemplate(
  { path }: Note,
  template: string,
  templates: TemplateFolders,
  isTemplate = (name: string): boolean => templates.hasFile(name),
): boolean {
  const isOne = (one: string): boolean => isTemplate(fileName(one)) || isWithTemplates(one, templates);
  const titles = path.map(namesInTitle);
  const own = (uriSteps(template).at(-1) ?? "").replace(/\.\w+$/, "");
  const called = titles
    .map(({ stacks }) => stacks.filter((name) => templates.isCalled(name.toLowerCase())))
    .findLast((found) => found.length > 0);
  if (called !== undefined && !called.includes(own)) return true;
  const named = titles.map(({ files }) => files.filter(isOne));
  const closest = named.findLast((files) => files.length > 0);
  return closest !== undefined && !closest.some((one) => isCalled(template, one, templates));
}

/** What a title may call stacks and files. */
const namesInTitle = memoByText((title) => {
  const ends = [...title.matchAll(STACK)].flatMap(([, name]) => name ?? []);
  return { stacks: [...(title.match(/\w+(?:[-_]\w+)+/g) ?? []), ...ends], files: title.match(FILE) ?? [] };
}, 2000);

/** Whether a document's title is the name of another template, which may be gone. */
function isTitledAsOther({ title }: NoteFileContent, template: string): boolean {
  const called = TITLE_OF_TEMPLATE.exec(title)?.[1];
  return (
    called !== undefined &&
    called !==
      uriSteps(template)
        .at(-1)
        ?.replace(/\.\w+$/, "")
  );
}

const TITLE_OF_TEMPLATE = /^[`\s]*(?:[\w.-]+\/)*([\w.-]+)\.(?:template|ya?ml)[`\s]*$/;

/**
 * Leaves out notes below the name of another template's file, and of several in a file, one for each template, those in
 * sections on others.
 */
export function inSectionsOn(
  asked: AskedTemplate,
  notes: readonly RankedNote[],
  { templates, declaring = () => [] }: Surroundings,
): readonly RankedNote[] {
  const { uri: template } = asked;
  return notes.filter((bound) => {
    if (isTitledAsOther(bound.file, template)) return false;
    if (isBelowOtherTemplate(bound.note, template, templates) || isWithDeployedOther(bound, template)) return false;
    const isOfAnyFile = isOneOfSeveral(bound, notes);
    // A note with the name in its title only, `Deploy the network (VPC)`, may be on another template.
    const isAlone = !isOfAnyFile && bound.binding.strength >= WHOLE_TITLE;
    // A parameter may be handed on from the template that the section is on.
    const isDeclaring = (name: string): boolean =>
      declaring(ownName(bound.binding), "Resources").some((uri) => uriSteps(uri).at(-1) === name);
    const isTemplate = isOfAnyFile ? () => true : isAlone ? isDeclaring : undefined;
    const isOwn = (name: string): boolean =>
      declared(asked.template, ownName(bound.binding)).some((entry) => entryText(entry).includes(name));
    return !isOnOtherTemplates(bound, template, templates, { isTemplate, isOwn });
  });
}

/**
 * The same for notes on something of AWS's: an article may have a chapter for each template. In what somebody learned,
 * a template is an example, unless another chapter says the like of the one that is asked for.
 */
export function inChaptersOn(
  template: string,
  notes: readonly BoundNote[],
  templates: TemplateFolders,
): readonly BoundNote[] {
  const isExample = ({ file }: BoundNote): boolean =>
    isOnAllTemplates(file) &&
    !notes.some((other) => other.file === file && namesOthers(other, template, templates) === false);
  return notes.filter(
    (bound) =>
      bound.file.builtIn ||
      !isOneOfSeveral(bound, notes) ||
      !isOnOtherTemplates(bound, template, templates) ||
      isExample(bound),
  );
}

function isOneOfSeveral({ note, file }: BoundNote, notes: readonly BoundNote[]): boolean {
  return notes.some((other) => other.file === file && other.note !== note);
}

/** `--template-file cfn/orders.yaml`, `--template-body file://orders.yaml` */
const DEPLOYED = /--template(?:-file|-body)?[\s=]+["']?(?:file:\/\/)?[^\s"']*?([\w.-]+\.(?:template|ya?ml|json))\b/g;

/** Whether the innermost section around a note that deploys a template deploys others than the one of a URI, which the file deploys elsewhere. */
function isWithDeployedOther({ note, file }: RankedNote, template: string): boolean {
  const name = uriSteps(template).at(-1) ?? "";
  if (!deployedIn(file.notes[0], file).has(name)) return false;
  const parents = parentsIn(file);
  for (let section: Note | undefined = note; section !== undefined; section = parents.get(section)) {
    const deployed = deployedIn(section, file);
    if (deployed.size > 0) return !deployed.has(name);
  }
  return false;
}

const deployedIn = memoBy(
  ({ passage }: Note, { lines }: NoteFileContent): ReadonlySet<string> =>
    new Set(
      passage.flatMap(({ start, end }) =>
        lines
          .slice(start, end)
          .flatMap((line) => [...line.slice(0, MAX_LINE).matchAll(DEPLOYED)].flatMap(([, file]) => file ?? [])),
      ),
    ),
);

/** Whether a path leads to a folder of templates: what was there may be gone. */
function isWithTemplates(path: string, templates: TemplateFolders): boolean {
  return !path.endsWith(".json") && templates.hasName((path.split("/").at(-2) ?? "").toLowerCase());
}

/** Whether a path in a text is that of a template, or of the folder it is in. */
function isCalled(template: string, path: string, templates: TemplateFolders): boolean {
  if (path.endsWith("/")) return uriSteps(template).includes(path.slice(0, -1));
  const [name, folder] = uriSteps(template).toReversed();
  const [file = "", within] = path.split("/").toReversed();
  // `2az/x.yaml` is not `3az/x.yaml`, but may be `https://…/x.yaml`.
  return file === name && (within === undefined || within === folder || !templates.hasName(within.toLowerCase()));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const parentsIn = memoBy(
  ({ notes }: NoteFileContent) =>
    new Map(notes.flatMap((parent) => parent.children.map((child): [Note, Note] => [child, parent]))),
);

interface Named {
  /** The paths of files, and folders that commands go to, with a slash. */
  readonly files: readonly string[];
  /** Other folders, with a slash. */
  readonly folders: readonly string[];
}

function namedIn(lines: readonly string[]): Named {
  const said = lines.map((line) => line.slice(0, MAX_LINE));
  const all = (pattern: RegExp): readonly string[] =>
    said.flatMap((line) => [...line.matchAll(pattern)].map(([, folder]) => `${folder}/`));
  return {
    files: [...new Set([...said.flatMap((line) => line.match(FILE) ?? []), ...all(CHANGES_FOLDER)])],
    folders: all(FOLDER),
  };
}

/** The same in a section around a note: parts of it whose titles name files are on those. */
const namedAround = memoBy((section: Note, { lines }: NoteFileContent): Named => {
  const parts = partsOnFiles(section);
  const isInPart = (line: number): boolean =>
    parts.some((part) => part.line <= line && part.passage.some(({ end }) => line < end));
  const said = section.passage.flatMap(({ start, end }) =>
    lines.slice(start, end).filter((_, at) => !isInPart(start + at)),
  );
  return namedIn([section.title, ...said]);
});

function partsOnFiles({ children }: Note): readonly Note[] {
  const sections = children.filter(({ kind }) => kind === "heading");
  return sections.flatMap((part) => (part.title.match(FILE) === null ? partsOnFiles(part) : part));
}

const namedBy = memoBy(
  (note: Note, file: NoteFileContent): Named =>
    namedIn([note.title, ...note.passage.flatMap((range) => linesOf(range, file))]),
);
