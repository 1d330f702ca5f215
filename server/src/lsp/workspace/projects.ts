import type { Diagnostic } from "../../features/diagnostics.ts";
import { type Baseline, beyondBaseline, readBaseline } from "../../features/project/baseline.ts";
import { NO_PROJECT_SETTINGS, type ProjectSettings } from "../../features/projectFiles/projectSettings.ts";
import { ignoreRules } from "../../text/ignoreRules.ts";
import type { Host, ProjectTexts } from "../host/host.ts";

/** What the project of a document says about it. */
export interface DocumentProject {
  readonly settings: ProjectSettings;
  /** Whether the project ignores the document. */
  readonly isIgnored: boolean;
  /** The diagnostics that are not in the project's baseline. */
  beyondBaseline(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
}

/** A project as one of its documents sees it. */
type ProjectOf = (uri: string) => DocumentProject;

/** Reads the project files that documents belong to (`.cfn-notes.yaml`, cfn-lint's), once for each folder of documents. */
export class Projects {
  readonly #host: Host;
  readonly #told: (problem: ProjectSettings["problems"][number]) => void;
  /** By the documents' folder. */
  readonly #known = new Map<string, Promise<ProjectOf | undefined>>();
  /** By the documents' folder. */
  readonly #packaging = new Map<string, boolean>();
  readonly #toldAlready = new Set<string>();

  /** @param told called once for each thing in a project file that can't be understood */
  constructor(host: Host, told: (problem: ProjectSettings["problems"][number]) => void) {
    this.#host = host;
    this.#told = told;
  }

  /** The project of a document; `undefined` if it belongs to none. */
  async of(uri: string): Promise<DocumentProject | undefined> {
    const folder = folderOf(uri);
    let found = this.#known.get(folder);
    if (found === undefined) {
      found = this.#read(uri);
      this.#known.set(folder, found);
    }
    return (await found)?.(uri);
  }

  /** Whether the project of a document uploads what its templates name locally. */
  packages(uri: string): boolean {
    const folder = folderOf(uri);
    let packages = this.#packaging.get(folder);
    if (packages === undefined) {
      packages = this.#host.packagesTemplates?.(uri) === true;
      this.#packaging.set(folder, packages);
    }
    return packages;
  }

  /** Forgets everything: a project file may have changed. */
  forget(): void {
    this.#packaging.clear();
    this.#known.clear();
  }

  async #read(uri: string): Promise<ProjectOf | undefined> {
    const texts = await this.#host.projectTexts(uri);
    return texts && this.#project(texts);
  }

  async #project({ pathOf, own, cfnLint, baseline, problems = [] }: ProjectTexts): Promise<ProjectOf> {
    // It brings all rules, which a first hover does not wait for.
    const { projectSettings, withCfnLint } = await import("../../features/project/projectFile.ts");
    const ownSettings = own === undefined ? NO_PROJECT_SETTINGS : projectSettings(own);
    const settings = cfnLint === undefined ? ownSettings : withCfnLint(ownSettings, cfnLint);
    for (const problem of [...problems, ...settings.problems]) {
      if (!this.#toldAlready.has(problem.en)) this.#told(problem);
      this.#toldAlready.add(problem.en);
    }
    const ignored = ignoreRules(settings.ignoredPaths);
    const text = settings.baseline === undefined ? undefined : await baseline(settings.baseline);
    const known: Baseline = (text === undefined ? undefined : readBaseline(text)) ?? {};
    return (uri) => {
      const path = pathOf(uri);
      return {
        settings,
        isIgnored: ignored.ignores(path),
        beyondBaseline: (diagnostics) => beyondBaseline({ path, diagnostics }, known).diagnostics,
      };
    };
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/") + 1);
}
