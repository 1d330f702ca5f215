import type { Localised } from "../../text/localised.ts";
import { FORMAT_NAMES, formatsHelp } from "../formats/all.ts";
import type { Command, Given } from "../options/commandLine.ts";
import { LANGUAGE, languageOf, NOTES } from "../options/commonOptions.ts";

export interface CheckOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly paths: readonly string[];
  /** One of `FORMAT_NAMES`. */
  readonly format: string;
  readonly outputFile: string | undefined;
  readonly failOn: "error" | "warning" | "info" | undefined;
  readonly language: "en" | "ja" | undefined;
  readonly stdinName: string;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** The project file to go by. */
  readonly config: string | undefined;
  readonly fix: "write" | "show" | undefined;
  /** Folders of notes that are checked, too, besides those of the project. */
  readonly notes: readonly string[];
  readonly statistics: boolean;
  /** Whether to print what a deployment has to acknowledge, instead of checking. */
  readonly capabilities: boolean;
  readonly quiet: boolean;
  readonly watch: boolean;
  readonly gitignore: boolean;
  readonly color: boolean | undefined;
  readonly threads: number | undefined;
}

const LEVELS = ["error", "warning", "info"] as const;
const FILE = { name: "FILE" } as const;

const CHECKED_NOTES = {
  en: "check the notes of this folder, too: dead links, names of nothing, what AWS has overtaken, values that the templates have otherwise; may be given several times (those that the project file names are checked anyway)",
  ja: "このフォルダーのノートも検査する。リンク切れ、存在しない名前、AWSで古くなった記述、テンプレートと食い違う値（複数指定可。プロジェクトファイルのノートは常に検査する）",
};

/** How `check` is read and explained. */
export const CHECK: Omit<Command, "run"> = {
  name: "check",
  operands: "[PATH…]",
  summary: {
    en: "Checks templates. PATH is a file, a folder (without any, this one), a glob in quotes, or - for standard input;\nin folders only texts that look like CloudFormation templates are checked.",
    ja: "テンプレートを検査します。PATHはファイル、フォルダー（省略するとこのフォルダー）、引用符で囲んだglob、または標準入力の - です。\nフォルダーの中では、CloudFormationテンプレートらしいものだけを検査します。",
  },
  details: {
    en: `Formats:\n${formatsHelp("en")}\nExit code 0: nothing at or above the level; 1: something; 2: it could not run, or no template was found.\nSettings of a project are read from .cfn-notes.yaml in the working directory or above it; cfn-notes init writes one.`,
    ja: `形式:\n${formatsHelp("ja")}\n終了コード0: 指定した重大度以上のものなし、1: あり、2: 実行できない、またはテンプレートが見つからない。\nプロジェクトの設定は、作業フォルダーか上位のフォルダーの.cfn-notes.yamlから読み取ります（cfn-notes initで作成できます）。`,
  },
  options: [
    {
      name: "format",
      value: { name: "FORMAT", values: FORMAT_NAMES },
      help: { en: "how to print (default: text); see below", ja: "表示の形式（デフォルトはtext）。下の一覧を参照" },
    },
    {
      name: "output-file",
      short: "o",
      value: FILE,
      help: {
        en: "write the result to the file instead of standard output",
        ja: "結果を標準出力ではなくファイルに書く",
      },
    },
    {
      name: "fail-on",
      value: { name: "LEVEL", values: LEVELS },
      help: {
        en: "the lowest severity at which the exit code is 1 (default: error)",
        ja: "終了コードを1にする重大度（デフォルトはerror）",
      },
    },
    {
      name: "fix",
      help: {
        en: "apply the fixes that are safe, as the editor's “Apply all safe fixes”; findings with one are marked [*]",
        ja: "安全な修正をすべて適用する（エディターの「安全な修正をすべて適用」と同じ。対象には [*] が付く）",
      },
    },
    {
      name: "dry-run",
      help: {
        en: "with --fix: show as a diff what would change, and write nothing; exit code 1 if something would",
        ja: "--fixと使う。変更点を差分で表示し、書き込まない（変更があれば終了コード1）",
      },
    },
    {
      name: "watch",
      short: "w",
      help: { en: "check again whenever a file changes", ja: "ファイルが変わるたびに検査し直す" },
    },
    {
      name: "statistics",
      help: {
        en: "how often each code was found, instead of the findings",
        ja: "個々の結果の代わりに、コードごとの件数を表示する",
      },
    },
    {
      name: "capabilities",
      help: {
        en: "instead of checking: which of CAPABILITY_IAM, CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND a deployment needs, and why; with --quiet only the words",
        ja: "検査の代わりに、デプロイに必要なCAPABILITY_IAM、CAPABILITY_NAMED_IAM、CAPABILITY_AUTO_EXPANDとその理由を表示する（--quietでは名前だけ）",
      },
    },
    {
      name: "quiet",
      short: "q",
      help: { en: "the findings, and nothing else", ja: "結果だけを表示する" },
    },
    { ...NOTES, help: CHECKED_NOTES },
    LANGUAGE,
    {
      name: "config",
      value: FILE,
      help: { en: "the project file to use", ja: "使うプロジェクトファイル" },
    },
    {
      name: "baseline",
      value: FILE,
      help: { en: "ignore what the file lists", ja: "ファイルに書かれているものは無視する" },
    },
    {
      name: "write-baseline",
      value: FILE,
      help: { en: "write the findings to the file", ja: "見つかったものをファイルに書く" },
    },
    {
      name: "no-gitignore",
      help: { en: "check ignored files, too", ja: ".gitignoreの対象も検査する" },
    },
    {
      name: "stdin-name",
      value: { name: "NAME" },
      help: { en: "the name of standard input in the output", ja: "標準入力の呼び名" },
    },
    {
      name: "threads",
      value: { name: "N", pattern: /^[1-9]\d*$/, wanted: { en: "a number from 1", ja: "1以上の数" } },
      help: { en: "the maximum number of threads", ja: "スレッド数の上限" },
    },
    {
      name: "color",
      help: { en: "colours in text, as with FORCE_COLOR", ja: "テキストに色を付ける（FORCE_COLORと同じ）" },
    },
    { name: "no-color", help: { en: "no colours, as with NO_COLOR", ja: "色を付けない（NO_COLORと同じ）" } },
  ],
};

/** What the arguments of `check` say; a problem is told in one line. */
export function checkOptions(given: Given): CheckOptions | { readonly problem: Localised } {
  const problem = impossible(given);
  if (problem !== undefined) return { problem };
  const threads = given.text("threads");
  return {
    paths: given.operands.length === 0 ? ["."] : given.operands,
    format: given.text("format") ?? "text",
    outputFile: given.text("output-file"),
    failOn: LEVELS.find((one) => one === given.text("fail-on")),
    language: languageOf(given.text("language")),
    stdinName: given.text("stdin-name") ?? "stdin",
    baseline: given.text("baseline"),
    writeBaseline: given.text("write-baseline"),
    config: given.text("config"),
    fix: given.has("fix") ? (given.has("dry-run") ? "show" : "write") : undefined,
    notes: given.texts("notes"),
    statistics: given.has("statistics"),
    capabilities: given.has("capabilities"),
    quiet: given.has("quiet"),
    watch: given.has("watch"),
    gitignore: !given.has("no-gitignore"),
    color: given.has("no-color") ? false : given.has("color") || undefined,
    threads: threads === undefined ? undefined : Number(threads),
  };
}

/** What does not go together. */
function impossible(given: Given): Localised | undefined {
  const { operands } = given;
  if (given.has("dry-run") && !given.has("fix")) {
    return { en: "--dry-run requires --fix.", ja: "--dry-runは--fixと一緒に使います。" };
  }
  for (const other of ["format", "statistics", "output-file", "watch"]) {
    if (given.has("dry-run") && given.has(other)) {
      return {
        en: `--dry-run shows what would change; it cannot be combined with --${other}.`,
        ja: `--dry-runは変更点を表示するため、--${other}と一緒には使えません。`,
      };
    }
  }
  for (const other of ["fix", "watch"]) {
    if (given.has(other) && operands.includes("-")) {
      return { en: `--${other} needs files, not -.`, ja: `--${other}は - と一緒には使えません。` };
    }
  }
  for (const other of ["fix", "watch"]) {
    if (given.has(other) && given.has("write-baseline")) {
      return {
        en: `--write-baseline cannot be combined with --${other}.`,
        ja: `--write-baselineは --${other}と一緒には使えません。`,
      };
    }
  }
  for (const other of ["fix", "watch", "statistics", "write-baseline"]) {
    if (given.has("capabilities") && given.has(other)) {
      return {
        en: `--capabilities does not check; it cannot be combined with --${other}.`,
        ja: `--capabilitiesは検査を行わないため、--${other}と一緒には使えません。`,
      };
    }
  }
  const plain = ["statistics", "capabilities"].find((one) => given.has(one));
  if (plain !== undefined && !["text", "json"].includes(given.text("format") ?? "text")) {
    return {
      en: `--${plain} requires --format text or json.`,
      ja: `--${plain}は--format textかjsonと一緒に使います。`,
    };
  }
  return undefined;
}
