import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { OutdatedFile } from "../../../server/src/protocol/writing.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";

const PAUSE_MS = 1000;

/** Hints in the user's notes at passages that AWS has overtaken, with a date and a source, for the file as saved. */
export function outdatedMarks(server: LanguageServer): Disposable {
  const marks = languages.createDiagnosticCollection("cfnNotes.outdated");
  const update = async (document: TextDocument | undefined): Promise<void> => {
    if (document?.languageId !== "markdown" || document.isDirty || !server.isStarted) return;
    const [file] = (await server.request("outdatedNotes", { uri: document.uri.toString() })) ?? [];
    marks.set(document.uri, file ? file.places.map(mark) : []);
  };
  const soon = debounce(PAUSE_MS, () => void update(window.activeTextEditor?.document));
  return Disposable.from(
    marks,
    new Disposable(soon.cancel),
    window.onDidChangeActiveTextEditor(soon.call),
    workspace.onDidSaveTextDocument(soon.call),
    workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
    server.onDidChangeNotes(soon.call),
  );
}

function mark({ range: { start, end }, message, source }: OutdatedFile["places"][number]): Diagnostic {
  const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  const made = new Diagnostic(range, message, DiagnosticSeverity.Hint);
  made.source = "cfn-notes";
  made.code = { value: inLanguage({ en: "source", ja: "出典" }), target: Uri.parse(source, true) };
  return made;
}
