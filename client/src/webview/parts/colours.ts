import { make } from "./make.ts";

/** The kind of a piece of code, which is also its CSS class. */
type Kind = "comment" | "key" | "string" | "number" | "keyword" | "variable" | "tag" | "added" | "removed";

/** The first pattern that matches decides. All are sticky, and none goes back over what it read. */
type Grammar = readonly (readonly [Kind | "", RegExp])[];

const doubleQuoted = /"(?:[^"\\\n]|\\.)*"?/y;
const singleQuoted = /'[^'\n]*'?/y;
const hashComment = /#[^\n]*/y;
const number = /-?\b\d+(?:\.\d+)?\b/y;
const word = /[\p{L}\p{N}_]+/uy;
const other = /\s+|[\s\S]/uy;

function words(list: string): RegExp {
  return new RegExp(`(?:${list.replaceAll(" ", "|")})(?![\\w-])`, "y");
}

const yaml: Grammar = [
  ["comment", /(?<![^\s])#[^\n]*/y],
  ["key", /(?<=(?:^|[\n{,])[ \t]*(?:- +)*)(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"{}[\],&*!|>%@`-][^\n:#,{}]{0,200}):(?=\s|$)/y],
  ["tag", /![\w:.]+/y],
  ["variable", /\$\{[^}\n]*\}|[&*][\w-]+/y],
  ["string", doubleQuoted],
  ["string", singleQuoted],
  ["keyword", words("true false null yes no")],
  ["number", number],
  ["", /[\w.:/-]+/y],
  ["", other],
];

const json: Grammar = [
  ["key", /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
  ["string", doubleQuoted],
  ["keyword", words("true false null")],
  ["number", number],
  ["comment", /\/\/[^\n]*/y],
  ["", word],
  ["", other],
];

const shell: Grammar = [
  ["comment", /(?<![^\s;])#[^\n]*/y],
  ["variable", /\$(?:\{[^}\n]*\}|[\w?!@#*-]+)/y],
  ["string", doubleQuoted],
  ["string", singleQuoted],
  ["keyword", words("if then else elif fi for while until do done case esac in function return exit set export local")],
  ["tag", /(?<=\s)--?[A-Za-z][\w-]*/y],
  ["number", number],
  ["", /[\w./:@-]+/y],
  ["", other],
];

const python: Grammar = [
  ["comment", hashComment],
  ["string", /(?:[rbfu]{0,2})(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$))/iy],
  ["string", doubleQuoted],
  ["string", /'(?:[^'\\\n]|\\.)*'?/y],
  ["tag", /@[\w.]+/y],
  [
    "keyword",
    words(
      "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield",
    ),
  ],
  ["number", number],
  ["", word],
  ["", other],
];

const powershell: Grammar = [
  ["comment", /<#[\s\S]*?(?:#>|$)|#[^\n]*/y],
  ["variable", /\$(?:\{[^}\n]*\}|[\w:]+)/y],
  ["string", doubleQuoted],
  ["string", singleQuoted],
  [
    "keyword",
    words("if else elseif foreach for while do switch function param return try catch finally throw exit in"),
  ],
  ["tag", /(?<=\s)-[A-Za-z]\w*/y],
  ["number", number],
  ["", /[\w-]+/y],
  ["", other],
];

const diff: Grammar = [
  ["added", /(?<=^|\n)\+[^\n]*/y],
  ["removed", /(?<=^|\n)-[^\n]*/y],
  ["", /[^\n]+/y],
  ["", other],
];

const grammars: Readonly<Record<string, Grammar>> = {
  yaml,
  yml: yaml,
  json,
  jsonc: json,
  bash: shell,
  sh: shell,
  shell,
  zsh: shell,
  console: shell,
  python,
  py: python,
  powershell,
  ps1: powershell,
  diff,
};

/** Longer code is not coloured. */
const MAX_LENGTH = 20_000;

/** Code in pieces, those with a meaning as elements of their own; the text stays the same. */
export function coloured(code: string, language: string): (HTMLElement | string)[] {
  const grammar = grammars[language.toLowerCase()];
  if (!grammar || code.length > MAX_LENGTH) return [code];
  const pieces: (HTMLElement | string)[] = [];
  for (let at = 0; at < code.length; ) {
    const [kind, text] = pieceAt(code, at, grammar);
    const last = pieces.length - 1;
    if (kind !== "") {
      pieces.push(make("span", `code-${kind}`, text));
    } else if (typeof pieces[last] === "string") {
      pieces[last] += text;
    } else {
      pieces.push(text);
    }
    at += text.length;
  }
  return pieces;
}

function pieceAt(code: string, at: number, grammar: Grammar): [Kind | "", string] {
  for (const [kind, pattern] of grammar) {
    pattern.lastIndex = at;
    const text = pattern.exec(code)?.[0] ?? "";
    if (text !== "") return [kind, text];
  }
  return ["", code.charAt(at)];
}
