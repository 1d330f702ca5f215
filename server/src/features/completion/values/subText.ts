import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import { keysAround } from "../../../model/focus/completionPlace.ts";
import { subVariables } from "../../../model/tree/subVariables.ts";
import { insertion } from "../keys/keys.ts";
import { OF_STATES } from "../keys/targets.ts";
import type { CompletionItem, Named, Scene } from "../scene.ts";
import { attributesOf } from "./getAtt.ts";
import { refTargets } from "./names.ts";

/** Names in `${…}` of a `Fn::Sub`: parameters, resources and their attributes, pseudo parameters, the variables of its map. */
export function subItems(scene: Scene): CompletionItem[] {
  const open = openVariable(scene);
  if (open === undefined) return [];
  const { start, end, typed } = open;
  const { template, subject } = scene;
  const closing = template.text[end] === "}" ? "" : "}";
  const dot = typed.indexOf(".");
  const owner = dot < 0 ? undefined : typed.slice(0, dot);
  const wanted = wantedIn(scene, template.text.slice(Math.max(scene.place.content.start, start - 200), start));
  const named =
    owner === undefined
      ? [
          ...variablesOf(scene),
          ...wanted,
          ...refTargets(scene).filter(({ name }) => !wanted.some((one) => one.name === name)),
        ]
      : attributesOf(scene, owner).map((attribute) => ({ ...attribute, name: `${owner}.${attribute.name}` }));
  return named
    .filter(({ name }) => !(name === subject.entry && subject.section === "Resources"))
    .map(({ name, kind, rank, order = "", detail, data }) => ({
      label: owner === undefined ? name : name.slice(owner.length + 1),
      kind,
      sortText: `${rank}${order}${name}`,
      filterText: name,
      insertText: name + closing,
      snippet: false,
      span: { start, end },
      ...(detail !== undefined && { detail }),
      ...(data !== undefined && { data }),
    }));
}

/** The variable that is being typed at the caret, in a string that `Fn::Sub` reads. */
export function openVariable(scene: Scene): { start: number; end: number; typed: string } | undefined {
  const { subject, place, template, offset } = scene;
  if (place.accepts.value !== true && place.accepts.text !== true) return undefined;
  if (!isSubText(scene)) return undefined;
  const { text } = template;
  const before = text.slice(Math.max(place.content.start, offset - 200), offset);
  const typed = /\$\{([\w:.]*)$/.exec(before)?.[1];
  if (typed === undefined || subject.call === undefined) return undefined;
  const rest = /^[\w:.]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - typed.length, end: offset + rest, typed };
}

/** Keys of the map that is `Fn::Sub`'s second argument: variables that its text uses and that nothing else declares. */
export function subMapItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  const [step] = subject.call?.steps ?? [];
  if (place.accepts.key !== true || subject.call?.name !== "Fn::Sub" || step?.kind !== "item" || step.index !== 1)
    return [];
  const before = template.text.slice(Math.max(0, place.span.start - 3000), place.span.start);
  const text = before.slice(Math.max(before.lastIndexOf("!Sub"), before.lastIndexOf("Fn::Sub")));
  const present = keysAround(place);
  const { parameters, resources } = template.declarations;
  return [...new Set(subVariables(text).map(({ name }) => name))]
    .filter((name) => /^\w+$/.test(name) && !present.has(name) && !parameters.has(name) && !resources.has(name))
    .map((name) => ({
      ...insertion(scene, name, () => ({ kind: "string" })),
      label: name,
      kind: "variable",
      sortText: `0${name}`,
      ...(place.quote !== "" && { filterText: `${place.quote}${name}` }),
    }));
}

/** What a variable nearly always is, by the text in front of its `${`. */
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/--stack(?:-name)?[ =]["']?\$\{$/, "AWS::StackName"],
  [/--region[ =]["']?\$\{$/, "AWS::Region"],
];

/** The functions that a state machine's task calls, the stack and the Region of a command. */
function wantedIn({ subject, template }: Scene, before: string): readonly Named[] {
  const name = WANTED.find(([behind]) => behind.test(before))?.[1];
  if (name !== undefined) return [{ name, kind: "pseudoParameter", rank: 0, data: { of: "pseudoParameter", name } }];
  if (!subject.resourceType?.endsWith("::StateMachine")) return [];
  const key = /"(\w+)"[ \t]*:[ \t]*"\$\{$/.exec(before)?.[1];
  const references = OF_STATES[key ?? ""] ?? [];
  return [...template.declarations.resources].flatMap(([logicalId, { type = "" }]) => {
    const found = references.find((one) => one.type === type || one.type === samBecomes(type));
    return found === undefined || found.attribute === "FunctionName"
      ? []
      : [{ name: `${logicalId}.${found.attribute}`, kind: "returnValue" as const, rank: 0, detail: type }];
  });
}

/** Whether the string at the caret is one in which `${…}` is replaced. */
export function isSubText({ subject }: Scene): boolean {
  const { call } = subject;
  if (call?.name !== "Fn::Sub") return false;
  const [step] = call.steps;
  return step === undefined || (step.kind === "item" && step.index === 0 && call.steps.length === 1);
}

/** Names in the map that is the second argument. */
function variablesOf({
  template,
  place,
  subject,
}: Scene): { name: string; kind: "variable"; rank: number; order?: never; detail?: string; data?: never }[] {
  if (subject.call?.steps[0]?.kind !== "item") return [];
  const behind = template.text.slice(place.content.end, place.content.end + 1500);
  const map = /^["']?\s*(?:,\s*)?(?:-\s+)?\{?((?:\s*["']?\w+["']?\s*:[^\n]*\n?)+)/.exec(behind)?.[1] ?? "";
  return [...map.matchAll(/(?:^|[,{\n])\s*["']?(\w+)["']?\s*:/g)].flatMap(([, name]) =>
    name === undefined || name === "Ref" ? [] : [{ name, kind: "variable" as const, rank: 0 }],
  );
}
