import type { BootstrapGraph, BootstrapResource } from "../../bootstrap/graphTypes.ts";
import type { HupHook } from "../../bootstrap/hupFiles.ts";
import { hupPath } from "../../bootstrap/hupPath.ts";
import { startsHup } from "../../bootstrap/startsHup.ts";
import type { TemplateChange } from "../templateChange.ts";
import { type Value, valueIdentity } from "../values/value.ts";
import type { Path } from "../values/valueReader.ts";

/** What cfn-hup does with a change on running machines. */
export interface HupEffect {
  /** The interval: after how many minutes at the latest. */
  readonly minutes: number;
  /** The hooks that act. */
  readonly hooks: readonly string[];
}

/** In minutes, if cfn-hup.conf has no interval. Source: the template reference's page on cfn-hup. */
const DEFAULT_INTERVAL_MINUTES = 15;

/**
 * The parts of a change that cfn-hup applies to the machines of a resource, by the configuration with which they run:
 * that of the template before. `undefined` if nothing runs it, or none of its hooks acts.
 */
export function hupEffect(runner: string, graph: BootstrapGraph, change: TemplateChange): HupEffect | undefined {
  const owners = setUpOf(runner, graph);
  if (!owners.some((owner) => startsHup(graph, owner))) return undefined;
  const readings = owners.flatMap(({ id, runners, summary }) =>
    summary.sources
      .filter(({ where }) => where !== "userData" || id === runner || runners.includes(runner))
      .map(({ reading }) => reading),
  );
  const hooks = readings.flatMap((reading) => reading.hooks).filter((hook) => acts(hook, change));
  if (hooks.length === 0) return undefined;
  const intervals = readings
    .flatMap(({ confs }) => confs)
    .map(({ settings }) => Number(settings.get("interval")?.value ?? DEFAULT_INTERVAL_MINUTES))
    .filter((interval) => interval > 0);
  return {
    minutes: Math.max(...intervals, intervals.length > 0 ? 0 : DEFAULT_INTERVAL_MINUTES),
    hooks: hooks.map(({ name }) => name),
  };
}

/** The resources whose user data and Init metadata set up the machines of a resource. */
export function setUpOf(runner: string, graph: BootstrapGraph): readonly BootstrapResource[] {
  const ids = new Set(graph.resources.get(runner)?.runs ?? []);
  for (const { call, targets } of graph.callsByRunner.get(runner) ?? [])
    if (call.helper === "cfn-init") for (const target of targets ?? []) ids.add(target);
  return [...ids].flatMap((id) => graph.resources.get(id) ?? []);
}

function acts({ settings }: HupHook, change: TemplateChange): boolean {
  const path = settings.get("path");
  const found = path && hupPath(path);
  const triggers = settings.get("triggers")?.value.split(/[\s,]+/) ?? [];
  if (found === undefined) return false;
  const [attribute, ...keys] = found.keys.map(({ text }) => text);
  const id = found.resource.text;
  const event = attribute === "PhysicalResourceId" ? idEvent(id, change) : metadataEvent(id, keys, change);
  return event !== undefined && triggers.includes(`post.${event}`);
}

type Event = "add" | "update" | "remove";

function idEvent(id: string, { changes }: TemplateChange): Event | undefined {
  const change = changes.find((one) => one.id === id);
  if (change?.action === "Add") return "add";
  if (change?.action === "Remove") return "remove";
  return change?.replacement === "True" ? "update" : undefined;
}

/** The event for the part of a resource's metadata at `keys`. */
function metadataEvent(id: string, keys: Path, { before, after, changes }: TemplateChange): Event | undefined {
  const [was, is] = [before, after].map((states) => valueAt(states.get(id)?.parts.get("Metadata")?.value, keys));
  if (was === undefined) return is === undefined ? undefined : "add";
  if (is === undefined) return "remove";
  const follows = changes
    .find((one) => one.id === id)
    ?.details.some(
      ({ attribute, path, happens, differences }) =>
        attribute === "Metadata" && happens !== "no" && differences.length === 0 && isPathBelow(path.slice(1), keys),
    );
  return follows === true || valueIdentity(was) !== valueIdentity(is) ? "update" : undefined;
}

function valueAt(value: Value | undefined, keys: Path): Value | undefined {
  let found = value;
  for (const key of keys) {
    if (!(found instanceof Map)) return undefined;
    found = found.get(key) as Value | undefined;
  }
  return found;
}

function isPathBelow(path: Path, keys: Path): boolean {
  return keys.every((key, index) => path[index] === key);
}
