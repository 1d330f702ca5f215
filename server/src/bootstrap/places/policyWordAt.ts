import type { Entry } from "../../model/template.ts";
import type { ScalarNode } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { type Span, touches } from "../../text/span.ts";
import { awaited, awaitedText } from "../awaited.ts";
import type { BootstrapGraph, BootstrapResource } from "../graphTypes.ts";
import { hupPath } from "../hupPath.ts";
import { configsOf } from "../initMetadata.ts";

/**
 * The meaning of a key of a policy, of a configSet or of the path of a cfn-hup hook; the span is absolute, the text
 * Markdown.
 */
export function policyWordAt(
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
