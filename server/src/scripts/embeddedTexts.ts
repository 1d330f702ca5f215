import type { Span } from "../text/span.ts";
import type { Command, Dialect, Word } from "./script.ts";

/** A text inside a command that may be a script itself. */
export interface EmbeddedText extends Span {
  /** `run`: now, in place; `trap`: when the script fails or ends; `file`: written to `path`, perhaps run later. */
  readonly kind: "run" | "trap" | "file";
  readonly dialect: Dialect | undefined;
  /** For `file`: the path it is written to, as far as the command says. */
  readonly path: string | undefined;
  /** For `trap`: `ERR`, `EXIT` … in capitals. */
  readonly signals: readonly string[];
}

/** The text or function that `trap` runs, and when. */
export interface Trap {
  readonly action: Word;
  readonly signals: readonly string[];
}

/** The trap that a command sets; `undefined` for other commands and for `trap - ERR`. */
export function trapOf(command: Command): Trap | undefined {
  const words = command.words.filter(({ text }, index) => index !== 1 || text !== "--");
  const action = words[1];
  if (words[0]?.text !== "trap" || !action || action.text.startsWith("-") || words.length < 3) return undefined;
  return { action, signals: words.slice(2).map(({ text }) => trapSignal(text)) };
}

function trapSignal(text: string): string {
  const name = text.toUpperCase().replace(/^SIG/, "");
  return name === "0" ? "EXIT" : name;
}

const PRINTS = /^(?:echo|printf|cat|tee|write-(?:output|host|verbose)|set-content|add-content|out-file|logger)$/i;

/**
 * The texts in a command's quotes and here-documents that may be scripts: `bash -c "…"`, `trap '…' ERR`,
 * `cat > file <<EOF`, `echo "…" > file`. Spans are offsets into the text that the command was read from.
 * `next` is the command behind it, which may take its output.
 */
export function embeddedTexts(command: Command, next?: Command): EmbeddedText[] {
  const trap = trapOf(command);
  if (trap) {
    if (trap.action.quote === "none") return [];
    return [{ ...spanInside(trap.action), kind: "trap", dialect: "bash", path: undefined, signals: trap.signals }];
  }
  const name = commandName(command.words[0]?.text ?? "");
  const piped = next?.operator === "|" ? next : undefined;
  const path = targetPath(command) ?? (piped && targetPath(piped));
  const texts: EmbeddedText[] = command.heredocs.map(({ start, end }) => ({
    start,
    end,
    kind: isShell(name) || (piped && isShell(commandName(piped.words[0]?.text ?? ""))) ? "run" : "file",
    dialect: undefined,
    path,
    signals: [],
  }));
  for (const word of command.words) {
    if (word.quote !== "single" && word.quote !== "double") continue;
    if (!/\s/.test(word.text) || word === command.words[0]) continue;
    const prints = PRINTS.test(name);
    // Text that is printed to the screen is a message.
    if (prints && path === undefined) continue;
    texts.push({ ...spanInside(word), kind: prints ? "file" : "run", dialect: shellDialect(name), path, signals: [] });
  }
  return texts;
}

/** The last part of a path, in small letters and without `.exe`. */
export function commandName(text: string): string {
  return text
    .slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1)
    .replace(/\.exe$/i, "")
    .toLowerCase();
}

function isShell(name: string): boolean {
  return /^(?:(?:ba|da|k|z)?sh|su|sudo|runuser|ssh)$/.test(name);
}

function shellDialect(name: string): Dialect | undefined {
  if (isShell(name)) return "bash";
  if (name === "powershell" || name === "pwsh" || name === "invoke-expression") return "powershell";
  return name === "cmd" ? "cmd" : undefined;
}

/** The file that a command writes its output to. */
function targetPath(command: Command): string | undefined {
  const target = command.redirects.findLast(
    ({ operator, target: { text } }) => /^(?:1|&)?>{1,2}\|?$/.test(operator) && !text.startsWith("/dev/"),
  );
  if (target) return target.target.text;
  const tee = command.words.findIndex(({ text }) =>
    /^(?:tee|set-content|add-content|out-file)$/i.test(commandName(text)),
  );
  if (tee < 0) return undefined;
  return command.words.slice(tee + 1).find(({ text }) => !text.startsWith("-"))?.text;
}

function spanInside(word: Word): Span {
  return { start: word.start + 1, end: Math.max(word.start + 1, word.end - 1) };
}
