import { MENTION } from "../../bootstrap/readScript.ts";
import type { ResourceRule } from "../shared/rule.ts";

/** A script or a file of cfn-hup whose line breaks are lost: everything is on one line. */
export const bootstrapOneLine: ResourceRule = {
  scope: "resource",
  check({ sources }, { report }) {
    for (const { text } of sources) {
      const shebang = /^#![^\n]*/.exec(text.text)?.[0];
      if (shebang !== undefined && MENTION.test(shebang)) {
        report(text.toEntrySpan({ start: 0, end: 2 }), { message: "script" });
      } else if (/^\s*\[[\w-]+\][ \t]+\S+[ \t]*=[^\n]*\s\S+[ \t]*=/.test(text.text.slice(0, 2000))) {
        report(text.toEntrySpan({ start: 0, end: Math.max(1, text.text.indexOf("]") + 1) }), {
          message: "hup-file",
          topic: "cfn-hup-conf",
        });
      }
    }
  },
};
