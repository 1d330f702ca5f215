import type { Note } from "./note.ts";

/** Names of files that a repository has besides notes, in any case. */
const NAMES =
  /^(?:(?:change|session|work|dev|progress)[-_ ]?logs?|screenshots?|release[-_ ]?notes?|licen[cs]es?|code[-_]of[-_]conduct|contributing|pull[-_]request[-_]template|issue[-_]template|agents|claude|gemini|copilot[-_]instructions|backlog|third[-_]?party[-_]?(?:notices|licen[cs]es)|更新履歴|変更履歴|リリースノート|ライセンス)(?:[-_. ].*)?$/i;
/** Titles on upgrading: `Migrate from v9 to v10`, `UPGRADING`. */
const OF_VERSIONS = /^(?:upgrading(?:[-_. ].*)?|(?:migrat|upgrad)\w*[-_ ](?:guide[-_ ])?(?:(?:from|to)[-_ ])?v?\d.*)$/i;
/** The documentation of Terraform modules. */
const OF_TERRAFORM = /\bterraform modules?\b/i;
/** Names that are everyday words in lower case. */
const CAPITALS =
  /^(?:CHANGES|HISTORY|NEWS|NOTICE|COPYING|AUTHORS|CONTRIBUTORS|MAINTAINERS|GOVERNANCE|SUPPORT|SECURITY)$/;
const GENERATED =
  /<!--[^>]*(?:auto-?generated|generated (?:by|from|with)|do not (?:edit|modify)|BEGIN_TF_DOCS)|\bdo not (?:edit|modify)\b.*\b(?:generated|manually|by hand)\b|\bgenerated\b.*\bdo not (?:edit|modify)\b/i;
/** The beginning of a file of JSON, whatever its name. */
const IS_DATA = /^\s*[{[]\s*(?:"|$)/;
/** Folders of tools for a repository: pipelines, editors and assistants. */
const TOOLS = /\/\.(?:github|gitlab|circleci|vscode|idea|devcontainer|claude|agents|cursor|kiro|amazonq)\//;
/** A generated file says so at its top, and a line that says so is short. */
const MAX_LINES_OF_TOP = 12;
const MAX_LINE = 300;

/** Whether a file records or lists something, instead of explaining it: a changelog, a licence, a generated reference. */
export function isRecord(uri: string, name: string, title: string, lines: readonly string[]): boolean {
  return (
    TOOLS.test(uri) ||
    NAMES.test(name) ||
    CAPITALS.test(name) ||
    NAMES.test(title) ||
    OF_TERRAFORM.test(title) ||
    OF_VERSIONS.test(name) ||
    OF_VERSIONS.test(title) ||
    /^API Reference$/i.test(title) ||
    IS_DATA.test(lines.find((line) => line.trim() !== "") ?? "") ||
    lines.slice(0, MAX_LINES_OF_TOP).some((line) => GENERATED.test(line.slice(0, MAX_LINE)))
  );
}

const PLANS =
  /^(?:to-?\s?dos?(?: list)?|backlog|road ?map|syllabus|curriculum|やること|今後(?:の(?:予定|課題))?|ロードマップ|カリキュラム)[\s:：!！]*$|\b(?:teaching|study|learning|training) (?:plan|schedule|roadmap)\b|学習(?:計画|スケジュール|ロードマップ)/i;

/** Whether a note is in a list of open tasks, or of what is yet to be learned. */
export function isPlan({ title, path }: Pick<Note, "title" | "path">): boolean {
  return PLANS.test(title) || path.some((above) => PLANS.test(above));
}
