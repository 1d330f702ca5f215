import { relative, resolve } from "node:path";
import { cwd } from "node:process";
import type { ProjectSettings } from "../../features/projectFiles/projectSettings.ts";
import { createLanguageService } from "../../languageService.ts";
import { parse } from "../../model/reading/parse.ts";
import { entriesOf, SECTION_NAMES } from "../../model/template.ts";
import { posix } from "../../node/gitIgnore.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { pathOf } from "../../node/pathOf.ts";
import { textFile } from "../../node/textFile.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { overtakenLines } from "../../notes/overtaken/withOvertaken.ts";
import { isOwnName } from "../../notes/ownNames/ownBindings.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import { WHOLE_TITLE } from "../../notes/reading/terms.ts";
import { type ComparedTemplate, contradictedIn } from "../../notes/stale/contradictedIn.ts";
import type { NoteFix } from "../../notes/uses/noteFixes.ts";
import { noteProblems, trimmedLine, undeclaredText } from "../../notes/uses/noteProblems.ts";
import type { LineSpan } from "../../notes/uses/writtenIn.ts";
import { describedRule } from "../../rules/engine/codes.ts";
import { changeTo } from "../../rules/shared/fixes/nearest.ts";
import type { Severity } from "../../rules/shared/rule.ts";
import { applied, editsApart } from "../../text/edit.ts";
import type { Localised } from "../../text/localised.ts";
import { offsetOf } from "../../text/span.ts";
import type { CheckedDiagnostic, CheckedFile } from "../files/checked.ts";
import type { Project } from "../files/projectFiles.ts";
import { addNotes } from "../readNotes.ts";

/** Something in a file of notes, by its line. */
interface NoteFinding {
  readonly code: string;
  readonly span: LineSpan;
  readonly text: Localised;
  readonly fix?: NoteFix;
}

const MAX_PER_FILE = 100;

/**
 * Checks the notes of the folders that are named or that the project has, against the templates that were checked; or says
 * why they can't be read.
 *
 * @param paths the templates', relative to the working directory
 * @param areAll whether these are all that there are: else a name that none of them has may be another's
 */
export async function checkNotes(
  folders: readonly string[],
  paths: readonly string[],
  areAll: boolean,
  language: "en" | "ja",
  project?: Project,
): Promise<readonly CheckedFile[] | { readonly problem: string }> {
  const { notes } = createLanguageService({ catalogue: await nodeHost.catalogue() });
  const problem = await addNotes(
    notes,
    { has: (option) => option === "no-built-in", texts: () => folders },
    language,
    project,
  );
  if (problem !== undefined) return { problem };
  const files = notes.ownFiles;
  if (files.length === 0) return [];
  const severities = project?.settings.severities ?? new Map<string, Severity>();
  const templates = await templatesAt(paths);
  const declared = new Set(
    templates.flatMap(({ template }) =>
      SECTION_NAMES.flatMap((section) => entriesOf(template, section).map(({ name }) => name)),
    ),
  );
  const isKnown = areAll && templates.length > 0;
  return files.map((file) => {
    const found = [
      ...noteProblems(file, {
        bindings: notes.bindingsIn(file.uri),
        vocabulary: notes.vocabulary,
        files,
        isOwn: (uri) => files.some((one) => uri.startsWith(one.uri.slice(0, one.uri.lastIndexOf("/") + 1))),
        declared: isKnown ? declared : undefined,
      }),
      ...(isKnown ? undeclaredIn(file, notes, declared) : []),
      ...overtakenFindings(file),
      ...contradictedIn(file, notes, templates, areAll),
    ];
    const wanted = found.filter(({ code }) => severities.get(code) !== "off");
    return checked(file, wanted.slice(0, MAX_PER_FILE), severities, language);
  });
}

async function templatesAt(paths: readonly string[]): Promise<readonly ComparedTemplate[]> {
  const found: ComparedTemplate[] = [];
  for (const path of paths) {
    const file = resolve(cwd(), path);
    const read = await textFile(file);
    if ("text" in read) found.push({ path, uri: nodeHost.uriOf(file), template: parse(read.text) });
  }
  return found;
}

/** Headings that look like logical ids, as the file has others, and are none. */
function undeclaredIn(file: NoteFileContent, notes: NoteIndex, declared: ReadonlySet<string>): readonly NoteFinding[] {
  const headings = notes
    .ownBindingsIn(file.uri)
    .flatMap(({ place, note, strength }) =>
      place.kind === "own" && strength >= WHOLE_TITLE && note.naming === "heading" ? [{ name: place.name, note }] : [],
    );
  const levels = new Set(headings.filter(({ name }) => declared.has(name)).map(({ note }) => note.path.length));
  return headings
    .filter(({ name, note }) => levels.has(note.path.length) && !declared.has(name) && isLogicalId(name, notes))
    .map(({ name, note }) => ({
      code: "undeclared-name",
      span: trimmedLine(note, file),
      text: undeclaredText(name),
    }));
}

/** Whether a name is none of AWS's, nor a word. */
function isLogicalId(name: string, { vocabulary }: NoteIndex): boolean {
  return /^[A-Z][A-Za-z0-9]+$/.test(name) && isOwnName(name, vocabulary);
}

/** Statements that AWS has overtaken. */
function overtakenFindings(file: NoteFileContent): readonly NoteFinding[] {
  return overtakenLines(file.lines).flatMap(({ line, facts }) =>
    facts.map(({ now }) => ({ code: "overtaken", span: trimmedLine({ line }, file), text: now })),
  );
}

function checked(
  { uri, lines }: NoteFileContent,
  found: readonly NoteFinding[],
  severities: ProjectSettings["severities"],
  language: "en" | "ja",
): CheckedFile {
  const path = posix(relative(cwd(), pathOf(uri) ?? uri));
  const starts = [0];
  for (const text of lines) starts.push((starts.at(-1) ?? 0) + text.length + 1);
  const diagnostics = found
    .toSorted((left, right) => left.span.line - right.span.line)
    .map(({ code, span: { line, start, end }, text, fix }): CheckedDiagnostic => {
      const own = severities.get(code);
      return {
        code,
        severity: own === undefined || own === "off" ? describedRule(code).severity : own,
        message: text[language],
        english: text.en,
        line: line + 1,
        column: start + 1,
        endLine: line + 1,
        endColumn: end + 1,
        offset: (starts[line] ?? 0) + start,
        length: end - start,
        source: lines[line] ?? "",
        related: [],
        fix: fix && checkedFix(fix, language),
      };
    });
  return { path, diagnostics, isNotes: true };
}

function checkedFix({ span, newText, safe }: NoteFix, language: "en" | "ja"): CheckedDiagnostic["fix"] {
  const range = { line: span.line + 1, column: span.start + 1, endLine: span.line + 1, endColumn: span.end + 1 };
  return { title: changeTo(newText)[language], safe, edits: [{ ...range, newText }] };
}

/** The same after the safe fixes, with the findings that are left; nothing is written here. */
export async function withNoteFixes(file: CheckedFile): Promise<CheckedFile> {
  const fixes = file.diagnostics.flatMap(({ fix }) => (fix?.safe === true ? [fix.edits] : []));
  const read = fixes.length === 0 ? undefined : await textFile(resolve(cwd(), file.path));
  if (read === undefined || !("text" in read)) return file;
  const { text } = read;
  const edits = editsApart(
    fixes.map((edited) =>
      edited.map(({ line, column, endLine, endColumn, newText }) => ({
        start: offsetOf(text, line, column),
        end: offsetOf(text, endLine, endColumn),
        newText,
      })),
    ),
  );
  const diagnostics = file.diagnostics.filter(({ fix }) => fix?.safe !== true);
  return {
    ...file,
    diagnostics,
    fixed: { before: text, after: applied(text, edits), fixes: edits.length, unfixed: file.diagnostics },
  };
}
