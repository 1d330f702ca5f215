import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { CONFIGURED_CODES } from "../../rules/engine/codes.ts";
import { byCurrentCode, FORMER_CODES } from "../../rules/engine/formerCodes.ts";
import type { Severity } from "../../rules/shared/rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import type { Localised } from "../../text/localised.ts";
import { nearest } from "../../text/nearest.ts";
import { PROJECT_FILE, type ProjectSettings } from "../projectFiles/projectSettings.ts";

const SEVERITIES: readonly unknown[] = ["error", "warning", "info", "hint", "off"];
const LEVELS: readonly unknown[] = ["error", "warning", "info"];
/** Rules may be named by cfn-lint's ids, too. */
const CFN_LINT_ID = /^[EWI]\d/;
const KEYS: readonly string[] = "language failOn rules ignore baseline notes noteTemplates environments regions".split(
  " ",
);

/**
 * Reads the text of a project file. Mistakes in it are reported, with their places, and otherwise left out.
 *
 * @param name to call it by
 */
export function projectSettings(text: string, name: string = PROJECT_FILE): ProjectSettings {
  const problems: Localised[] = [];
  const { content, placeOf } = readContent(text, name, problems);
  const told = (path: readonly string[], en: string, ja: string): void => {
    const place = `${name}:${placeOf(path)}`;
    problems.push({ en: `${place}: ${en}`, ja: `${place}: ${ja}` });
  };
  for (const key of Object.keys(content)) {
    if (KEYS.includes(key)) continue;
    const { en, ja } = didYouMean(nearest(key, KEYS));
    told([key], `there is no setting ${key}.${en}`, `${key}という設定はありません。${ja}`);
  }
  const { language, failOn, baseline } = content as Record<string, unknown>;
  if (language !== undefined && language !== "en" && language !== "ja") {
    told(["language"], "language must be en or ja.", "languageにはenかjaを指定します。");
  }
  if (failOn !== undefined && !LEVELS.includes(failOn)) {
    told(["failOn"], "failOn must be error, warning or info.", "failOnにはerror、warning、infoのどれかを指定します。");
  }
  const severities = new Map<string, Severity | "off">();
  for (const [code, severity] of Object.entries(record(content["rules"]))) {
    if (!CONFIGURED_CODES.has(code) && !FORMER_CODES.has(code) && !CFN_LINT_ID.test(code)) {
      const { en, ja } = didYouMean(nearest(code, CONFIGURED_CODES));
      told(["rules", code], `there is no rule ${code}.${en}`, `${code}というルールはありません。${ja}`);
    }
    // YAML 1.1 writes "off" as false.
    const value = severity === false ? "off" : severity;
    if (SEVERITIES.includes(value)) severities.set(code, value as Severity | "off");
    else {
      told(
        ["rules", code],
        `rules.${code} must be error, warning, info, hint or off.`,
        `rules.${code}にはerror、warning、info、hint、offのどれかを指定します。`,
      );
    }
  }
  const folders = texts(content["notes"]).filter(staysInFolder);
  if (content["notes"] !== undefined && folders.length !== [content["notes"]].flat().length) {
    told(
      ["notes"],
      "notes must be folders below the project file's, by relative paths.",
      "notesには、このファイルのフォルダーの中にあるフォルダーを、相対パスで指定します。",
    );
  }
  const noteTemplates = new Map<string, readonly string[]>();
  const said = content["noteTemplates"];
  const entries = Object.entries(record(said));
  if (said !== undefined && entries.length === 0) told(["noteTemplates"], ...NOTE_TEMPLATES);
  for (const [folder, value] of entries) {
    const patterns = texts(value).filter((pattern) => pattern.trim() !== "");
    if (staysInFolder(folder) && patterns.length > 0 && patterns.length === [value].flat().length)
      noteTemplates.set(folder, patterns);
    else told(["noteTemplates", folder], ...NOTE_TEMPLATES);
  }
  const environments = new Map<string, string>();
  for (const [name, revision] of Object.entries(record(content["environments"]))) {
    // A text that begins with a dash is an option of Git's.
    if (typeof revision === "string" && /^[^-\s]\S*$/.test(revision)) environments.set(name, revision);
    else
      told(
        ["environments", name],
        `environments.${name} must be the branch, tag or commit that is deployed there.`,
        `environments.${name}には、そこにデプロイされているブランチ、タグ、コミットのどれかを文字列で指定します。`,
      );
  }
  const regions = texts(content["regions"]).filter((region) => REGION.test(region));
  if (content["regions"] !== undefined && regions.length !== [content["regions"]].flat().length) {
    told(
      ["regions"],
      "regions must be codes of Regions, such as ap-northeast-1.",
      "regionsには、ap-northeast-1のようなリージョンのコードを指定します。",
    );
  }
  return {
    severities: byCurrentCode(severities),
    // A rule may be named by cfn-lint's id, too.
    ignored: [...severities].flatMap(([code, severity]) =>
      severity === "off" && CFN_LINT_ID.test(code) ? [code] : [],
    ),
    ignoredPaths: texts(content["ignore"]),
    language: language === "en" || language === "ja" ? language : undefined,
    failOn: LEVELS.includes(failOn) ? (failOn as "error" | "warning" | "info") : undefined,
    baseline: typeof baseline === "string" ? baseline : undefined,
    notes: folders,
    noteTemplates,
    environments,
    regions,
    problems,
  };
}

const REGION = /^[a-z]{2,6}(?:-[a-z]{2,12}){1,2}-\d$/;

const NOTE_TEMPLATES = [
  "noteTemplates must have folders of notes (the end of their path is enough), each with patterns of templates as in .gitignore.",
  "noteTemplatesには、ノートのフォルダー（パスの末尾だけでも可）ごとに、テンプレートのパターンを.gitignoreと同じ書き方で指定します。",
] as const;

/** Adds what a `.cfnlintrc` ignores to the settings of a project. */
export function withCfnLint(settings: ProjectSettings, text: string): ProjectSettings {
  const problems: Localised[] = [];
  const { content } = readContent(text, ".cfnlintrc", problems);
  return {
    ...settings,
    ignored: [...settings.ignored, ...texts(content["ignore_checks"])],
    ignoredPaths: [...settings.ignoredPaths, ...texts(content["ignore_templates"])],
    problems: [...settings.problems, ...problems],
  };
}

interface Content {
  readonly content: Readonly<Record<string, unknown>>;
  /** The place of the key at the end of a path, as `LINE:COLUMN` from 1. */
  placeOf(path: readonly string[]): string;
}

function readContent(text: string, name: string, problems: Localised[]): Content {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", lineCounter: lines });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
  const wrong = document.errors[0]?.pos[0] ?? unresolvedAlias(document);
  if (wrong !== undefined) {
    const at = `${name}:${place(wrong)}`;
    problems.push({ en: `${at}: this is not valid YAML.`, ja: `${at}: YAMLとして正しくありません。` });
    return { content: {}, placeOf: () => "1:1" };
  }
  const placeOf = (path: readonly string[]): string => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    return place(isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);
  };
  // Aliases share one object here, so that many of them do no harm.
  return { content: record(document.toJS({ maxAliasCount: -1 })), placeOf };
}

/** The offset of the first alias that has no anchor before it. */
function unresolvedAlias(document: Document): number | undefined {
  const anchors = new Set<string>();
  let found: number | undefined;
  visit(document, (_, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    }
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) anchors.add(node.anchor);
    return undefined;
  });
  return found;
}

/** Whether a path stays in the folder it is relative to, by its name. */
function staysInFolder(path: string): boolean {
  return path !== "" && !/^[~/\\]|:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");
}
