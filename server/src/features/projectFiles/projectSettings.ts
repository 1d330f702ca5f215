import type { Severity } from "../../rules/shared/rule.ts";
import type { Localised } from "../../text/localised.ts";

/** The settings of `.cfn-notes.yaml` (and cfn-lint's `.cfnlintrc`); the editor and `cfn-notes check` both obey them. */
export interface ProjectSettings {
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Codes, and beginnings of cfn-lint's rule ids, that are not reported. */
  readonly ignored: readonly string[];
  /** Patterns of paths, as in `.gitignore`, that are not checked. */
  readonly ignoredPaths: readonly string[];
  readonly language: "en" | "ja" | undefined;
  /** The least severity that makes `check` fail. */
  readonly failOn: "error" | "warning" | "info" | undefined;
  /** The path of the baseline, relative to the project file. */
  readonly baseline: string | undefined;
  /** Folders of notes for everybody who works on the project, relative to the project file. */
  readonly notes: readonly string[];
  /**
   * The templates that the notes of a folder are about: patterns of paths, as in `.gitignore`, by the folder's path or
   * its end.
   */
  readonly noteTemplates: ReadonlyMap<string, readonly string[]>;
  /** The deployed branches, tags or commits by names of environments. */
  readonly environments: ReadonlyMap<string, string>;
  /** The Regions that its stacks are deployed to. */
  readonly regions: readonly string[];
  /** Mistakes in the files. */
  readonly problems: readonly Localised[];
}

export const NO_PROJECT_SETTINGS: ProjectSettings = {
  severities: new Map(),
  ignored: [],
  ignoredPaths: [],
  language: undefined,
  failOn: undefined,
  baseline: undefined,
  notes: [],
  noteTemplates: new Map(),
  environments: new Map(),
  regions: [],
  problems: [],
};

export const PROJECT_FILE = ".cfn-notes.yaml";
/** The file with the name of the stack that SAM deploys. */
export const SAM_CONFIG = "samconfig.toml";

const STACK_NAME = /^[ \t]{0,20}stack_name[ \t]{0,20}=[ \t]{0,20}(?:"([^"\n]{1,128})"|'([^'\n]{1,128})')/gm;

/** The stacks that a `samconfig.toml` names, in any environment. */
export function stacksIn(samConfig: string): readonly string[] {
  return [...samConfig.matchAll(STACK_NAME)].flatMap(([, one, other]) => one ?? other ?? []);
}

export const CFN_LINT_FILES: readonly string[] = [".cfnlintrc", ".cfnlintrc.yaml", ".cfnlintrc.yml"];
