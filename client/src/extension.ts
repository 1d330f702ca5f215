import { commands, Disposable, type ExtensionContext, type TextDocument, window } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { OPEN_NOTE_COMMAND, SHOW_NOTE_USES_COMMAND } from "../../server/src/protocol/notes.ts";
import { COMPARE_COMMAND } from "../../server/src/protocol/study.ts";
import {
  RENAME_AT_COMMAND,
  RENAME_WITH_MAPPING_COMMAND,
  SHOW_SEQUENCE_COMMAND,
} from "../../server/src/protocol/template.ts";
import { BIND_NOTE_COMMAND, OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../server/src/protocol/writing.ts";
import { assistantTools } from "./assistantTools.ts";
import { BaseTexts } from "./changes/baseText.ts";
import { changeLenses } from "./changes/changeLenses.ts";
import { changeMarks, hoverWithChange } from "./changes/changeMarks.ts";
import { changesStatus } from "./changes/changesStatus.ts";
import { TemplateChanges } from "./changes/templateChanges.ts";
import { registerCommands, type TemplatePictures } from "./commands.ts";
import { builtInNotes } from "./notes/builtInNotes.ts";
import { folderSettings } from "./notes/folderSettings.ts";
import { followCaret } from "./notes/followCaret.ts";
import { NotesTree } from "./notes/notesTree.ts";
import { NoteView } from "./notes/noteView.ts";
import { NotePanel, noteViewId } from "./page/notePanel.ts";
import { deploymentOrder, templateGraph } from "./pictures/pictureKinds.ts";
import { PictureView } from "./pictures/pictureView.ts";
import { SequenceView } from "./sequence/sequenceView.ts";
import { type CreateClient, LanguageServer } from "./server/languageServer.ts";
import { NoteDocuments } from "./server/noteDocuments.ts";
import { TemplateDocuments, templateLanguages } from "./server/templateDocuments.ts";
import { Studying } from "./study/studyCommands.ts";
import type { PlaceOf } from "./study/studyStore.ts";
import { begunLine } from "./template/begunLine.ts";
import { completionIndent } from "./template/completionIndent.ts";
import { diagnosticsShown } from "./template/diagnosticsShown.ts";
import { doubledDash } from "./template/doubledDash.ts";
import { enterIndentation, offerEnterIndentation } from "./template/enterOffer.ts";
import { templateFileLanguage } from "./template/fileLanguage.ts";
import { filePaths } from "./template/filePaths.ts";
import { firstSuggestions } from "./template/firstSuggestions.ts";
import { ListFocus } from "./template/listFocus.ts";
import { pasteIndentation } from "./template/pasteIndentation.ts";
import { quotedBracket } from "./template/quotedBracket.ts";
import { selectedStop } from "./template/selectedStop.ts";
import { stringEnd } from "./template/stringEnd.ts";
import { TemplateSync } from "./template/templateSync.ts";
import { WholeValues } from "./template/wholeValues.ts";
import { offerYamlTags } from "./template/yamlTags.ts";
import { NoteGraph } from "./uses/useCommands.ts";
import { tellLostBindings } from "./writing/lostBindings.ts";
import { offerDocuments } from "./writing/offerDocuments.ts";
import { tellCutFiles } from "./writing/wholeFiles.ts";
import { makeWritingReady, offerWriting } from "./writing/writeCommands.ts";

/** The API of the extension, for other extensions and for our tests in the editor. */
export interface CfnNotes {
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly view: NoteView;
  readonly sequence: SequenceView;
  readonly studying: Studying;
  readonly noteTree: NotesTree;
  readonly graph: NoteGraph;
  readonly changes: TemplateChanges;
  readonly pictures: TemplatePictures;
  readonly notes: NoteDocuments;
}

/** What differs between the extension's two hosts. */
export interface ExtensionHost {
  /** Makes the language client. */
  readonly createClient: CreateClient;
  readonly placeOf: PlaceOf;
}

/**
 * Sets everything up without starting the server: that happens when a document looks like a template or is one of the
 * user's notes, or when one of our views becomes visible.
 */
export function activate(context: ExtensionContext, { createClient, placeOf }: ExtensionHost): CfnNotes {
  const log = window.createOutputChannel("CloudFormation Notes", { log: true });
  const templates = new TemplateDocuments();
  const options = (): LanguageClientOptions => ({
    documentSelector: [...templateLanguages, "markdown"].map((language) => ({ language })),
    outputChannel: log,
    markdown: {
      isTrusted: { enabledCommands: [OPEN_NOTE_COMMAND, WRITE_NOTE_COMMAND, OWN_WORDS_COMMAND, COMPARE_COMMAND] },
      supportHtml: false,
    },
    middleware: {
      ...sync.middleware(),
      provideHover: hoverWithChange(changes),
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnosticsShown(uri, diagnostics)),
      sendRequest: completionIndent,
      workspace: folderSettings,
    },
    // Commands that the server may put into links: another editor gets links to files.
    initializationOptions: {
      commands: [
        OPEN_NOTE_COMMAND,
        SHOW_SEQUENCE_COMMAND,
        BIND_NOTE_COMMAND,
        WRITE_NOTE_COMMAND,
        OWN_WORDS_COMMAND,
        COMPARE_COMMAND,
        RENAME_AT_COMMAND,
        RENAME_WITH_MAPPING_COMMAND,
        SHOW_NOTE_USES_COMMAND,
      ],
    },
  });
  const told = {
    lastDocument: () => sync.last,
    wasTold: () => sync.wasTold(),
    leaveOut: (uri: string) => sync.leaveOut(uri),
    leaveOutNone: () => sync.leaveOutNone(),
  };
  const server = new LanguageServer({ createClient, options, log, told });
  const notes = new NoteDocuments(server, context.workspaceState);
  const list = new ListFocus();
  const wholeValues = new WholeValues();
  const sync = new TemplateSync(templates, notes, list, wholeValues);
  const panel = new NotePanel(context.extensionUri);
  const view = new NoteView(panel, server, context.workspaceState);
  const studying = new Studying({ context, server, templates, view, placeOf });
  const sequence = new SequenceView({
    extensionUri: context.extensionUri,
    server,
    templates,
    openNote: (id) => view.openNote(id),
  });
  const noteTree = new NotesTree(server, context.workspaceState);
  const bases = new BaseTexts(server, templates, context.workspaceState);
  const changes = new TemplateChanges(server, templates, bases);
  const graph = new NoteGraph({ changes, server, state: context.workspaceState, templates });
  const pictureParts = { extensionUri: context.extensionUri, server, templates, bases };
  const pictures = {
    graph: new PictureView(pictureParts, templateGraph),
    order: new PictureView(pictureParts, deploymentOrder),
  };
  let following: Disposable | undefined;
  context.subscriptions.push(
    log,
    templates,
    server,
    panel,
    view,
    sequence,
    studying,
    noteTree,
    graph,
    bases,
    changes,
    pictures.graph,
    pictures.order,
    changeMarks(changes, context.extensionUri),
    changeLenses(changes),
    changesStatus(changes),
    notes,
    wholeValues,
    templateFileLanguage(),
    enterIndentation(templates),
    offerEnterIndentation(templates, context.workspaceState),
    pasteIndentation(templates),
    selectedStop(),
    begunLine(),
    doubledDash(templates),
    quotedBracket(templates),
    stringEnd(templates),
    filePaths(templates),
    builtInNotes(server),
    firstSuggestions(sync, server),
    window.registerWebviewViewProvider(noteViewId, panel),
    tellLostBindings(server),
    list,
    followCaret({ panel, view, server, templates, list }),
    registerCommands({
      extensionId: context.extension.id,
      extensionUri: context.extensionUri,
      bases,
      changes,
      log,
      panel,
      pictures,
      sequence,
      server,
      state: context.workspaceState,
      globalState: context.globalState,
      studying,
      templates,
      noteTree,
      view,
    }),
    assistantTools(server),
    offerWriting(templates),
    tellCutFiles((document) => document.languageId === "markdown" || templates.has(document)),
    offerYamlTags(templates, context.workspaceState),
    offerDocuments(server, templates, context.workspaceState),
    contextOfActiveEditor(templates),
    server.onDidStart((client) => {
      makeWritingReady();
      following?.dispose();
      following = sync.follow(client);
    }),
    templates.onDidChange((document) => startFor(document, templates, server)),
    panel.onDidBecomeVisible(() => server.startInBackground()),
    new Disposable(() => following?.dispose()),
  );
  if (templates.all.size > 0 || notes.areOpen) server.startInBackground();
  return { server, templates, view, sequence, studying, noteTree, graph, changes, pictures, notes };
}

function startFor(document: TextDocument, templates: TemplateDocuments, server: LanguageServer): void {
  if (templates.has(document)) server.startInBackground();
}

/** Keeps the context key that shows our commands while a template is edited, or is visible beside one of our pages. */
function contextOfActiveEditor(templates: TemplateDocuments): Disposable {
  let current: boolean | undefined;
  const update = (): void => {
    const active = window.activeTextEditor ?? templates.editor;
    const isTemplate = active !== undefined && templates.has(active.document);
    if (isTemplate !== current) {
      current = isTemplate;
      void commands.executeCommand("setContext", "cfnNotes.inTemplate", isTemplate);
    }
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeVisibleTextEditors(update),
    templates.onDidChange(update),
  );
}
