import assert from "node:assert/strict";
import fc from "fast-check";
import { parseScript } from "../../src/scripts/parseScript.ts";
import type { Block, Command, Dialect } from "../../src/scripts/script.ts";
import { inCpuTime, runs } from "../effort.ts";

/** One line a command: operator, enclosing blocks, assignments and words in []. */
function drawn(command: Command): string {
  const blocks: string[] = [];
  for (let block: Block | undefined = command.block; block?.parent; block = block.parent)
    blocks.unshift(
      [/&&|[|]/.test(block.operator) ? block.operator : "", block.kind, block.name].filter(Boolean).join(" "),
    );
  const parts = [
    command.operator === "start" ? "" : command.operator,
    ...blocks.map((block) => `<${block}>`),
    command.negated ? "!" : "",
    ...command.assignments.map(({ name, value }) => `${name}=[${value.text}]`),
    ...command.words.map((word) => `[${word.text}]`),
    ...command.redirects.map(({ operator, target }) => `${operator}[${target.text}]`),
    ...command.heredocs.map(({ delimiter, quoted }) => `heredoc ${delimiter}${quoted ? " quoted" : ""}`),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function check(source: string, expected: readonly string[], dialect: Dialect): void {
  const { commands } = parseScript(source, dialect);
  assert.deepEqual(commands.map(drawn), expected);
  for (const { words } of commands)
    for (const { start, end, text, quote } of words)
      if (quote === "none" && /^[\w-]+$/.test(text) && !/[\\`^]/.test(source))
        assert.equal(source.slice(start, end), text);
}

const bash: [string, string, string[]][] = [
  ["words and quotes", `a 'b c' "d $e" f\\ g`, ["[a] [b c] [d $e] [f g]"]],
  ["joined quotes", `x --r="Web"'Server'1`, ["[x] [--r=WebServer1]"]],
  ["lists", "a; b && c || d | e &\nf", ["[a]", "; [b]", "&& [c]", "|| [d]", "| [e]", "& [f]"]],
  ["a break behind an operator", "a &&\n  b ||\n\n c", ["[a]", "&& [b]", "|| [c]"]],
  ["continuation", "cfn-signal -e $? \\\n  --resource \\\r\n Web", ["[cfn-signal] [-e] [$?] [--resource] [Web]"]],
  ["comments", "# cfn-init\na # b\nc#d", ["[a]", "; [c#d]"]],
  ["an apostrophe in a comment", "# don't\ncfn-init", ["[cfn-init]"]],
  ["variables", "RESOURCE=Web REGION='us east' cmd x=1", ["RESOURCE=[Web] REGION=[us east] [cmd] [x=1]"]],
  ["export", "export A=b", ["[export] [A=b]"]],
  [
    "if",
    "if a; then b; elif c; then d; else e; fi; f",
    ["<condition> [a]", "<branch> [b]", "<condition> [c]", "<branch> [d]", "<else> [e]", "; [f]"],
  ],
  ["an inverted condition", "if ! a\nthen b\nfi || c", ["<condition> ! [a]", "<branch> [b]", "|| [c]"]],
  [
    "loops",
    "for i in 1 2; do a $i; done\nwhile b; do c; done",
    ["[for] [i] [in] [1] [2]", "<loop> [a] [$i]", "<condition> [b]", "<loop> [c]"],
  ],
  [
    "case",
    `case "$1" in\n start|restart) a;;\n *) b ;;\nesac\nc`,
    ["[case] [$1]", "<case> [a]", "<case> [b]", "; [c]"],
  ],
  ["functions", "fail() { a; }\nfunction g { b; }\nfail", ["<function fail> [a]", "<function g> [b]", "; [fail]"]],
  ["subshell and group", "(a; b) && { c; }", ["<subshell> [a]", "; <subshell> [b]", "<&& group> [c]"]],
  [
    "substitution",
    `x=$(a "$(b)") c "d $(e)"`,
    [
      "<substitution> <substitution> [b]",
      "<substitution> [a] [$(b)]",
      "<substitution> [e]",
      `x=[$(a "$(b)")] [c] [d $(e)]`,
    ],
  ],
  ["backticks", "a `b c` d", ["<substitution> [b] [c]", "[a] [`b c`] [d]"]],
  ["arrays", "x=(a b) c", ["<substitution> [a] [b]", "x=[] [c]"]],
  ["redirects", "a > /tmp/x 2>&1 </dev/null; b &>>c", ["[a] >[/tmp/x] 2>&[1] <[/dev/null]", "; [b] &>>[c]"]],
  ["here-document", "cat <<EOF > f\nif x\nEOF\nb", ["[cat] >[f] heredoc EOF", "; [b]"]],
  [
    "here-document, quoted and indented end",
    "cat <<-'E' | tee f\n x\n  E\nb",
    ["[cat] heredoc E quoted", "| [tee] [f]", "; [b]"],
  ],
  ["here-document without end", "cat <<EOF\nx y", ["[cat] heredoc EOF"]],
  ["here-string", "cat <<< x", ["[cat] <<<[x]"]],
  ["a trap", `trap 'cfn-signal -e 1' ERR EXIT`, ["[trap] [cfn-signal -e 1] [ERR] [EXIT]"]],
  ["unfinished", `a "b $(c`, ["<substitution> [c]", "[a] [b $(c]"]],
  ["stray closers", ") } fi done a", ["; [a]"]],
  ["nothing", " \n\t", []],
];

const powershell: [string, string, string[]][] = [
  [
    "continuation",
    "cfn-signal.exe -e $LASTEXITCODE `\n --resource Web",
    ["[cfn-signal.exe] [-e] [$LASTEXITCODE] [--resource] [Web]"],
  ],
  ["call operator", `& "C:\\Program Files\\x.exe" -a`, ["[C:\\Program Files\\x.exe] [-a]"]],
  ["assignment", `$r = "Web"; cfn-init -r $r`, ["r=[Web] [Web]", "; [cfn-init] [-r] [$r]"]],
  [
    "try",
    "try { a; if (b -eq 1) { c } else { d } } catch { e }",
    [
      "[try]",
      "<try> [a]",
      "<try> <substitution> [b] [-eq] [1]",
      "; <try> [if] [(b -eq 1)]",
      "<try> <branch> [c]",
      "; <try> [else]",
      "<try> <else> [d]",
      "; [catch]",
      "<catch> [e]",
    ],
  ],
  ["comments", "<# cfn-init\n #> a # b", ["[a]"]],
  ["here-string", '$x = @"\n a " b\n"@\nc', ['x=[@\n a " b] [@\n a " b]', "; [c]"]],
];

const cmd: [string, string, string[]][] = [
  ["continuation", "a ^\n b", ["[a] [b]"]],
  ["error level", "cfn-signal.exe -e %ERRORLEVEL% & b", ["[cfn-signal.exe] [-e] [%ERRORLEVEL%]", "; [b]"]],
  ["comments", "rem cfn-init\n:: x\na", ["[a]"]],
  [
    "blocks",
    "if errorlevel 1 (\n a\n) else (\n b\n)",
    ["[if] [errorlevel] [1]", "<branch> [a]", "; [else]", "<else> [b]"],
  ],
  ["set", 'set A=b\nset "C=d e"', ["A=[b] [set] [A=b]", "; C=[d e] [set] [C=d e]"]],
  ["a quote ends with its line", 'a "b\nc', ["[a] [b]", "; [c]"]],
];

describe("parseScript", () => {
  for (const [name, source, expected] of bash) it(`bash: ${name}`, () => check(source, expected, "bash"));
  for (const [name, source, expected] of powershell)
    it(`powershell: ${name}`, () => check(source, expected, "powershell"));
  for (const [name, source, expected] of cmd) it(`cmd: ${name}`, () => check(source, expected, "cmd"));

  it("takes part of a text", () => {
    const { commands } = parseScript("a; b c; d", "bash", { start: 3, end: 6 });
    assert.deepEqual(commands.map(drawn), ["[b] [c]"]);
  });

  for (const [name, piece] of [
    ["substitutions", "$("],
    ["quotes", `"'`],
    ["blanks", " "],
    ["escapes", "\\"],
    ["braces", "{ "],
    ["ifs", "if "],
    ["here-documents", "<<A "],
    ["parentheses", "("],
    ["backticks", "`"],
  ] as const)
    for (const dialect of ["bash", "powershell", "cmd"] as const)
      it(`reads 100,000 ${name} in linear time: ${dialect}`, () => {
        const { commands } = inCpuTime(1500, () => parseScript(piece.repeat(100_000), dialect));
        assert.ok(commands.length >= 0);
      });
});

describe("parseScript on any text", () => {
  const fragment = fc.constantFrom(
    "cfn-signal",
    " ",
    "\n",
    ";",
    "&&",
    "||",
    "|",
    "&",
    "(",
    ")",
    "{",
    "}",
    "$(",
    "`",
    '"',
    "'",
    "\\",
    "\\\n",
    "#",
    "<<EOF\n",
    "EOF",
    "if ",
    "then ",
    "else ",
    "fi",
    "for i in ",
    "do ",
    "done",
    "case x in ",
    "esac",
    "=",
    "$?",
    "%X%",
    "^",
    ">",
    "2>&1",
    "é",
    "😀",
    "x() ",
    "trap ",
  );
  for (const dialect of ["bash", "powershell", "cmd"] as const)
    it(`${dialect}: spans are in range and words in order`, () => {
      fc.assert(
        fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
          const text = fragments.join("");
          for (const { start, end, words, heredocs } of parseScript(text, dialect).commands) {
            assert.ok(start >= 0 && start <= end && end <= text.length);
            let at = 0;
            for (const word of words) {
              assert.ok(word.start >= at && word.end > word.start && word.end <= text.length);
              at = word.end;
            }
            for (const body of heredocs) assert.ok(body.start <= body.end && body.end <= text.length);
          }
        }),
        { numRuns: runs(500) },
      );
    });
});
