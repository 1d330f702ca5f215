import type { ErrorCode } from "yaml";
import type { SyntaxCode, SyntaxProblem } from "../tree/syntaxProblem.ts";

/** An error of the `yaml` package: `pos` holds offsets. */
interface YamlError {
  readonly code: ErrorCode;
  readonly pos: readonly [number, number];
}

type Reading = (text: string, start: number, end: number) => SyntaxCode | undefined;

/** What the package's errors mean; if one of its codes stands for several faults, the text there tells which it is. */
const CODES: Readonly<Record<ErrorCode, SyntaxCode | Reading>> = {
  ALIAS_PROPS: "bad-alias",
  BAD_ALIAS: (text, start) => (text[start] === "*" ? "bad-alias" : "bad-anchor"),
  BAD_COLLECTION_TYPE: "bad-tag",
  BAD_DIRECTIVE: "bad-directive",
  BAD_DQ_ESCAPE: "bad-escape",
  BAD_INDENT: (text, start) => (openBracket(text, start) === undefined ? "bad-indentation" : "bracket-or-indentation"),
  BAD_PROP_ORDER: "bad-tag",
  BAD_SCALAR_START: "needs-quotes",
  BLOCK_AS_IMPLICIT_KEY: (text, start) =>
    /^[ \t]*- /.test(text.slice(start, start + 200)) ? "list-as-key" : "second-colon",
  BLOCK_IN_FLOW: "block-in-brackets",
  DUPLICATE_KEY: "duplicate-key",
  IMPOSSIBLE: "unreadable",
  KEY_OVER_1024_CHARS: "key-too-long",
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: "not-a-key",
  MULTIPLE_ANCHORS: "bad-anchor",
  MULTIPLE_DOCS: "several-documents",
  MULTIPLE_TAGS: "bad-tag",
  NON_STRING_KEY: "key-not-text",
  RESOURCE_EXHAUSTION: "too-deep",
  TAB_AS_INDENT: "tabs",
  TAG_RESOLVE_FAILED: "bad-tag",
  UNEXPECTED_TOKEN: unexpected,
};

/** The package's error as ours; `undefined` if CloudFormation reads over it. */
export function yamlProblem({ code, pos }: YamlError, text: string): SyntaxProblem | undefined {
  const start = Math.min(pos[0], text.length);
  const end = Math.min(Math.max(pos[1], start), text.length);
  const known = CODES[code];
  const found = typeof known === "string" ? known : known(text, start, end);
  if (found === undefined) return undefined;
  const argument = argumentOf(found, text, start);
  return { code: found, span: { start, end }, ...(argument !== undefined && { argument }) };
}

function missing(text: string, start: number, end: number): SyntaxCode | undefined {
  // YAML 1.1's parsers, CloudFormation's among them, take `"x"#comment`.
  if (text[start] === "#") return undefined;
  if (text[start - 1] === ":") return "space-missing";
  if (openBracket(text, start) !== undefined) return "separator-missing";
  return /^[^\n:]{2,}$/.test(text.slice(start, end)) ? "not-a-key" : "sign-missing";
}

function unexpected(text: string, start: number): SyntaxCode {
  const sign = text[start] ?? "";
  if (/[|>][^\s]*$/.test(text.slice(Math.max(0, start - 20), start))) return "bad-block-header";
  if (sign === "}" || sign === "]") return "bracket-closes-none";
  return sign === "," || /[,[{]\s*$/.test(text.slice(0, start)) ? "item-missing" : "value-ended";
}

/** The bracket before `offset` that is still open there; brackets in quoted texts are passed over. */
function openBracket(text: string, offset: number): string | undefined {
  const open: string[] = [];
  for (const [sign] of text.slice(0, offset).matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[\]{}]/g)) {
    if (sign === "[" || sign === "{") open.push(sign);
    else if (sign === "]" || sign === "}") open.pop();
  }
  return open.at(-1);
}

function argumentOf(code: SyntaxCode, text: string, start: number): string | undefined {
  if (code === "bad-escape") return text.slice(start, start + 2);
  if (code === "needs-quotes") return text.slice(start, start + 1);
  if (code === "bracket-or-indentation") return openBracket(text, start) === "[" ? "]" : "}";
  return undefined;
}
