import {
  ConfigurationTarget,
  Disposable,
  type ExtensionContext,
  env,
  StatusBarAlignment,
  Uri,
  window,
  workspace,
} from "vscode";
import { COMPARE_COMMAND, type StudyExportParams, type StudyQueue } from "../../../server/src/protocol/study.ts";
import { CompareView } from "../notes/compareView.ts";
import type { NoteView } from "../notes/noteView.ts";
import { outdatedMarks } from "../notes/outdatedMarks.ts";
import { ReportPreview } from "../notes/reportPreview.ts";
import { FROM_DRILL_PAGE, type FromDrillPage, type ToDrillPage } from "../page/drillPage.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import { messageIn } from "../page/pageMessages.ts";
import { PagePanel } from "../page/pagePanel.ts";
import { studyMessages } from "../page/studyMessages.ts";
import { FROM_STUDY_PAGE, type FromStudyPage, type ToStudyPage } from "../page/studyPage.ts";
import { writeSetting } from "../page/writeSetting.ts";
import { debounce } from "../server/debounce.ts";
import { templateStem } from "../server/fileNames.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { Drills } from "./drills.ts";
import { type PlaceOf, StudyStore } from "./studyStore.ts";
import { dueCards, StudyView } from "./studyView.ts";

/** What studying needs of the extension. */
export interface StudyingParts {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly view: NoteView;
  readonly placeOf: PlaceOf;
}

/** Reviewing, drills, and export and import of the schedule. */
export class Studying implements Disposable {
  readonly compare: CompareView;
  readonly drills: Drills;
  readonly review: StudyView;
  readonly reports: ReportPreview = new ReportPreview();
  readonly store: StudyStore;
  readonly #parts: StudyingParts;
  readonly #subscriptions: Disposable;

  constructor(parts: StudyingParts) {
    const { context, server, templates, view, placeOf } = parts;
    this.#parts = parts;
    this.store = new StudyStore(server, context.globalStorageUri, placeOf);
    const panel = new PagePanel<FromStudyPage, ToStudyPage>(context.extensionUri, {
      id: "cfnNotes.study",
      page: { script: "studyPage", style: "studyStyle", body: '<main id="study"></main>' },
      decode: (message) => messageIn(FROM_STUDY_PAGE, message),
      restores: true,
    });
    this.review = new StudyView({ panel, server, store: this.store, templates, view });
    this.compare = new CompareView(context.extensionUri, server, view);
    const drillPanel = new PagePanel<FromDrillPage, ToDrillPage>(context.extensionUri, {
      id: "cfnNotes.drill",
      page: { script: "drillPage", style: "studyStyle", body: '<main id="drill"></main>' },
      decode: (message) => messageIn(FROM_DRILL_PAGE, message),
    });
    this.drills = new Drills({ panel: drillPanel, server, templates, view, state: context.globalState });
    this.#subscriptions = Disposable.from(
      this.store,
      this.reports,
      panel,
      this.review,
      this.compare,
      drillPanel,
      this.drills,
      outdatedMarks(server),
      studyStatus(server, this.store, templates),
    );
  }

  /** The commands by their names. */
  get commands(): Record<string, (argument?: unknown) => unknown> {
    return {
      "cfnNotes.review": () => this.review.open(),
      [COMPARE_COMMAND]: (id) => this.compare.open(id),
      "cfnNotes.faultDrill": () => this.drills.start(),
      "cfnNotes.incidentDrill": () => this.drills.start(true),
      "cfnNotes.chooseSchedule": () => this.#chooseSchedule(),
      "cfnNotes.exportSchedule": (to) => this.#exportSchedule(to instanceof Uri ? to : undefined),
      "cfnNotes.importSchedule": (from) => this.#importSchedule(from instanceof Uri ? from : undefined),
      "cfnNotes.exportCards": () => this.#exportAs("tsv", "cards.tsv"),
      "cfnNotes.showCoverage": () => this.#exportAs("coverage", "coverage.md"),
      "cfnNotes.exportCramSheet": () => this.#exportAs("html", ".html"),
      "cfnNotes.exportTemplateNotes": () => this.#exportAs("markdown", "notes.md"),
    };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Changes the setting. The chosen file is kept, and what this schedule knows is added to it. */
  async #chooseSchedule(): Promise<void> {
    const chosen = await window.showSaveDialog({ defaultUri: this.store.uri, filters: { JSON: ["json"] } });
    if (!chosen) return;
    const before = this.store.uri;
    const known = await this.store.read();
    const setting = chosen.scheme === "file" ? chosen.fsPath : chosen.toString();
    const target = ConfigurationTarget.Global;
    if (await writeSetting(workspace.getConfiguration("cfnNotes"), "study.file", setting, { target }))
      await this.store.merge(known, before.path);
  }

  async #exportSchedule(to: Uri | undefined): Promise<void> {
    const text = await this.store.read();
    await this.#save(text, "schedule.json", to);
  }

  async #importSchedule(from: Uri | undefined): Promise<void> {
    const chosen = from ?? (await window.showOpenDialog({ filters: { JSON: ["json"] }, canSelectMany: false }))?.[0];
    if (!chosen) return;
    const other = new TextDecoder().decode(await workspace.fs.readFile(chosen));
    if (await this.store.merge(other, chosen.path)) {
      const queue: StudyQueue = await dueCards({ server: this.#parts.server, store: this.store }, undefined);
      void window.showInformationMessage(studyMessages().imported(queue.progress.asked));
    }
  }

  /** @param name of the file that is offered; if it begins with a dot, it is the template's with that ending */
  async #exportAs(format: StudyExportParams["format"], name: string): Promise<void> {
    const template = this.#parts.templates.editor?.document.uri;
    const uri = template?.toString();
    if ((format === "markdown" || format === "html") && uri === undefined) {
      void window.showInformationMessage(studyMessages().noTemplate);
      return;
    }
    const params: StudyExportParams = {
      format,
      store: await this.store.read(),
      ...(uri === undefined ? {} : { textDocument: { uri } }),
    };
    const text = await this.#parts.server.request("studyExport", params);
    if (format === "coverage" && text) {
      await this.reports.show(name, text);
    } else if (format === "markdown" && text) {
      const document = await workspace.openTextDocument({ language: "markdown", content: text });
      await window.showTextDocument(document, columnBesideTemplate());
    } else if (text) {
      await this.#save(
        text,
        name.startsWith(".") ? `${template === undefined ? "notes" : templateStem(template)}${name}` : name,
      );
    }
  }

  /** Writes the file `to`, or else one that is asked for. */
  async #save(text: string, name: string, to?: Uri): Promise<void> {
    const [folder] = workspace.workspaceFolders ?? [];
    const defaultUri = Uri.joinPath(folder?.uri ?? this.#parts.context.globalStorageUri, name);
    const chosen = to ?? (await window.showSaveDialog({ defaultUri }));
    if (chosen) {
      await this.store.export(chosen, text);
      const { exported, open } = studyMessages();
      // A browser opens files of this machine alone.
      const actions = name.endsWith(".html") && chosen.scheme === "file" ? [open] : [];
      void window.showInformationMessage(exported(chosen.path), ...actions).then((action) => {
        if (action === open) void env.openExternal(chosen);
      });
    }
  }
}

/** The number can wait; typing and switching editors must not be slowed down. */
const PAUSE_MS = 3000;
/** After an answer, the number goes down soon. */
const SHORT_PAUSE_MS = 300;

/** The item in the status bar with the cards that are due today; nothing if there are none. */
function studyStatus(server: LanguageServer, store: StudyStore, templates: TemplateDocuments): Disposable {
  const item = window.createStatusBarItem("cfnNotes.study", StatusBarAlignment.Right, 90);
  item.command = "cfnNotes.review";
  const update = async (): Promise<void> => {
    const isWanted = workspace.getConfiguration("cfnNotes").get<boolean>("study.statusBar", true);
    const template = templates.editor?.document.uri.toString();
    if (!isWanted || template === undefined || !server.isStarted) {
      item.hide();
      return;
    }
    const { due, fresh, decks } = await dueCards({ server, store }, template);
    const messages = studyMessages();
    item.name = messages.title;
    item.text = `$(mortar-board) ${messages.due(due)}`;
    item.tooltip = messages.dueTooltip(due - fresh, fresh);
    item.accessibilityInformation = { label: `${messages.title}: ${messages.due(due)}` };
    // Without notes, the template's own questions alone show no item.
    if (due === 0 || decks.length === 0) {
      item.hide();
    } else {
      item.show();
    }
  };
  const soon = debounce(PAUSE_MS, () => void update());
  const atOnce = debounce(SHORT_PAUSE_MS, () => void update());
  return Disposable.from(
    item,
    new Disposable(soon.cancel),
    new Disposable(atOnce.cancel),
    window.onDidChangeActiveTextEditor(soon.call),
    window.onDidChangeWindowState(({ focused }) => (focused ? soon.call() : undefined)),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration("cfnNotes") ? soon.call() : undefined)),
    server.onDidStart(soon.call),
    server.onDidChangeNotes(soon.call),
    store.onDidChange(atOnce.call),
  );
}
