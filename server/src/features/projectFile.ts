import { parseDocument } from "yaml";
import type { Localised } from "../catalogue/catalogue.ts";
import type { Severity } from "../rules/rule.ts";

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
  problems: [],
};

export const PROJECT_FILE = ".cfn-notes.yaml";
export const CFN_LINT_FILES: readonly string[] = [".cfnlintrc", ".cfnlintrc.yaml", ".cfnlintrc.yml"];

const SEVERITIES: readonly unknown[] = ["error", "warning", "info", "hint", "off"];
const LEVELS: readonly unknown[] = ["error", "warning", "info"];
const KEYS: readonly string[] = ["language", "failOn", "rules", "ignore", "baseline", "notes"];

/** Reads the text of a project file. Anything wrong in it is told and otherwise left out. */
export function projectSettings(text: string): ProjectSettings {
  const problems: Localised[] = [];
  const content = contentOf(text, PROJECT_FILE, problems);
  const told = (en: string, ja: string): void => {
    problems.push({ en: `${PROJECT_FILE}: ${en}`, ja: `${PROJECT_FILE}: ${ja}` });
  };
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key)) told(`there is no setting ${key}.`, `${key} という設定はありません。`);
  }
  const { language, failOn, baseline } = content as Record<string, unknown>;
  if (language !== undefined && language !== "en" && language !== "ja") {
    told("language must be en or ja.", "languageにはenかjaを指定します。");
  }
  if (failOn !== undefined && !LEVELS.includes(failOn)) {
    told("failOn must be error, warning or info.", "failOnにはerror、warning、infoのどれかを指定します。");
  }
  const severities = new Map<string, Severity | "off">();
  for (const [code, severity] of Object.entries(record(content["rules"]))) {
    // YAML 1.1 writes "off" as false.
    const value = severity === false ? "off" : severity;
    if (SEVERITIES.includes(value)) severities.set(code, value as Severity | "off");
    else {
      told(
        `rules.${code} must be error, warning, info, hint or off.`,
        `rules.${code} にはerror、warning、info、hint、offのどれかを指定します。`,
      );
    }
  }
  const folders = texts(content["notes"]).filter(isInside);
  if (content["notes"] !== undefined && folders.length !== [content["notes"]].flat().length) {
    told(
      "notes must be folders below the project file's, by relative paths.",
      "notesには、このファイルのフォルダーの中にあるフォルダーを、相対パスで指定します。",
    );
  }
  return {
    severities,
    // A rule may be named by cfn-lint's id, too.
    ignored: [...severities].flatMap(([code, severity]) => (severity === "off" && /^[EWI]\d/.test(code) ? [code] : [])),
    ignoredPaths: texts(content["ignore"]),
    language: language === "en" || language === "ja" ? language : undefined,
    failOn: LEVELS.includes(failOn) ? (failOn as "error" | "warning" | "info") : undefined,
    baseline: typeof baseline === "string" ? baseline : undefined,
    notes: folders,
    problems,
  };
}

/** Adds what a `.cfnlintrc` ignores to the settings of a project. */
export function withCfnLint(settings: ProjectSettings, text: string): ProjectSettings {
  const problems: Localised[] = [];
  const content = contentOf(text, ".cfnlintrc", problems);
  return {
    ...settings,
    ignored: [...settings.ignored, ...texts(content["ignore_checks"])],
    ignoredPaths: [...settings.ignoredPaths, ...texts(content["ignore_templates"])],
    problems: [...settings.problems, ...problems],
  };
}

function contentOf(text: string, name: string, problems: Localised[]): Readonly<Record<string, unknown>> {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0) {
    problems.push({ en: `${name} is not valid YAML.`, ja: `${name} がYAMLとして正しくありません。` });
    return {};
  }
  // Aliases share one object here, so that many of them do no harm.
  return record(document.toJS({ maxAliasCount: -1 }));
}

/** Whether a path stays in the folder it is relative to, by its name. */
function isInside(path: string): boolean {
  return path !== "" && !/^[~/\\]|:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");
}
