import type { Hole } from "../model/references/scriptText.ts";
import { type EmbeddedText, embeddedTexts } from "../scripts/embeddedTexts.ts";
import { parseScript } from "../scripts/parseScript.ts";
import type { Dialect, Script } from "../scripts/script.ts";
import { dialectOf, scriptParts } from "../scripts/scriptParts.ts";
import type { Span } from "../text/span.ts";
import type { HelperCall, Reached } from "./helperCall.ts";
import { helperCalls, variablesAfter } from "./helperCalls.ts";
import { type HupConf, type HupHook, hupFiles, isHupFile } from "./hupFiles.ts";
import type { Variables } from "./values.ts";

/** The contents of a script that matter for bootstrapping. Spans are offsets into its text. */
export interface ScriptReading {
  readonly scripts: readonly Script[];
  readonly calls: readonly HelperCall[];
  readonly hooks: readonly HupHook[];
  readonly confs: readonly HupConf[];
  /** Whether a signal is named in a way that is not understood: an SDK's call, a program that is written here. */
  readonly mayAlsoSignal: boolean;
}

/** Names of what takes part in bootstrapping; a text without any of them is not read. */
export const MENTION: RegExp =
  /cfn-(?:init|signal|hup|get-metadata)|signal-resource|signal_?resource|CFNResourceSignal|path\s*=\s*Resources\.|\[main\]/i;

/** Texts within texts within texts: so deep they are read. */
const MAX_DEPTH = 4;

/** Calls in one script beyond this number are not looked at; user data ends at 16 KB. */
const MAX_CALLS = 300;

interface Draft {
  readonly text: string;
  readonly holes: readonly Hole[];
  readonly scripts: Script[];
  readonly calls: HelperCall[];
  readonly hooks: HupHook[];
  readonly confs: HupConf[];
}

const DIRECT: Reached = { kind: "direct", signals: [], outer: undefined };

/** Reads a script: its helper calls, also those in traps, here-documents and quotes, and cfn-hup's files in it. */
export function readScript(text: string, holes: readonly Hole[], dialect?: Dialect): ScriptReading {
  const draft: Draft = { text, holes, scripts: [], calls: [], hooks: [], confs: [] };
  if (MENTION.test(text)) readParts(draft, dialect);
  const { scripts, calls, hooks, confs } = draft;
  return { scripts, calls, hooks, confs, mayAlsoSignal: signalsBesides(text, calls) };
}

function readParts(draft: Draft, dialect: Dialect | undefined): void {
  const whole = { start: 0, end: draft.text.length };
  if (isHupFile(draft.text, whole)) return readHupFile(draft, whole);
  for (const { script, files } of scriptParts(draft.text, dialect)) {
    const variables = readOne(draft, script, new Map(), DIRECT, 0);
    for (const file of files)
      readText(draft, file, undefined, variables, { kind: "file", signals: [], outer: undefined }, 1);
  }
}

function readOne(draft: Draft, script: Script, outer: Variables, reached: Reached, depth: number): Variables {
  draft.scripts.push(script);
  for (const call of helperCalls(script, draft, outer, reached))
    if (draft.calls.length < MAX_CALLS) draft.calls.push(call);
  const variables = variablesAfter(script, draft.holes, outer);
  script.commands.forEach((command, index) => {
    for (const embedded of embeddedTexts(command, script.commands[index + 1])) {
      if (!MENTION.test(draft.text.slice(embedded.start, embedded.end))) continue;
      readText(draft, embedded, embedded.dialect, variables, reachedAfter(embedded, reached, script, index), depth + 1);
    }
  });
  return variables;
}

function reachedAfter({ kind, signals }: EmbeddedText, reached: Reached, script: Script, index: number): Reached {
  const outer = { script, index };
  if (reached.kind !== "direct") return { ...reached, outer };
  return { kind: kind === "run" ? "direct" : kind, signals, outer };
}

function readText(
  draft: Draft,
  range: Span,
  dialect: Dialect | undefined,
  variables: Variables,
  reached: Reached,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  if (isHupFile(draft.text, range)) return readHupFile(draft, range, variables, depth);
  const script = parseScript(draft.text, dialect ?? dialectOf(draft.text.slice(range.start, range.end)), range);
  readOne(draft, script, variables, reached, depth);
}

function readHupFile(draft: Draft, range: Span, variables: Variables = new Map(), depth = 0): void {
  const { hooks, confs } = hupFiles(draft.text, range);
  for (const one of hooks) draft.hooks.push(one);
  for (const one of confs) draft.confs.push(one);
  for (const { settings } of hooks) {
    const action = settings.get("action");
    if (action)
      readText(draft, action, undefined, variables, { kind: "hook", signals: [], outer: undefined }, depth + 1);
  }
}

const CALLS_OF_SDKS =
  /signal_resource\s*\(|[sS]ignalResource(?:Request|Async|WithContext)?\s*\(|SignalResourceCommand|Action=SignalResource|Api["']?\s*:\s*["']?SignalResource/;

function signalsBesides(text: string, calls: readonly HelperCall[]): boolean {
  if (CALLS_OF_SDKS.test(text)) return true;
  if (calls.some(({ helper }) => helper === "cfn-signal" || helper === "signal-resource")) return false;
  // A name in a comment or message is none; one in a program of another language may be.
  return /["'][^"'\n]*cfn-signal(?:\.exe)?["']\s*,/.test(text);
}
