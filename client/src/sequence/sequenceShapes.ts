import type { SequencePictureStep } from "../../../server/src/protocol/template.ts";

/** A step with the height of the middle of its first line of text, in pixels. */
export interface PlacedStep extends Pick<SequencePictureStep, "kind" | "lane" | "depth" | "astray"> {
  readonly y: number;
}

/** A part of the picture; `tone` says what it stands for, and the style sheet its colour. */
export interface Shape {
  readonly tone: "stack" | "machine" | "signal" | "astray" | "complete" | "timeout";
  /** An SVG path. */
  readonly path: string;
  /** `arrow`: a line with a head at its end. `node`: a closed outline. `glyph`: the sign inside a node. */
  readonly form: "rail" | "waiting" | "branch" | "arrow" | "fork" | "node" | "glyph";
}

const STACK_X = 16;
const MACHINE_X = 60;
const FORK_X = 44;
const INDENT = 20;
const BEND = 8;

/** The distance of a step's node from the left, in pixels. */
export function nodeX({ kind, lane, depth }: Pick<PlacedStep, "kind" | "lane" | "depth">): number {
  if (kind === "timeout") return FORK_X;
  return lane === "stack" ? STACK_X : MACHINE_X + Math.max(0, depth - 1) * INDENT;
}

/**
 * The distance of a step's text from the left, in pixels.
 * @param forked whether the sequence can end in a timeout
 */
export function textX(step: Pick<PlacedStep, "kind" | "lane" | "depth">, forked: boolean): number {
  return (step.kind === "complete" && forked ? FORK_X : nodeX(step)) + INDENT;
}

/** The shapes of a sequence: what CloudFormation does on the left, what happens on machines beside it. */
export function sequenceShapes(steps: readonly PlacedStep[]): readonly Shape[] {
  const nodes = steps.flatMap(nodeShapes);
  return [...stackRail(steps), ...machineRails(steps), ...branches(steps), ...arrows(steps), ...nodes];
}

function stackRail(steps: readonly PlacedStep[]): Shape[] {
  const create = steps.find(({ kind }) => kind === "create");
  const complete = steps.find(({ kind }) => kind === "complete");
  const timeout = steps.find(({ kind }) => kind === "timeout");
  if (!create || !complete) return [];
  const line: Shape = { tone: "stack", form: "rail", path: `M${STACK_X} ${create.y}V${complete.y}` };
  if (!timeout) return [line];
  const fork = complete.y - 24;
  return [
    { tone: "stack", form: "waiting", path: `M${STACK_X} ${create.y}V${fork}` },
    line,
    {
      tone: "timeout",
      form: "fork",
      path: `M${STACK_X} ${fork}h${FORK_X - STACK_X - BEND}q${BEND} 0 ${BEND} ${BEND}V${timeout.y}`,
    },
  ];
}

/** One rail for each script, down to its last call. */
function machineRails(steps: readonly PlacedStep[]): Shape[] {
  return steps.flatMap((step, index): Shape[] => {
    if (step.kind !== "userData") return [];
    const next = steps.findIndex(({ depth }, at) => at > index && depth === 0);
    const last = steps.slice(index, next < 0 ? undefined : next).findLast(({ depth }) => depth <= 1);
    if (!last || last === step) return [];
    return [{ tone: "machine", form: "rail", path: `M${MACHINE_X} ${step.y}V${last.y}` }];
  });
}

/** From a call to its configs, from a config to its sections. */
function branches(steps: readonly PlacedStep[]): Shape[] {
  return steps.flatMap((step, index): Shape[] => {
    const parent = step.depth < 2 ? undefined : steps.slice(0, index).findLast(({ depth }) => depth < step.depth);
    if (!parent) return [];
    const from = nodeX(parent);
    const to = nodeX(step);
    const path = `M${from} ${parent.y}V${step.y - BEND}q0 ${BEND} ${BEND} ${BEND}H${to}`;
    return [{ tone: "machine", form: "branch", path }];
  });
}

/** The stack launches machines, and they signal the stack. */
function arrows(steps: readonly PlacedStep[]): Shape[] {
  return steps.flatMap((step): Shape[] => {
    if (step.kind === "userData") {
      return [{ tone: "stack", form: "arrow", path: arrow(STACK_X, MACHINE_X - 10, step.y) }];
    }
    if (step.kind !== "signal") return [];
    const from = nodeX(step);
    if (!step.astray) return [{ tone: "signal", form: "arrow", path: arrow(from, STACK_X + 4, step.y) }];
    const end = STACK_X + 18;
    return [
      { tone: "astray", form: "fork", path: `M${from} ${step.y}H${end}` },
      { tone: "astray", form: "glyph", path: cross(end - 4, step.y, 4) },
    ];
  });
}

function arrow(from: number, to: number, y: number): string {
  const back = from < to ? -5 : 5;
  return `M${from} ${y}H${to}m${back} -4L${to} ${y}l${back} 4`;
}

function nodeShapes(step: PlacedStep): Shape[] {
  const tone = toneOf(step);
  const x = nodeX(step);
  const node = (radius: number): Shape => ({ tone, form: "node", path: circle(x, step.y, radius) });
  const glyph = (path: string): Shape => ({ tone, form: "glyph", path });
  switch (step.kind) {
    case "create":
      return [node(9), glyph(`M${x - 4} ${step.y}h8M${x} ${step.y - 4}v8`)];
    case "complete":
      return [node(9), glyph(`M${x - 4} ${step.y}l3 3.5l5.5 -6.5`)];
    case "timeout":
      return [node(9), glyph(cross(x, step.y, 3.2))];
    case "userData":
      return [node(9), glyph(`M${x - 4.5} ${step.y - 3.5}l3.5 3.5l-3.5 3.5M${x} ${step.y + 3.5}h4.5`)];
    case "init":
    case "hup":
    case "signal":
      return [node(6)];
    case "config":
      return [node(4.5)];
    case "section":
      return [node(2.5)];
  }
}

function toneOf({ kind, astray }: PlacedStep): Shape["tone"] {
  if (kind === "create") return "stack";
  if (kind === "complete" || kind === "timeout") return kind;
  if (kind === "signal") return astray ? "astray" : "signal";
  return "machine";
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function cross(x: number, y: number, size: number): string {
  return `M${x - size} ${y - size}l${2 * size} ${2 * size}M${x + size} ${y - size}l${-2 * size} ${2 * size}`;
}
