import {
  type DecorationOptions,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
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

/** What is shown at one line. */
interface Mark {
  readonly sign: Sign | undefined;
  readonly options: DecorationOptions;
}

function marksOf({ sections }: ShownChanges, document: TextDocument): readonly Mark[] {
  const lines = new Map<number, { readonly said: string[]; readonly signs: (Sign | undefined)[] }>();
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
  return [...lines].map(([line, told]) => {
    const hoverMessage = new MarkdownString(told.said.join("\n\n---\n\n"), true);
    hoverMessage.isTrusted = { enabledCommands: [OPEN_NOTE_COMMAND] };
    return {
      sign: signs.find((sign) => told.signs.includes(sign)),
      options: { range: textRange(document, line), hoverMessage },
    };
  });
}

/** All that happens to a resource, for the line with its name. */
function effectText(item: ChangeItem): string {
  const lines = item.lines.map((line) => `- ${escapedMarkdown(line.text)}${noteLinks(line)}`);
  return [`**${escapedMarkdown(item.text)}**${noteLinks(item)}`, lines.join("\n")].filter(Boolean).join("\n\n");
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
  return items.flatMap(({ place, text, lines: [lost], isGone, severity, isRefused }) => {
    if (!place || (severity !== "data-loss" && !isRefused)) return [];
    const message = isRefused ? text : [text, lost?.text ?? ""].join(changeMessages().stop);
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

/** The text of a line, without its indentation. */
function textRange(document: TextDocument, number: number): Range {
  const { range, firstNonWhitespaceCharacterIndex: from } = document.lineAt(Math.min(number, document.lineCount - 1));
  return new Range(range.start.line, from, range.end.line, range.end.character);
}
