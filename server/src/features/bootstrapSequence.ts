import { type Awaited, awaited, waitText } from "../bootstrap/awaited.ts";
import { durationText } from "../bootstrap/duration.ts";
import type { BootstrapGraph, BootstrapResource } from "../bootstrap/graphTypes.ts";
import { type SequenceStep, sequence } from "../bootstrap/sequence.ts";
import { entryAt } from "../model/focus/focusAt.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";
import { stepText } from "./sequence/stepText.ts";

/** A step of a picture of how a resource comes up. */
export interface PictureStep {
  readonly kind: SequenceStep["kind"];
  /** What it happens on: CloudFormation, the resource's own machines, or something else. */
  readonly lane: "stack" | "machine" | "elsewhere";
  /** Its indentation under the steps before; 0 is none. */
  readonly depth: number;
  readonly title: Localised;
  /** Empty if the title says all. */
  readonly detail: Localised;
  /** Whether it is a signal for something else than the resource. */
  readonly astray: boolean;
  /** Absolute; `undefined` for what is not written in the template. */
  readonly span: Span | undefined;
}

export interface SequencePicture {
  readonly logicalId: string;
  readonly type: string | undefined;
  /** What CloudFormation waits for; `undefined` if it does not wait. */
  readonly wait: Localised | undefined;
  readonly steps: readonly PictureStep[];
}

export interface BootstrapSequence {
  /** `undefined` if the place belongs to nothing that comes up by a script or waits for signals. */
  readonly picture: SequencePicture | undefined;
  /** All resources that have a picture, in the order of the text. */
  readonly resources: readonly { readonly logicalId: string; readonly type: string | undefined }[];
}

/**
 * How the resource with that logical id, or at that offset, comes up. A place in a launch template means a resource
 * that runs it: `preferred`, if that is one, else the first.
 */
export function bootstrapSequence(
  graph: BootstrapGraph,
  place: string | number,
  preferred?: string,
): BootstrapSequence {
  const resources = [...graph.resources.values()].filter((resource) => comesUp(graph, resource));
  const resource = typeof place === "string" ? graph.resources.get(place) : resourceAt(graph, place);
  const candidates = resource ? [resource.id, ...resource.runners] : [];
  const known = candidates.filter((id) => resources.some((one) => one.id === id));
  const shown = known.find((id) => id === preferred) ?? known[0];
  return {
    picture: shown === undefined ? undefined : picture(graph, shown),
    resources: resources.map(({ id, summary: { type } }) => ({ logicalId: id, type })),
  };
}

function comesUp(graph: BootstrapGraph, resource: BootstrapResource): boolean {
  return resource.runs.length > 0 || awaited(graph, resource) !== undefined;
}

function resourceAt(graph: BootstrapGraph, offset: number): BootstrapResource | undefined {
  const entry = entryAt(graph.template, offset);
  return entry?.section === "Resources" ? graph.resources.get(entry.name) : undefined;
}

function picture(graph: BootstrapGraph, logicalId: string): SequencePicture | undefined {
  const resource = graph.resources.get(logicalId);
  const told = sequence(graph, logicalId);
  if (!resource || !told) return undefined;
  const wait = awaited(graph, resource);
  const isMeant = meantNames(graph, resource);
  const astray = (step: SequenceStep): boolean =>
    wait !== undefined && step.kind === "signal" && step.name !== "" && !step.name.split(", ").some(isMeant);
  return {
    logicalId,
    type: told.type,
    wait: wait && waited(wait),
    steps: told.steps.map((step) => ({
      kind: step.kind,
      lane: laneOf(step),
      depth: step.depth,
      ...stepText(step, { resource, wait, astray: astray(step) }),
      astray: astray(step),
      span: step.span,
    })),
  };
}

/** The logical ids that a signal from the resource's machines may have: its own, or that of a wait handle. */
function meantNames(graph: BootstrapGraph, { id }: BootstrapResource): (name: string) => boolean {
  return (name) =>
    name === id || graph.resources.get(name)?.summary.type === "AWS::CloudFormation::WaitConditionHandle";
}

function laneOf({ kind, depth }: SequenceStep): PictureStep["lane"] {
  if (kind === "create" || kind === "complete" || kind === "timeout") return "stack";
  return kind === "signal" && depth === 0 ? "elsewhere" : "machine";
}

function waited(wait: Awaited): Localised {
  if (wait.policy !== "UpdatePolicy") return waitText(wait);
  const time = wait.timeout === undefined ? undefined : durationText(wait.timeout);
  return {
    en: `on updates, a signal from each new instance${time ? ` in ${time.en}` : ""}`,
    ja: `更新時、新しいインスタンスごとに、${time ? `${time.ja}以内の` : ""}シグナル`,
  };
}
