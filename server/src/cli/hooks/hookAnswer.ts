import { stderr, stdout } from "node:process";
import type { HookCall } from "./hookCall.ts";

/** Bytes of an answer; more would push out what the agent works on. */
const MAX_BYTES = 2000;

/** Tells the agent something, as its host reads it, and gives the exit code. */
export function tell({ host, isBefore }: HookCall, text: string): 0 {
  const shown = firstLines(text);
  const event = isBefore ? "PreToolUse" : "PostToolUse";
  if (host === "kiro") stdout.write(shown);
  else if (host === "copilot") stdout.write(JSON.stringify({ additionalContext: shown }));
  else stdout.write(JSON.stringify({ hookSpecificOutput: { hookEventName: event, additionalContext: shown } }));
  return 0;
}

/** Asks the person whether a tool may run; if the host can't ask, both are warned and it runs. */
export function ask(call: HookCall, text: string): 0 | 1 {
  const shown = firstLines(text);
  const decision = { permissionDecision: "ask", permissionDecisionReason: shown };
  if (call.host === "kiro") {
    // Kiro shows what a hook that fails (but not by 2) says as a warning.
    stderr.write(shown);
    return 1;
  }
  const specific = {
    hookEventName: "PreToolUse",
    ...(call.host === "claude" ? decision : { additionalContext: shown }),
  };
  const answer =
    call.host === "copilot"
      ? decision
      : { ...(call.host === "codex" && { systemMessage: shown }), hookSpecificOutput: specific };
  stdout.write(JSON.stringify(answer));
  return 0;
}

/** As many whole lines as fit. */
function firstLines(text: string): string {
  const bytes = (part: string): number => Buffer.byteLength(part, "utf8");
  if (bytes(text) <= MAX_BYTES) return text;
  const kept: string[] = [];
  let size = bytes("…\n");
  for (const line of text.split("\n")) {
    size += bytes(line) + 1;
    if (size > MAX_BYTES) break;
    kept.push(line);
  }
  return `${kept.join("\n")}\n…`;
}
