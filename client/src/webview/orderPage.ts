// The script of the page with the order of a deployment: steps in waves, and for one of them who waits for whom.
import type { OrderPhase, OrderStep } from "../../../server/src/protocol/template.ts";
import type { FromPicturePage, OrderPage, ToPicturePage } from "../page/picturePage.ts";
import { chooser, elementOf, make, moveByArrow, pressable } from "./parts/make.ts";
import { type SearchField, searchField } from "./parts/searchField.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPicturePage): void };

const vscode = acquireVsCodeApi();
let shown = "";
let page: OrderPage | undefined;
/** The index of the selected step, counted over all phases. */
let selected = -1;
let search: SearchField | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPicturePage<OrderPage>>) => {
  if (data.type === "show") show(data.page);
  else markCaret(data.index);
});
vscode.postMessage({ type: "ready" });

function show(next: OrderPage): void {
  const asked = JSON.stringify(next);
  if (asked !== shown) {
    shown = asked;
    const before = page && placeSteps()[selected]?.step.title;
    page = next;
    document.documentElement.lang = next.language;
    const [focused, searched] = [document.activeElement?.id ?? "", search?.value ?? ""];
    const { phases, kept } = next.order;
    const isEmpty = phases.length === 0 && kept.length === 0;
    elementOf("picture").replaceChildren(
      header(next),
      ...(isEmpty ? [make("p", "hint", next.empty)] : phaseElements(next)),
    );
    select(before === undefined ? -1 : placeSteps().findIndex(({ step }) => step.title === before));
    if (search) search.value = searched;
    search?.mark();
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  const titles = placeSteps().map(({ step }) => step.title);
  vscode.postMessage({ type: "drawn", titles, lines: document.querySelectorAll(".wave").length });
}

/** A step with its phase and its index there. */
interface Placed {
  readonly phase: OrderPhase;
  readonly step: OrderStep;
  readonly first: number;
}

function placeSteps(): readonly Placed[] {
  let first = 0;
  return (page?.order.phases ?? []).flatMap((phase) => {
    const from = first;
    first += phase.steps.length;
    return phase.steps.map((step) => ({ phase, step, first: from }));
  });
}

function header({ operation, hasBase, base, words }: OrderPage): HTMLElement {
  const against = hasBase ? words.against.replace("{}", base) : words.noBase;
  const options = [
    { value: "create", label: words.create },
    { value: "update", label: `${words.update} (${against})`, disabled: !hasBase },
    { value: "delete", label: words.delete },
  ];
  const tell = (choice: string): void => vscode.postMessage({ type: "choose", choice });
  search = searchField(words, links, elementOf("picture"));
  return make("header", "header", chooser(words.operation, options, operation, tell), ...search.elements);
}

function phaseElements({ order, words }: OrderPage): HTMLElement[] {
  let first = 0;
  const sections = order.phases.map((phase) => {
    const section = phaseElement(phase, first);
    first += phase.steps.length;
    return section;
  });
  const kept = make("p", "hint", `${words.kept}: ${order.kept.join(words.between)}`);
  return [...sections, ...(order.kept.length === 0 ? [] : [kept])];
}

function phaseElement({ title, failure, steps }: OrderPhase, first: number): HTMLElement {
  const words = page?.words;
  const waves = 1 + Math.max(...steps.map(({ wave }) => wave));
  const critical = steps.filter(({ isCritical }) => isCritical).length;
  const made = make(
    "section",
    "phase",
    make("h1", "phase-title", title),
    make("p", "hint", words?.waves.replace("{}", String(waves))),
    make("p", "hint critical-key", words?.critical.replace("{}", String(critical))),
    make("p", "hint", `${words?.ifFails}: ${failure}`),
  );
  for (let wave = 0; wave < waves; wave++) {
    const members = steps.flatMap((step, index) => (step.wave === wave ? [{ step, index: first + index }] : []));
    const count = make("span", "detail", String(members.length));
    made.append(
      make("h2", "wave", words?.wave.replace("{}", String(wave + 1)), count),
      // Some screen readers no longer announce a list without numbers as a list.
      make("ol", "steps", { role: "list" }, ...members.map(({ step, index }) => stepElement(step, index))),
    );
  }
  return made;
}

function stepElement(step: OrderStep, index: number): HTMLElement {
  const look = `step${step.isCritical ? " critical" : ""}${step.severity ? ` ${step.severity}` : ""}`;
  const more = { id: `step-${index}`, "aria-expanded": "false" };
  const link = pressable("link", "", () => vscode.postMessage({ type: "reveal", index }), more);
  link.append(make("span", "title", step.title));
  if (step.effect) link.append(make("span", "effect", step.effect));
  link.append(" ", make("span", "detail", step.detail));
  link.addEventListener("focus", () => select(index));
  link.addEventListener("keydown", (event) => moveByArrow(event, links()));
  return make("li", look, { id: `item-${index}` }, link);
}

/** Selects a step: shows whom it waits for, who waits for it, and what becomes of all of them if it fails. */
function select(index: number): void {
  document.querySelector(".more")?.remove();
  document.getElementById(`step-${selected}`)?.setAttribute("aria-expanded", "false");
  selected = index;
  const steps = placeSteps();
  const chosen = steps[index];
  const { before, after, direct } = chosen ? around(chosen, index) : { before: [], after: [], direct: [] };
  const [isBefore, isAfter] = [new Set(before), new Set(after)];
  for (const at of steps.keys()) {
    const { classList } = document.getElementById(`item-${at}`) ?? make("li", "");
    classList.toggle("selected", at === index);
    classList.toggle("before", isBefore.has(at));
    classList.toggle("after", isAfter.has(at));
  }
  const item = document.getElementById(`item-${index}`);
  if (!page || !chosen || !item) return;
  const { words } = page;
  const undone = before.map((at) => ({ at, behind: ` (${steps[at]?.step.undo ?? ""})` }));
  const plain = (at: number): { at: number; behind: string } => ({ at, behind: "" });
  const more = make(
    "div",
    "more",
    namesElement(
      words.waitsFor,
      chosen.step.waitsFor.map((one) => plain(one + chosen.first)),
      words.nothing,
    ),
    namesElement(words.waitedForBy, direct.map(plain), words.nothing),
    namesElement(words.doneBefore, undone, words.nothing),
    namesElement(words.neverBegun, after.map(plain), words.nothing),
    make("p", "hint", words.rest),
  );
  item.append(more);
  document.getElementById(`step-${index}`)?.setAttribute("aria-expanded", "true");
}

/** All steps that are done before one, and all that wait for it, directly or not; counted over all phases. */
function around(
  { phase, first }: Placed,
  index: number,
): { readonly before: number[]; readonly after: number[]; readonly direct: number[] } {
  const { steps } = phase;
  const followers = steps.map((): number[] => []);
  for (const [at, { waitsFor }] of steps.entries()) for (const one of waitsFor) followers[one]?.push(at);
  const reach = (next: (at: number) => readonly number[]): number[] => {
    const seen = new Set<number>();
    const left = [...next(index - first)];
    for (let at = left.pop(); at !== undefined; at = left.pop())
      if (!seen.has(at)) {
        seen.add(at);
        left.push(...next(at));
      }
    return [...seen].sort((a, b) => a - b).map((at) => at + first);
  };
  return {
    before: reach((at) => steps[at]?.waitsFor ?? []),
    after: reach((at) => followers[at] ?? []),
    direct: (followers[index - first] ?? []).map((at) => at + first),
  };
}

function namesElement(
  label: string,
  which: readonly { readonly at: number; readonly behind: string }[],
  nothing: string,
): HTMLElement {
  const made = make("p", "", `${label}: `);
  if (which.length === 0) made.append(nothing);
  const steps = placeSteps();
  for (const [count, { at, behind }] of which.entries()) {
    const link = pressable("link", steps[at]?.step.title ?? "", () => document.getElementById(`step-${at}`)?.focus());
    made.append(count === 0 ? "" : (page?.words.between ?? ""), link, behind);
  }
  return made;
}

function markCaret(index: number): void {
  for (const at of placeSteps().keys()) {
    const link = document.getElementById(`step-${at}`);
    if (at === index) link?.setAttribute("aria-current", "location");
    else link?.removeAttribute("aria-current");
  }
  if (index < 0 || document.hasFocus()) return;
  select(index);
  document.getElementById(`item-${index}`)?.scrollIntoView({ block: "nearest" });
}

function links(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>(".step > .link")];
}
