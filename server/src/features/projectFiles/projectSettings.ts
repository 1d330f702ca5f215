import type { Severity } from "../../rules/engine/rule.ts";
import type { Localised } from "../../text/localised.ts";

/** What `.cfn-notes.yaml` (and cfn-lint's `.cfnlintrc`) say; the editor and `cfn-notes check` both obey it. */
export interface ProjectSettings {
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Codes, and beginnings of cfn-lint's rule ids, that are not reported. */
  readonly ignored: readonly string[];
  /** Patterns of paths, as in `.gitignore`, that are not looked at. */
  readonly ignoredPaths: readonly string[];
  readonly language: "en" | "ja" | undefined;
  /** From which severity on `check` fails. */
  readonly failOn: "error" | "warning" | "info" | undefined;
  /** The path of the baseline, relative to the project file. */
  readonly baseline: string | undefined;
  /** Folders of notes for everybody who works on the project, relative to the project file. */
  readonly notes: readonly string[];
  /** Which templates the notes of a folder are about: patterns of paths, as in `.gitignore`, by the folder's path or its end. */
  readonly noteTemplates: ReadonlyMap<string, readonly string[]>;
  /** What is deployed where: branches, tags or commits by names of environments. */
  readonly environments: ReadonlyMap<string, string>;
  /** Where its stacks are deployed: codes of Regions. */
  readonly regions: readonly string[];
  /** What could not be understood. */
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
/** In which the name of the stack is that SAM deploys. */
export const SAM_CONFIG = "samconfig.toml";

const STACK_NAME = /^[ \t]{0,20}stack_name[ \t]{0,20}=[ \t]{0,20}(?:"([^"\n]{1,128})"|'([^'\n]{1,128})')/gm;

/** The stacks that a `samconfig.toml` names, in any environment. */
export function stacksIn(samConfig: string): readonly string[] {
  return [...samConfig.matchAll(STACK_NAME)].flatMap(([, one, other]) => one ?? other ?? []);
}

export const CFN_LINT_FILES: readonly string[] = [".cfnlintrc", ".cfnlintrc.yaml", ".cfnlintrc.yml"];
