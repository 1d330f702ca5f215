import { cwd, stderr } from "node:process";
import { visible } from "../../text/visible.ts";
import type { Given } from "../options/commandLine.ts";
import { deployingCommands } from "./deployingCommands.ts";
import { type HookCall, hookCall } from "./hookCall.ts";
import { hookPayload } from "./hookPayload.ts";

/** `cfn-notes hook`. */
export async function runHook(given: Given, language: "en" | "ja"): Promise<number> {
  const call = hookCall(await hookPayload(), cwd());
  // An agent must be able to go on, whatever its hooks are sent.
  if (call === undefined) stderr.write(`cfn-notes hook: ${visible(NO_PAYLOAD[language])}\n`);
  if (call === undefined || !concernsTemplates(call)) return 0;
  // Agents run it beside each of their steps: what answers is loaded only if there is something to answer.
  const { answerHook } = await import("./answerHook.ts");
  return answerHook(call, { given, language, base: given.text("base") });
}

function concernsTemplates({ isBefore, commands, files, folder }: HookCall): boolean {
  return isBefore
    ? commands.some((line) => deployingCommands(line, folder).length > 0)
    : files.some((file) => /\.(?:ya?ml|json|template)$/i.test(file));
}

const NO_PAYLOAD = {
  en: "the payload of a hook on a tool is expected on standard input, as JSON.",
  ja: "標準入力に、ツールのフックのペイロードをJSONで渡してください。",
} as const;
