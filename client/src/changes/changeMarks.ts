import {
  type DecorationOptions,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  Hover,
  languages,
  MarkdownString,
  OverviewRulerLane,
  Position,
  Range,
  type TextDocument,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from "vscode";
import type { Middleware } from "vscode-languageclient";
import { OPEN_NOTE_COMMAND } from "../../../server/src/protocol/notes.ts";
import type { ChangeItem, ChangeLine, ChangeSeverity } from "../../../server/src/protocol/template.ts";
import { changeMessages } from "./changeMessages.ts";
import type { ShownChanges, TemplateChanges } from "./templateChanges.ts";

/** The icons in the gutter, the worst first; the files are media/change-….svg. Other changes have only a hover. */
const signs = ["lost", "deleted", "replaced", "interrupted"] as const;
type Sign = (typeof signs)[number];

const signOf: Readonly<Partial<Record<ChangeSeverity, Sign>>> = {
  "data-loss": "lost",
  delete: "deleted",
  replace: "replaced",
  "may-replace": "replaced",
  interruption: "interrupted",
  promise: "interrupted",
};

const colors: Readonly<Record<Sign, string>> = {
  lost: "editorError.foreground",
  deleted: "editorGutter.deletedBackground",
  replaced: "editorWarning.foreground",
  interrupted: "editorWarning.foreground",
};

/**
 * Marks the lines that change, says at each what the change does, and warns of lost data and of refused deployments.
 */
export function changeMarks(changes: TemplateChanges, extensionUri: Uri): Disposable {
  const types = new Map<Sign | undefined, TextEditorDecorationType>([
    [undefined, window.createTextEditorDecorationType({})],
    ...signs.map((sign): [Sign, TextEditorDecorationType] => [
      sign,
      window.createTextEditorDecorationType({
        gutterIconPath: Uri.joinPath(extensionUri, "media", `change-${sign}.svg`),
        gutterIconSize: "contain",
        overviewRulerColor: new ThemeColor(colors[sign]),
        overviewRulerLane: OverviewRulerLane.Left,
      }),
    ]),
  ]);
  const warnings = languages.createDiagnosticCollection("cfn-notes-changes");
  const mark = (document: TextDocument): void => {
    const shown = changes.of(document);
    if (shown && shown.version !== document.version) return;
    const marks = shown ? marksOf(shown, document) : [];
    for (const editor of window.visibleTextEditors.filter((one) => one.document === document)) {
      for (const [sign, type] of types) {
        editor.setDecorations(
          type,
          marks.filter((one) => one.sign === sign).map(({ options }) => options),
        );
      }
    }
  };
  const warn = (document: TextDocument): void => {
    const shown = changes.of(document);
    warnings.set(document.uri, shown ? warningsOf(shown, document) : undefined);
  };
  return Disposable.from(
    ...types.values(),
    warnings,
    changes.onDidChange((document) => {
      mark(document);
      warn(document);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const document of new Set(editors.map((editor) => editor.document))) {
        if (changes.of(document)) mark(document);
      }
    }),
  );
}

/**
 * Puts what a change does at a line in front of what else a hover says there. A decoration's own message would stand behind
 * all of it.
 */
export function hoverWithChange(changes: TemplateChanges): NonNullable<Middleware["provideHover"]> {
  return async (document, position, token, next) => {
    const found = await next(document, position, token);
    const shown = changes.of(document);
    const told = shown?.version === document.version ? textsByLine(shown).get(position.line) : undefined;
    const said = told?.said.filter((text) => text !== "") ?? [];
    if (said.length === 0) return found;
    const message = new MarkdownString(said.join("\n\n---\n\n"), true);
    message.isTrusted = { enabledCommands: [OPEN_NOTE_COMMAND] };
    return new Hover([message, ...(found?.contents ?? [])], found?.range ?? textRange(document, position.line));
  };
}

/** What is shown at one line. */
interface Mark {
  readonly sign: Sign | undefined;
  readonly options: DecorationOptions;
}

function marksOf(shown: ShownChanges, document: TextDocument): readonly Mark[] {
  return [...textsByLine(shown)].map(([line, told]) => ({
    sign: signs.find((sign) => told.signs.includes(sign)),
    options: { range: textRange(document, line) },
  }));
}

interface Told {
  readonly said: string[];
  readonly signs: (Sign | undefined)[];
}

function textsByLine({ sections }: ShownChanges): ReadonlyMap<number, Told> {
  const lines = new Map<number, Told>();
  const tell = (place: ChangeLine["place"], severity: ChangeSeverity, text: string): void => {
    if (place) {
      const told = lines.get(place.line) ?? { said: [], signs: [] };
      lines.set(place.line, told);
      told.signs.push(signOf[severity]);
      told.said.push(text);
    }
  };
  for (const item of sections.flatMap(({ items }) => items)) {
    tell(item.place, item.severity, effectText(item));
    for (const line of item.lines.filter(({ place }) => place?.line !== item.place?.line)) {
      tell(
        line.place,
        line.severity ?? "update",
        `${escapedMarkdown(line.text)}${noteLinks(line)}\n\n${escapedMarkdown(item.text)}`,
      );
    }
  }
  return lines;
}

/** All that happens to a resource, for the line with its name; what a warning says there is not said again. */
function effectText(item: ChangeItem): string {
  const warned = warningText(item);
  const lines = item.lines
    .filter(({ text }) => warned?.includes(text) !== true)
    .map((line) => `- ${escapedMarkdown(line.text)}${noteLinks(line)}`);
  const whole = warned === undefined ? `**${escapedMarkdown(item.text)}**${noteLinks(item)}` : noteLinks(item).slice(3);
  return [whole, lines.join("\n")].filter(Boolean).join("\n\n");
}

function noteLinks({ notes }: ChangeLine): string {
  const own = new Set(notes.flatMap(({ title, builtIn }) => (builtIn ? [] : [title])));
  const told = notes.filter(({ title, builtIn }) => !builtIn || !own.has(title));
  const links = told.map(({ id, title }) => {
    const asked = encodeURIComponent(JSON.stringify([id]));
    return `[${escapedMarkdown(title)}](command:${OPEN_NOTE_COMMAND}?${asked})`;
  });
  return links.length === 0 ? "" : ` — ${changeMessages().note}: ${links.join(", ")}`;
}

/** A template's text is no Markdown. */
function escapedMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&|~#$()!-]/g, (sign) => `\\${sign}`);
}

function warningsOf({ sections }: ShownChanges, document: TextDocument): readonly Diagnostic[] {
  const items = sections.flatMap(({ items }) => items);
  return items.flatMap((item) => {
    const { place, isGone, isRefused } = item;
    const message = warningText(item);
    if (!place || message === undefined) return [];
    const wordAt = (character: number): Range | undefined =>
      document.getWordRangeAtPosition(document.validatePosition(new Position(place.line, character)));
    // A key of JSON begins with its quote.
    const name = wordAt(place.character) ?? wordAt(place.character + 1);
    const range = isGone || !name ? textRange(document, place.line) : name;
    const warning = new Diagnostic(range, message, DiagnosticSeverity.Warning);
    warning.source = "cfn-notes";
    warning.code = isRefused ? "update-refused" : "data-loss";
    return [warning];
  });
}

/** The warning of a change that loses data, or that is refused. */
function warningText({ text, lines: [lost], severity, isRefused }: ChangeItem): string | undefined {
  if (isRefused) return text;
  return severity === "data-loss" ? [text, lost?.text ?? ""].join(changeMessages().stop) : undefined;
}

/** The text of a line, without its indentation. */
function textRange(document: TextDocument, number: number): Range {
  const { range, firstNonWhitespaceCharacterIndex: from } = document.lineAt(Math.min(number, document.lineCount - 1));
  return new Range(range.start.line, from, range.end.line, range.end.character);
}
