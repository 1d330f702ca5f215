import { isFunctionKey } from "../tree/functionNames.ts";

/** Words and numbers that YAML 1.1 (CloudFormation's parser, and many others) or 1.2 reads as something else than a text. */
const OTHER_TYPE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?(?:\.inf|\.nan)|[-+]?[\d_.]*\d[\d_.]*(?:e[-+]?\d+)?|[-+]?0x[\da-f_]+|0o[0-7]+|0b[01_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[t ].*)?)$/i;

/** What a plain scalar may not begin with. */
const INDICATOR = /^(?:[[\]{},#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/;
/** What no plain scalar may contain, and what none in flow style may. */
const BREAKS = /:(?:\s|$)|\s#|^\s|\s$|[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const FLOW_BREAKS = /[[\]{},]/;

/** Whether a text stays this very text when it is written without quotes. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === "" || OTHER_TYPE.test(text) || INDICATOR.test(text) || BREAKS.test(text)) return false;
  return !(flow && (FLOW_BREAKS.test(text) || text.startsWith("-") || text.startsWith(":") || text.endsWith(":")));
}

export type Quote = '"' | "'";

/** A text as a YAML scalar on one line: plain if that is safe, else in quotes, the given ones if they will do. */
export function yamlText(text: string, flow: boolean, quote: Quote = '"'): string {
  return isPlainSafe(text, flow) ? text : quotedYaml(text, quote);
}

/** A text in quotes: the given ones if they will do. */
export function quotedYaml(text: string, quote: Quote = '"'): string {
  const single = quote === "'" || (/["\\]/.test(text) && !text.includes("'"));
  if (single && !/[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/**
 * A text of several lines as a literal block scalar (`|`, `|-`, `|+`), its lines joined by `\n`; `undefined` if a block
 * cannot hold it or would hide what it is.
 * @param indent of the lines
 * @param step how much deeper than the block's parent that is
 */
export function literalBlock(text: string, indent: string, step: number): string | undefined {
  if (!text.includes("\n") || /[^\n\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    return undefined;
  const body = text.replace(/\n+$/, "");
  const tail = text.length - body.length;
  // Blanks at the end of a line are invisible; a text of nothing but line breaks has no line to indent.
  if (body === "" || /[ \t](?:\n|$)/.test(body)) return undefined;
  const chomping = tail === 0 ? "-" : tail === 1 ? "" : "+";
  const indicator = /^[\n]*[ \t]/.test(body) ? String(step) : "";
  const lines = (tail > 1 ? text.slice(0, -1) : body).split("\n");
  return `|${indicator}${chomping}\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
}

/** A key as YAML writes it. */
export function yamlKey(name: string, flow: boolean): string {
  return isFunctionKey(name) ? name : yamlText(name, flow);
}
