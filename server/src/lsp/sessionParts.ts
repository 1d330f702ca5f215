import type { Connection, InitializeParams } from "vscode-languageserver";
import type { NoteLanguage } from "../notes/reading/note.ts";
import type { DiagnosticsRequest, TemplateChecker } from "../templateChecker.ts";
import type { TemplateKnowledge } from "../templateKnowledge.ts";
import { lazy } from "../text/lazy.ts";
import { ClientQuestions } from "./client/clientQuestions.ts";
import { ClientRefreshes } from "./client/clientRefreshes.ts";
import { DiagnosticsFeed } from "./diagnostics/diagnosticsFeed.ts";
import { TemplateChecks, type TemplateChecksParts } from "./diagnostics/templateChecks.ts";
import { ToldDiagnostics } from "./diagnostics/toldDiagnostics.ts";
import { WorkspaceDiagnostics } from "./diagnostics/workspaceDiagnostics.ts";
import { Documents } from "./documents/documents.ts";
import { HeldBack } from "./documents/heldBack.ts";
import { offersFormattingAtOnce, onlyPulls } from "./host/clientFeatures.ts";
import type { Host } from "./host/host.ts";
import { positionEncoding } from "./host/positions.ts";
import type { Settings } from "./host/settings.ts";
import { UserMessages } from "./notes/userMessages.ts";
import { TemplateRegistrations } from "./requests/templateRegistrations.ts";
import { Beginning } from "./turns/beginning.ts";
import { givenUpText, type TooLong } from "./turns/givenUp.ts";
import { attempt } from "./turns/guard.ts";
import { IdleMonitor } from "./turns/idleMonitor.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";
import { MemoryRelease } from "./turns/memoryRelease.ts";
import { ChildTemplates } from "./workspace/childTemplates.ts";
import { NestedStacks } from "./workspace/nestedStacks.ts";
import { Projects } from "./workspace/projects.ts";
import { WorkspaceExports } from "./workspace/workspaceExports.ts";
import { WorkspaceFiles } from "./workspace/workspaceFiles.ts";

/** Templates that are not open are checked after this time without activity. */
const IDLE_MS = 500;

export interface SessionStart {
  readonly connection: Connection;
  readonly host: Host;
  readonly parameters: InitializeParams;
  readonly knowledge: TemplateKnowledge;
}

/** What the parts call of the session; nothing of it before all of them are made. */
export interface SessionEvents {
  settings(): Settings;
  language(): NoteLanguage;
  /** The settings for diagnostics; `undefined` if none are wanted. */
  request(): DiagnosticsRequest | undefined;
  /** The link to a note, once the notes are loaded. */
  readonly noteLink: TemplateChecksParts["noteLink"];
  settingsCameLate(): void;
  /** A document was opened, edited or closed. */
  changed(uri: string): void;
  checked(uri: string): void;
  /** Files export something else than was said before. */
  exportsChanged(): void;
  /** From now on a thread ends what takes too long. */
  watchOver(): void;
}

/** The parts of a session, except those that answer requests, which are loaded later. */
export interface SessionParts extends SessionStart {
  readonly activity: IdleMonitor;
  readonly memory: MemoryRelease;
  readonly beginning: Beginning;
  /** `undefined` if formatting was offered in `initialize`. */
  readonly registrations: TemplateRegistrations | undefined;
  readonly messages: UserMessages;
  readonly client: ClientQuestions;
  readonly refreshes: ClientRefreshes;
  readonly heldBack: HeldBack;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly children: ChildTemplates;
  readonly files: WorkspaceFiles;
  readonly exports: WorkspaceExports;
  readonly nested: NestedStacks;
  readonly checks: TemplateChecks;
  readonly told: ToldDiagnostics;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly feed: DiagnosticsFeed;
  /** Reports a template that took too long to read. */
  gaveUp(uri: string): void;
  /** Runs background work, and logs its failures. */
  attempt(name: string, run: () => Promise<unknown>): Promise<void>;
}

/** Makes the parts of a session, each from those above it. */
export function sessionParts(start: SessionStart, session: SessionEvents): SessionParts {
  const { connection, host, parameters, knowledge } = start;
  const language = (): NoteLanguage => session.language();
  const attempted = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    await attempt<unknown>(connection.console, name, undefined, run);
  };
  const activity = new IdleMonitor(host);
  const memory = new MemoryRelease({ host, activity, attempt: attempted });
  const beginning = new Beginning(host);
  const registrations = offersFormattingAtOnce(parameters) ? undefined : new TemplateRegistrations(connection);
  const messages = new UserMessages(connection, language);
  const client = new ClientQuestions({
    connection,
    parameters,
    host,
    settingsCameLate: () => session.settingsCameLate(),
  });
  const refreshes = new ClientRefreshes(connection, parameters);
  const heldBack = new HeldBack();
  const gaveUp = (uri: string, what: TooLong = "reading"): void => messages.warn(givenUpText(uri, what, language()));
  const documents = new Documents({
    encoding: positionEncoding(parameters),
    changed: (uri) => {
      activity.noteActivity();
      session.changed(uri);
    },
    edited: (uri, change) => heldBack.changed(uri, change),
    gaveUp: (uri, what) => {
      gaveUp(uri, what);
      feed.changed(uri);
    },
    within: host.within,
  });
  const projects = new Projects(host, (problem) => messages.warn(problem[language()]));
  const folders = (): Promise<readonly string[]> => client.folders();
  const children = new ChildTemplates({ host, documents, folders, gaveUp });
  const files = new WorkspaceFiles({ host, folders, cut: (count) => messages.workspaceCut(count) });
  const exports = new WorkspaceExports({ host, documents, files, gaveUp, changed: () => session.exportsChanged() });
  const nested = new NestedStacks({ host, documents, files, gaveUp, children });
  const request = (): DiagnosticsRequest | undefined => session.request();
  let checker: TemplateChecker | undefined;
  const checks = new TemplateChecks({
    // A hover that comes with the first template does not wait for the rules.
    checker: lazy(async () => {
      const { templateChecker } = await import("../templateChecker.ts");
      checker = templateChecker(knowledge);
      return checker;
    }),
    request,
    projects,
    children,
    exports,
    noteLink: session.noteLink,
    ruleLink: (code) => host.ruleLink?.(code, language()),
  });
  const told = new ToldDiagnostics(connection, onlyPulls(parameters));
  const workspaceDiagnostics = new WorkspaceDiagnostics({
    log: connection.console,
    documents,
    files,
    checks,
    told,
    isWanted: () => session.settings().workspaceDiagnostics && session.settings().diagnostics,
    spare: new IdleScheduler({ activity, host, idle: IDLE_MS }),
  });
  const feed = new DiagnosticsFeed({
    log: connection.console,
    host,
    documents,
    checker: () => checker,
    settingsRead: () => beginning.waitFor("settings"),
    language,
    request,
    checks,
    told,
    heldBack,
    activity,
    closed: (uri) => workspaceDiagnostics.closed(uri),
    published: (uri) => session.checked(uri),
    begun: () => session.watchOver(),
  });
  return {
    ...start,
    attempt: attempted,
    activity,
    memory,
    beginning,
    registrations,
    messages,
    client,
    refreshes,
    heldBack,
    gaveUp,
    documents,
    projects,
    children,
    files,
    exports,
    nested,
    checks,
    told,
    workspaceDiagnostics,
    feed,
  };
}
