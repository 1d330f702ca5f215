import type { Connection } from "vscode-languageserver";
import type { NotePlacing } from "../notes/indexed/topicNotes.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import { decodedName } from "../notes/reading/markdown/uriPath.ts";
import { noteOnFinding } from "../notes/showing/noteOnFinding.ts";
import { lineSaying } from "../notes/showing/noteText.ts";
import type { ComparedTemplate } from "../notes/stale/contradictedIn.ts";
import { type AskedWords, NOTES_CHANGED, OPEN_NOTE_COMMAND } from "../protocol/notes.ts";
import { BINDINGS_LOST } from "../protocol/writing.ts";
import { memoBy } from "../text/memoBy.ts";
import type { ClientQuestions } from "./client/clientQuestions.ts";
import type { ClientRefreshes } from "./client/clientRefreshes.ts";
import type { TemplateChecksParts } from "./diagnostics/templateChecks.ts";
import type { ToldDiagnostics } from "./diagnostics/toldDiagnostics.ts";
import type { Documents, OpenTemplate } from "./documents/documents.ts";
import type { Host } from "./host/host.ts";
import { folderCutText, folderFailureText } from "./notes/folderFailure.ts";
import { noteDiagnostics, withSeverities } from "./notes/noteDiagnostics.ts";
import { NoteFiles } from "./notes/noteFiles.ts";
import { NoteReading } from "./notes/noteReading.ts";
import { NoteStore } from "./notes/noteStore.ts";
import { NoteSurroundings } from "./notes/noteSurroundings.ts";
import { declaredNames } from "./notes/placedNotes.ts";
import { type ProjectNotes, projectNotes } from "./notes/projectNotes.ts";
import { TemplateRefs } from "./notes/templateRefs.ts";
import type { UserMessages } from "./notes/userMessages.ts";
import type { SessionState } from "./sessionState.ts";
import type { Beginning } from "./turns/beginning.ts";
import type { IdleMonitor } from "./turns/idleMonitor.ts";
import type { Projects } from "./workspace/projects.ts";
import type { WorkspaceFiles } from "./workspace/workspaceFiles.ts";
import type { WorkspaceSymbols } from "./workspace/workspaceSymbols.ts";

export interface SessionNotesParts extends SessionState {
  readonly connection: Connection;
  readonly host: Host;
  readonly index: NoteIndex;
  readonly documents: Documents;
  readonly activity: IdleMonitor;
  readonly beginning: Beginning;
  readonly client: Pick<ClientQuestions, "folders">;
  readonly refreshes: ClientRefreshes;
  readonly messages: UserMessages;
  readonly told: ToldDiagnostics;
  readonly projects: Projects;
  readonly symbols: WorkspaceSymbols;
  readonly files: WorkspaceFiles;
  /** Whether the client has the command that opens a note. */
  readonly commands: boolean;
  /** Whether the client has the command that binds a note to a place. */
  readonly binds: boolean;
  readonly inSteps: (steps: Iterable<void>) => Promise<void>;
  /** Called when diagnostics of templates may link to other notes. */
  readonly changed: () => void;
  /** Runs background work, and logs its failures. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

const IDLE_MS = 500;
const MOMENT_MS = 20;
/**
 * The longest wait while requests keep coming: until it is known what the templates of the workspace declare, notes on
 * others of the same names may show.
 */
const MAX_WAIT_MS = 1000;

/** The notes of a session: those in the folders of settings and repositories, those that templates name, and open files. */
export class SessionNotes {
  readonly store: NoteStore;
  readonly files: NoteFiles;
  readonly reading: NoteReading;
  readonly #parts: SessionNotesParts;
  readonly #refs: TemplateRefs;
  /** Files of notes for which diagnostics may have been published. */
  readonly #told = new Set<string>();
  readonly #surroundings: NoteSurroundings;
  #said: ProjectNotes = { team: [], spoken: [] };
  /** What looks for the templates of the workspace. */
  #reading: Promise<void> = Promise.resolve();
  /** The folders of templates whose project files have been read for notes. */
  readonly #inFolders = new Set<string>();
  /** The templates that were open when lenses of notes were asked for last. */
  #counted = "";
  /** Whether a comparison of open notes with the templates is scheduled. */
  #isComparing = false;
  /**
   * Whether links lead to the sentence on the words, for which built-in notes are parsed; before that, to the note's
   * title.
   */
  #findsSentences = false;
  /**
   * The results of {@link link}, as long as no file changes: an edit leaves the words of most diagnostics as they are.
   */
  #links = { revision: 0, by: linksBy() };

  constructor(parts: SessionNotesParts) {
    const { host, index, client, messages, language, attempt } = parts;
    this.#parts = parts;
    this.reading = new NoteReading({
      notes: index,
      beginning: parts.beginning,
      host,
      inSteps: (steps) => attempt("notes", () => parts.inSteps(steps)),
      // Some of the notes were asked for links before.
      readLate: parts.changed,
    });
    this.store = new NoteStore({
      host,
      index,
      asFiles: !parts.commands,
      changed: () => this.#changed(),
      readAll: () => this.reading.readAll(),
      cut: (path) => messages.warn(folderCutText(path, language())),
      failed: (path, failure) => messages.warn(folderFailureText(path, failure, language())),
      troubled: (problems) => messages.notesTroubled(problems),
      lost: (found) => {
        if (parts.binds) void parts.connection.sendNotification(BINDINGS_LOST, found);
      },
      attempt,
    });
    this.files = new NoteFiles({
      host,
      store: this.store,
      index,
      settled: (uri) => this.#check([uri]),
      attempt,
    });
    this.#surroundings = new NoteSurroundings({
      ...parts,
      changed: () => void parts.connection.sendNotification(NOTES_CHANGED),
    });
    this.#refs = new TemplateRefs({ host, store: this.store, folders: () => client.folders(), language });
  }

  /** Reads what the settings, the workspace's folders and the open templates name. */
  async apply(): Promise<void> {
    const { host, client, documents } = this.#parts;
    const folders = await client.folders();
    await this.#applyProjects(folders, await projectNotes(host, folders, this.#templates()));
    // They may have been checked before this was loaded.
    await Promise.all(documents.uris.map((uri) => this.#refs.update(uri, documents.get(uri))));
  }

  /** Called when files changed that may be project files or notes which templates name. */
  filesChanged(): void {
    this.#refs.forget();
    this.#surroundings.filesChanged();
    void this.#parts.attempt("notes", () => this.#readProjects());
  }

  /** Called after a template was checked; without one if a document was closed. */
  templateChecked(uri: string, open: OpenTemplate | undefined): void {
    void this.#parts.attempt("notes", () => this.#refs.update(uri, open));
    // Another folder may have a project file of its own.
    if (open !== undefined && !this.#inFolders.has(folderOf(uri)))
      void this.#parts.attempt("notes", () => this.#readProjects());
    this.#surroundings.update();
    this.#countAnew();
    this.#compareSoon();
  }

  /** The link to the note on a finding, at what it says of some words if it names one. */
  readonly link: TemplateChecksParts["noteLink"] = (topic, asked, template, offset) => {
    const { index } = this.#parts;
    // What has not been read may lead elsewhere in a moment.
    if (index.isLargelyUnread) return this.#linkOf(index.whereIs(topic), asked);
    if (this.#links.revision !== index.revision) this.#links = { revision: index.revision, by: linksBy() };
    const known = this.#links.by(asked);
    if (!known.has(topic)) known.set(topic, this.#linkOf(noteOnFinding(index, topic, template, offset), asked));
    return known.get(topic);
  };

  #linkOf(place: NotePlacing | undefined, asked: AskedWords): string | undefined {
    const { index, commands } = this.#parts;
    if (place === undefined) return undefined;
    // The sentence is found when somebody follows the link: until then no file of notes has to be read.
    if (commands) {
      const id = encodeURIComponent(JSON.stringify(place.id));
      return `command:${OPEN_NOTE_COMMAND}?%5B${id}%2C${encodedWords(asked)}%5D`;
    }
    const found = this.#findsSentences ? index.note(place.id) : undefined;
    const line = (found && lineSaying(found, asked)) ?? place.line;
    return `${place.uri}#L${line + 1}`;
  }

  /**
   * From now on {@link link} leads to sentences. The first diagnostics do not wait for that, so they are published
   * again.
   *
   * @param linked makes links again, one a step
   */
  *findSentences(linked: Iterable<void>): Generator<void, void> {
    const { commands, changed } = this.#parts;
    if (commands || this.#findsSentences) return;
    this.#findsSentences = true;
    this.#links = { revision: this.#parts.index.revision, by: linksBy() };
    yield* linked;
    changed();
  }

  dispose(): void {
    this.store.dispose();
  }

  /** The URIs of the open templates; their folders are noted as known. */
  #templates(): readonly string[] {
    const { documents } = this.#parts;
    const open = documents.uris.filter((uri) => documents.get(uri) !== undefined);
    for (const uri of open) this.#inFolders.add(folderOf(uri));
    return open;
  }

  /** Reads other folders of notes if project files name others. */
  async #readProjects(): Promise<void> {
    const { host, client, beginning } = this.#parts;
    await beginning.waitFor("notes");
    const folders = await client.folders();
    const said = await projectNotes(host, folders, this.#templates());
    if (JSON.stringify(said) === JSON.stringify(this.#said)) return;
    await this.#applyProjects(folders, said);
    void this.#parts.connection.sendNotification(NOTES_CHANGED);
  }

  async #applyProjects(folders: readonly string[], said: ProjectNotes): Promise<void> {
    const { settings, language, attempt } = this.#parts;
    this.#said = said;
    await this.store.apply(settings(), language(), folders, said.team);
    const notes = this.store.folders.map(({ path }) => path);
    await this.#surroundings.setFolders(notes, folders, said.spoken);
    if (this.store.fileUris.length > 0) this.#reading = attempt("notes", () => this.#readWorkspace());
  }

  /**
   * Resolves when it is known which templates notes may mean, or after a second. All notes are read ahead behind that:
   * meanwhile a list of files would take as long as these.
   */
  async templatesKnown(): Promise<void> {
    await Promise.race([this.#reading, this.#parts.host.sleep(MAX_WAIT_MS)]);
  }

  /** The list of the workspace's templates is complete only when all were read, which nobody waits for. */
  async #readWorkspace(): Promise<void> {
    const { activity, beginning, host } = this.#parts;
    await beginning.waitFor("notes");
    await this.#surroundings.listWorkspace();
    await Promise.race([activity.whenIdle(MOMENT_MS), host.sleep(MAX_WAIT_MS)]);
    await this.#surroundings.readWorkspace();
  }

  /** Publishes the problems of open files of notes; none for one that is closed, or is not the user's. */
  #check(uris: readonly string[]): void {
    const { index, activity, beginning, settings, told, projects, language, symbols, attempt } = this.#parts;
    void attempt("notes", async () => {
      await beginning.waitFor("notes");
      await activity.yieldToClient();
      if (uris.length === 0) return;
      const asksForNames = uris.some((uri) => this.files.at(uri)?.document.getText().includes("id:"));
      const names = declaredNames(asksForNames ? await symbols.names() : []);
      const templates = this.#compared();
      for (const uri of uris) {
        const open = settings().noteDiagnostics ? this.files.at(uri) : undefined;
        if (open === undefined && !this.#told.delete(uri)) continue;
        if (open !== undefined) this.#told.add(uri);
        const found = open ? noteDiagnostics(open.file, uri, index, this.store, names, templates, language()) : [];
        const ofProject = found.length > 0 ? (await projects.of(uri))?.settings.severities : undefined;
        await told.tell(uri, withSeverities(found, new Map([...settings().severities, ...(ofProject ?? [])])));
      }
    });
  }

  /** Compares open notes with open templates after a pause in typing: a template may contradict them. */
  #compareSoon(): void {
    const { activity, attempt } = this.#parts;
    if (this.#isComparing || this.files.uris.length === 0) return;
    this.#isComparing = true;
    void attempt("notes", async () => {
      await activity.whenIdle(IDLE_MS);
      this.#isComparing = false;
      this.#check(this.files.uris);
    });
  }

  /** The open templates, with which open notes are compared. */
  #compared(): readonly ComparedTemplate[] {
    const { documents } = this.#parts;
    return documents.uris.flatMap((uri) => {
      const template = documents.get(uri)?.template;
      return template === undefined ? [] : { uri, template, path: decodedName(uri) };
    });
  }

  #changed(): void {
    const { connection, refreshes, changed } = this.#parts;
    void connection.sendNotification(NOTES_CHANGED);
    this.#check(this.files.uris);
    if (this.files.uris.length > 0) refreshes.codeLenses();
    changed();
  }

  /** The lenses of open notes count places in the templates that are open. */
  #countAnew(): void {
    const counted = this.#parts.documents.uris.join(" ");
    if (this.files.uris.length > 0 && this.#counted !== counted) this.#parts.refreshes.codeLenses();
    this.#counted = counted;
  }
}

/** Each diagnostic has a link, after each edit, and most have the same words as before. */
const encodedWords = memoBy((asked: AskedWords) => encodeURIComponent(JSON.stringify(asked)));

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** Links by topic, for each set of words. */
function linksBy(): (asked: AskedWords) => Map<string, string | undefined> {
  return memoBy(() => new Map());
}
