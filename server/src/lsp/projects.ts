import ignore from "ignore";
import { type Baseline, beyondBaseline, readBaseline } from "../features/baseline.ts";
import type { Diagnostic } from "../features/diagnostics.ts";
import { NO_PROJECT_SETTINGS, type ProjectSettings, projectSettings, withCfnLint } from "../features/projectFile.ts";
import type { Host, ProjectTexts } from "./host.ts";

/** What the project of a document says about it. */
export interface DocumentProject {
  readonly settings: ProjectSettings;
  /** Whether the project wants nothing to be said of the document. */
  readonly isIgnored: boolean;
  /** What the project's baseline does not know. */
  beyondBaseline(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Reads the project files that documents belong to (`.cfn-notes.yaml`, cfn-lint's), once for each document. */
export class Projects {
  readonly #host: Host;
  readonly #told: (problem: ProjectSettings["problems"][number]) => void;
  readonly #known = new Map<string, Promise<DocumentProject | undefined>>();
  /** By the document's folder. */
  readonly #packaging = new Map<string, boolean>();
  readonly #toldAlready = new Set<string>();

  /** @param told called once for each thing in a project file that can't be understood */
  constructor(host: Host, told: (problem: ProjectSettings["problems"][number]) => void) {
    this.#host = host;
    this.#told = told;
  }

  /** The project of a document; `undefined` where it belongs to none. */
  of(uri: string): Promise<DocumentProject | undefined> {
    let found = this.#known.get(uri);
    if (found === undefined) {
      found = this.#host.projectTexts(uri).then((texts) => (texts === undefined ? undefined : this.#project(texts)));
      this.#known.set(uri, found);
    }
    return found;
  }

  /** Whether the project of a document uploads what its templates name locally. */
  packages(uri: string): boolean {
    const folder = uri.slice(0, uri.lastIndexOf("/"));
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

  #project({ path, own, cfnLint, baseline }: ProjectTexts): Promise<DocumentProject> {
    const ownSettings = own === undefined ? NO_PROJECT_SETTINGS : projectSettings(own);
    const settings = cfnLint === undefined ? ownSettings : withCfnLint(ownSettings, cfnLint);
    for (const problem of settings.problems) {
      if (!this.#toldAlready.has(problem.en)) this.#told(problem);
      this.#toldAlready.add(problem.en);
    }
    const isIgnored = ignore()
      .add([...settings.ignoredPaths])
      .ignores(path);
    const read = settings.baseline === undefined ? Promise.resolve(undefined) : baseline(settings.baseline);
    return read.then((text) => {
      const known: Baseline = (text === undefined ? undefined : readBaseline(text)) ?? {};
      return {
        settings,
        isIgnored,
        beyondBaseline: (diagnostics) => beyondBaseline({ path, diagnostics }, known).diagnostics,
      };
    });
  }
}
