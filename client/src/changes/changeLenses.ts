import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  workspace,
} from "vscode";
import { templateLanguages } from "../server/templateDocuments.ts";
import { showChangesCommand, worthALook } from "./changesStatus.ts";
import type { ShownChanges, TemplateChanges } from "./templateChanges.ts";

interface Line {
  readonly line: number;
  readonly text: string;
}

/** A lens above each resource that is replaced, deleted or interrupted: what deploying the edit does to it and its servers. */
export function changeLenses(changes: TemplateChanges): Disposable {
  const changed = new EventEmitter<void>();
  const known = new Map<TextDocument, readonly Line[]>();
  const update = (document: TextDocument): void => {
    const shown = isWanted(document) ? changes.of(document) : undefined;
    if (shown && shown.version !== document.version) return;
    if (shown) known.set(document, lensLines(shown));
    else known.delete(document);
    changed.fire();
  };
  return Disposable.from(
    changed,
    changes.onDidChange(update),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const lines = known.get(document);
      if (lines) known.set(document, contentChanges.reduce(moved, lines));
    }),
    workspace.onDidCloseTextDocument((document) => known.delete(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cfnNotes.codeLens") && changes.document) update(changes.document);
    }),
    languages.registerCodeLensProvider(
      templateLanguages.map((language) => ({ language })),
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) =>
          known.get(document)?.map(({ line, text: title }) => {
            const range = new Range(line, 0, line, 0);
            return new CodeLens(range, { title, command: showChangesCommand });
          }),
      },
    ),
  );
}

function isWanted({ uri }: TextDocument): boolean {
  return workspace.getConfiguration("cfnNotes", uri).get<boolean>("codeLens.changes", true);
}

function lensLines({ sections }: ShownChanges): readonly Line[] {
  const items = sections.flatMap((section) => section.items);
  return items.flatMap(({ severity, place, text, isGone }) =>
    // Why it may fail takes more words than a lens has.
    place && !isGone && severity !== "promise" && (worthALook.has(severity) || severity === "running")
      ? [{ line: place.line, text }]
      : [],
  );
}

/** Until the changes are known again, a lens stays with its resource. */
function moved(lines: readonly Line[], { range, text }: TextDocumentContentChangeEvent): readonly Line[] {
  const more = text.split("\n").length - 1 - (range.end.line - range.start.line);
  if (more === 0) return lines;
  return lines.map((one) => (one.line > range.start.line ? { ...one, line: Math.max(0, one.line + more) } : one));
}
