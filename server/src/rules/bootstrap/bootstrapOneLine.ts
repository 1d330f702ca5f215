import { MENTION } from "../../bootstrap/readScript.ts";
import type { ResourceRule } from "../engine/rule.ts";

/** A script or a file of cfn-hup whose line breaks are lost: everything is on one line. */
export const bootstrapOneLine: ResourceRule = {
  scope: "resource",
  check({ sources }, { report }) {
    for (const { text } of sources) {
      const shebang = /^#![^\n]*/.exec(text.text)?.[0];
      if (shebang !== undefined && MENTION.test(shebang)) {
        report(text.toEntrySpan({ start: 0, end: 2 }), {
          en: "This script has no line break after its #! line, so all of it is taken for the interpreter and nothing runs. End each line with \\n, or use a | block.",
          ja: "#!の行の後に改行がないため、スクリプト全体がインタープリターの指定とみなされ、何も実行されません。各行を \\nで終えるか、| のブロックで書いてください。",
        });
      } else if (/^\s*\[[\w-]+\][ \t]+\S+[ \t]*=[^\n]*\s\S+[ \t]*=/.test(text.text.slice(0, 2000))) {
        report(text.toEntrySpan({ start: 0, end: Math.max(1, text.text.indexOf("]") + 1) }), {
          en: "This file has no line breaks, so cfn-hup cannot read it: the section's name and each setting need a line of their own.",
          ja: "改行がないため、cfn-hupはこのファイルを読めません。セクション名と各設定は、それぞれ1行に書いてください。",
          topic: "cfn-hup-conf",
        });
      }
    }
  },
};
