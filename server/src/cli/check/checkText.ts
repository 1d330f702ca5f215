import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { byCurrentCode } from "../../rules/engine/formerCodes.ts";
import { createTemplateChecker, type TemplateChecker } from "../../templateChecker.ts";
import { runToEnd } from "../../text/runToEnd.ts";
import type { CheckRequest, Finding } from "../apiTypes.ts";
import { checkedFile } from "../files/checked.ts";

let checkerOnce: Promise<TemplateChecker> | undefined;

function checker(): Promise<TemplateChecker> {
  checkerOnce ??= nodeHost.catalogue().then(createTemplateChecker);
  return checkerOnce;
}

/** See `check` in `api.ts`. */
export async function checkText(
  text: string,
  { language = "en", rules = {} }: CheckRequest = {},
): Promise<readonly Finding[]> {
  if (!looksLikeTemplate(text)) return [];
  const severities = byCurrentCode(Object.entries(rules));
  const { diagnostics } = await checker();
  const found = runToEnd(diagnostics(parse(text), { language, today: nodeHost.today(), severities }));
  return checkedFile("", text, found).diagnostics.map(
    ({ line, column, endLine, endColumn, severity, code, message, fix }) => ({
      line,
      column,
      endLine,
      endColumn,
      severity,
      code,
      message,
      fix: fix ?? null,
    }),
  );
}
