import type { Focus } from "../../model/focus/focus.ts";
import type { Entry } from "../../model/template.ts";
import type { ScalarNode } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { type Span, touches } from "../../text/span.ts";
import { awaited, awaitedText, waitText } from "../awaited.ts";
import { isSignal } from "../callMeaning.ts";
import type { BootstrapGraph, BootstrapResource, PlacedCall } from "../graphTypes.ts";
import { type Argument, listedNames, optionValue } from "../helperCall.ts";
import { HELPER_SCRIPTS } from "../helperScripts.ts";
import { hupPath } from "../hupPath.ts";
import { configsOf } from "../initMetadata.ts";
import { resourceSummary } from "../resourceSummary.ts";
import { outcomeOf } from "../signals.ts";

/** The meaning of a word of a helper call in this template. */
export interface ScriptWord {
  /** Absolute. */
  readonly span: Span;
  /** Markdown. */
  readonly text: Localised;
}

/** The call at an offset of the template; with the argument under it, if it is on one. */
export function callAt(
  graph: BootstrapGraph,
  offset: number,
): { readonly placed: PlacedCall; readonly argument: Argument | undefined } | undefined {
  for (const placed of graph.calls) {
    const { call, owner, source } = placed;
    const { offset: by, value } = owner.entry;
    if (offset < by + value.start || offset > by + value.end) continue;
    const at = source.text.fromEntryOffset(offset - by);
    if (at === undefined || at < call.nameSpan.start || at > call.end || source.where === "api") continue;
    const argument = call.arguments.find(({ start, end }) => at >= start && at <= end);
    if (argument || at <= call.nameSpan.end) return { placed, argument };
  }
  return undefined;
}

/** The attributes with keys that scripts take part in. */
const HAVE_WORDS: ReadonlySet<string | undefined> = new Set(["CreationPolicy", "UpdatePolicy", "Metadata"]);

/** The resource on which {@link scriptWordAt} may have something to say: the graph is costly to make while somebody types. */
export function scriptedEntryAt({ kind, place }: Focus, offset: number): Entry | undefined {
  if (place.in !== "resource" || kind === "name" || kind === "type") return undefined;
  if (kind === "key" && !HAVE_WORDS.has(place.attribute)) return undefined;
  const { entry } = place;
  const { sources, init, creationPolicy, rollingUpdate } = resourceSummary(entry);
  const at = offset - entry.offset;
  const keys = [
    creationPolicy?.key,
    rollingUpdate?.waits?.key,
    ...[...(init?.configSets.values() ?? [])].map((set) => set.key),
  ];
  const isOnWord =
    keys.some((key) => key !== undefined && touches(key, at)) ||
    sources.some(({ text }) => text.fromEntryOffset(at) !== undefined);
  return isOnWord ? entry : undefined;
}

/**
 * The meaning of the word at an offset: a helper's name, one of its options or its value; the key of a policy that
 * waits, of a configSet, or the path of a hook.
 */
export function scriptWordAt(graph: BootstrapGraph, entry: Entry, offset: number): ScriptWord | undefined {
  const found = callAt(graph, offset);
  if (!found) return policyWordAt(graph, entry, offset);
  const { placed, argument } = found;
  const { call, source, owner } = placed;
  const helper = HELPER_SCRIPTS.get(call.helper);
  const option = argument?.option;
  const parts = [
    option ? namedText(option.name, option.text) : helper ? namedText(helper.name, helper.text) : undefined,
    meaning(graph, placed, argument),
  ];
  const known = parts.flatMap((part) => part ?? []);
  if (known.length === 0) return undefined;
  const span = source.text.toEntrySpan(argument ?? call.nameSpan);
  return {
    span: { start: span.start + owner.entry.offset, end: span.end + owner.entry.offset },
    text: { en: known.map(({ en }) => en).join("\n\n"), ja: known.map(({ ja }) => ja).join("\n\n") },
  };
}

function namedText(name: string, text: Localised): Localised {
  return { en: `\`${name}\` · ${text.en}`, ja: `\`${name}\` · ${text.ja}` };
}

/** The target that it resolves to here. */
function meaning(graph: BootstrapGraph, placed: PlacedCall, argument: Argument | undefined): Localised | undefined {
  const role = argument?.option?.role;
  if (role !== undefined && role !== "resource" && role !== "configSets" && role !== "exitCode") return undefined;
  if (isSignal(placed)) return signalMeaning(graph, placed);
  return placed.call.helper === "cfn-init" ? initMeaning(graph, placed) : undefined;
}

function signalMeaning(graph: BootstrapGraph, placed: PlacedCall): Localised | undefined {
  const names = placed.targets ?? [];
  if (names.length === 0) {
    return {
      en: "Which resource it signals is only known at deployment.",
      ja: "どのリソースに通知するかは、デプロイ時に決まります。",
    };
  }
  const verb = {
    success: { en: "Reports success to", ja: "成功を通知" },
    failure: { en: "Reports failure to", ja: "失敗を通知" },
    either: { en: "Signals", ja: "シグナルを送信" },
  }[outcomeOf(placed)];
  const told = names.map((name) => {
    const resource = placed.byUrl ? conditionOf(graph, name) : graph.resources.get(name);
    return { name: `**${resource?.id ?? name}**`, wait: resource ? waitOf(graph, resource) : ABSENT };
  });
  return {
    en: told.map(({ name, wait }) => `${verb.en} ${name} (${wait.en}).`).join(" "),
    ja: told.map(({ name, wait }) => `${name}に${verb.ja}します（${wait.ja}）。`).join(""),
  };
}

const ABSENT: Localised = { en: "not in this template", ja: "このテンプレートにはありません" };

/** The wait condition that a handle belongs to. */
function conditionOf(graph: BootstrapGraph, handle: string): BootstrapResource | undefined {
  return [...graph.resources.values()].find(
    ({ summary }) => summary.type === "AWS::CloudFormation::WaitCondition" && summary.refers().has(handle),
  );
}

function waitOf(graph: BootstrapGraph, resource: BootstrapResource): Localised {
  const wait = awaited(graph, resource);
  if (!wait) return { en: "which waits for no signal", ja: "シグナルを待ちません" };
  const text = waitText(wait);
  if (wait.policy === "WaitCondition") return text;
  return { en: `${wait.policy}: ${text.en}`, ja: `${wait.policy}: ${text.ja}` };
}

function initMeaning(graph: BootstrapGraph, { call, targets }: PlacedCall): Localised | undefined {
  const target = targets?.length === 1 ? graph.resources.get(targets[0] ?? "") : undefined;
  const init = target?.summary.init;
  if (!target || !init) return undefined;
  const value = optionValue(call, "configSets");
  const sets = value ? listedNames(value).map(({ name }) => name) : ["default"];
  const configs = sets.flatMap((set) => configsOf(init, set));
  if (configs.length === 0) return undefined;
  const list = configs.map((config) => `\`${config}\``).join(" → ");
  return {
    en: `Runs ${list} of **${target.id}** (configSet ${sets.join(", ")}).`,
    ja: `**${target.id}**の${list}を実行します（configSet ${sets.join(", ")}）。`,
  };
}

/**
 * The meaning of a key of a policy, of a configSet or of the path of a cfn-hup hook; the span is absolute, the text
 * Markdown.
 */
function policyWordAt(
  graph: BootstrapGraph,
  entry: Entry,
  offset: number,
): { readonly span: Span; readonly text: Localised } | undefined {
  const resource = entry.section === "Resources" ? graph.resources.get(entry.name) : undefined;
  if (!resource) return undefined;
  const at = offset - resource.entry.offset;
  const found = policyKey(graph, resource, at) ?? configSetKey(resource, at) ?? hookPath(graph, resource, at);
  if (!found) return undefined;
  const { start, end } = found.span;
  return {
    span: { start: start + resource.entry.offset, end: end + resource.entry.offset },
    text: found.text,
  };
}

interface Told {
  readonly span: Span;
  readonly text: Localised;
}

function policyKey(graph: BootstrapGraph, resource: BootstrapResource, at: number): Told | undefined {
  const { creationPolicy, rollingUpdate } = resource.summary;
  const keys: (ScalarNode | undefined)[] = [creationPolicy?.key, rollingUpdate?.waits?.key];
  const key = keys.find((one) => one && touches(one, at));
  const wait = key && awaited(graph, resource);
  if (!key || !wait || (key === creationPolicy?.key && wait.policy !== "CreationPolicy")) return undefined;
  const text = awaitedText(wait);
  return { span: key, text: { en: `**${resource.id}** ${text.en}.`, ja: `**${resource.id}**: ${text.ja}。` } };
}

function configSetKey({ id, summary: { init } }: BootstrapResource, at: number): Told | undefined {
  const set = init && [...init.configSets.values()].find(({ key }) => touches(key, at));
  if (!init || !set) return undefined;
  const configs = configsOf(init, set.key.text);
  if (configs.length === 0) return undefined;
  const list = configs.map((config) => `\`${config}\``).join(" → ");
  return { span: set.key, text: { en: `Runs ${list} of **${id}**.`, ja: `**${id}**の${list}を実行します。` } };
}

function hookPath(graph: BootstrapGraph, { summary: { sources } }: BootstrapResource, at: number): Told | undefined {
  for (const { text, reading } of sources) {
    const inText = reading.hooks.length > 0 ? text.fromEntryOffset(at) : undefined;
    if (inText === undefined) continue;
    for (const { settings } of reading.hooks) {
      const setting = settings.get("path");
      const path = setting && touches(setting, inText) ? hupPath(setting) : undefined;
      if (!setting || !path) continue;
      const name = path.resource.text;
      const known = graph.resources.has(name);
      const below = path.keys.map((key) => key.text).join(".");
      return {
        span: text.toEntrySpan(setting),
        text: known
          ? {
              en: `Runs when \`${below}\` of **${name}** changes.`,
              ja: `**${name}**の\`${below}\`が変わると実行されます。`,
            }
          : { en: `**${name}** is not in this template.`, ja: `**${name}**はこのテンプレートにありません。` },
      };
    }
  }
  return undefined;
}
