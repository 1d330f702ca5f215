import { HOLE } from "../../model/references/scriptText.ts";
import type { ResourceRule } from "../shared/rule.ts";

/**
 * User data that calls a helper script but does not begin with `#!`, `#cloud-config`, `<powershell>`, `<script>` or a
 * MIME header.
 */
export const bootstrapNoInterpreter: ResourceRule = {
  scope: "resource",
  check({ sources }, { report }) {
    for (const { where, reading, text } of sources) {
      if (where !== "userData" || !reading.calls.some(({ reached }) => reached.kind === "direct")) continue;
      const start = text.text.length - text.text.trimStart().length;
      if (KNOWN.test(text.text.slice(start, start + 400))) continue;
      const line = text.text.indexOf("\n", start);
      report(text.toEntrySpan({ start, end: line < 0 ? text.text.length : line }), { message: "ignored" });
    }
  },
};

/** How user data may begin: for cloud-init, EC2Launch, Bottlerocket and other systems. */
const KNOWN = new RegExp(
  `^(?:#!|#cloud-|#include|#part-handler|#upstart-job|## ?template:|<(?:powershell|script|persist|version|powershellArguments)|(?:[\\w-]+:[^\\n]*\\r?\\n[ \\t]*)*?(?:mime-version|content-type|boundary)|\\[|\\{|version:|${HOLE})`,
  "i",
);
