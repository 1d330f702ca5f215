import syntaxTexts from "../../../data/syntaxTexts.yaml";
import type { Template } from "../../model/template.ts";
import type { SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import { lazy } from "../../text/lazy.ts";
import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import type { Finding } from "./finding.ts";
import { FULL_WIDTH_FIX, fullWidthText } from "./fullWidthText.ts";
import { syntaxCauses } from "./syntaxCause.ts";

/** The errors that the parser found: text that is no YAML or JSON (`syntax`, `full-width-character`), and repeated keys (`duplicate-key`). */
export function syntaxFindings(template: Template): Finding[] {
  return syntaxCauses(template).flatMap((problem): Finding[] =>
    problem.code === "duplicate-key"
      ? duplicateKey(problem, template)
      : [
          {
            rule: undefined,
            code: problem.code === "full-width" ? "full-width-character" : "syntax",
            // Another tool's placeholders are no mistake, but nothing else can be checked.
            severity: problem.code === "other-language" ? "info" : "error",
            span: visible(problem, template.text),
            message: syntaxText(problem),
            topic: "yaml-syntax",
            ...(problem.mend && {
              data: {
                title: mendTitle(problem),
                preferred: true,
                ...problem.mend,
              },
            }),
          },
        ],
  );
}

/** The title of the fix for a block at another depth, as happens with pasted text. */
export const INDENT_BLOCK: Localised = {
  en: "Indent the block",
  ja: "ブロックをインデント",
};

const INDENT_WITH_SPACES: Localised = { en: "Indent with spaces", ja: "半角スペースでインデント" };

const ADD_COLON: Localised = { en: "Add the colon", ja: "コロンを付ける" };
const OUTER_AS_KEY: Localised = { en: "Write the outer function in full", ja: "外側の関数を完全な形で書く" };
const REMOVE_COMMA: Localised = { en: "Remove the comma", ja: "カンマを削除" };

function mendTitle({ code }: SyntaxProblem): Localised {
  if (code === "colon-forgotten") return ADD_COLON;
  if (code === "two-functions") return OUTER_AS_KEY;
  if (code === "trailing-comma") return REMOVE_COMMA;
  if (code === "full-width") return FULL_WIDTH_FIX;
  return code === "tabs" ? INDENT_WITH_SPACES : INDENT_BLOCK;
}

/** Reports the second key, and fades the first one, whose value is lost. */
function duplicateKey({ span, argument: key, first }: SyntaxProblem, { text }: Template): Finding[] {
  const name = key ?? text.slice(span.start, span.end);
  const again: Finding = {
    rule: undefined,
    code: "duplicate-key",
    severity: "error",
    span,
    message: {
      en: `The key ${name} is repeated here: remove or rename one of the two.`,
      ja: `キー${name}が重複しています。どちらかを削除するか、名前を変えてください。`,
    },
  };
  if (first === undefined) return [again];
  const lost: Finding = {
    ...again,
    severity: "hint",
    tag: "unnecessary",
    span: first,
    message: {
      en: `The key ${name} is repeated below, so this value is lost.`,
      ja: `キー${name}が後にもう一度あるため、この値は使われません。`,
    },
    related: [{ span, message: { en: "It is repeated here.", ja: "もう一方はここです。" } }],
  };
  return [
    lost,
    { ...again, related: [{ span: first, message: { en: "The first one is here.", ja: "最初の記述はここです。" } }] },
  ];
}

/** An empty span cannot be underlined; what is missing at the end of a part is shown on its last line. */
function visible({ span }: SyntaxProblem, text: string): Span {
  if (span.end > span.start) return span;
  let at = span.start;
  if (at === text.length || at === 0 || text.charCodeAt(at - 1) === 0x0a) {
    const before = text.slice(0, at).trimEnd().length;
    if (before > 0) at = before - 1;
  }
  return { start: at, end: Math.min(at + 1, text.length) };
}

/** The messages for text that cannot be read; `$1` is the problem's argument. */
const syntaxTextOf = lazy(syntaxTexts);

/** The message for a syntax problem, in both languages. */
export function syntaxText({ code, argument }: SyntaxProblem): Localised {
  if (code === "full-width") return fullWidthText(argument ?? "");
  const { en, ja } = syntaxTextOf()[code === "duplicate-key" ? "unreadable" : code];
  const filled = (text: string): string => text.replaceAll("$1", () => argument ?? "");
  return { en: filled(en), ja: filled(ja) };
}
