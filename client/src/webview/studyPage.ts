// The script of the page for reviewing: a card, its answer, and keys for everything.
import type { FromStudyPage, ShownCard, StudyPage, ToStudyPage } from "../page/studyPage.ts";
import { announce } from "./parts/announce.ts";
import { keyButton } from "./parts/keyButton.ts";
import { elementOf, make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromStudyPage): void };

const vscode = acquireVsCodeApi();
let page: StudyPage | undefined;
let editing = false;
/** How many hints on the card are shown. */
let hinted = 0;

window.addEventListener("message", ({ data }: MessageEvent<ToStudyPage>) => {
  const before = page?.card;
  page = data.page;
  if (before?.front !== page.card?.front) hinted = 0;
  // What is being typed stays as it is: the extension also answers to what came before it.
  if (editing && before?.front === page.card?.front && before?.back === page.card?.back) return;
  editing = false;
  draw();
});
document.addEventListener("keydown", pressed);
vscode.postMessage({ type: "ready" });

function draw(): void {
  if (!page) return;
  const { words, card } = page;
  document.documentElement.lang = words.language;
  const parts = card ? (editing ? editorOf(page, card) : cardOf(page, card)) : doneOf(page);
  elementOf("study").replaceChildren(...parts);
  focusFirst();
  announce(heard(page));
  vscode.postMessage({ type: "drawn", front: card?.front ?? "", back: card && page.revealed ? card.back : "" });
}

/** The next thing to do has the focus: Space and Enter do that, whatever was clicked before. */
function focusFirst(): void {
  document.querySelector<HTMLElement>("[data-first]")?.focus();
}

/** What is new on the page, for screen readers. */
function heard({ card, revealed, done }: StudyPage): string {
  if (editing) return "";
  if (!card) return done.join(" ");
  return revealed ? card.back : (hintsOf(card)[hinted - 1] ?? `${card.prompt} ${card.front}`);
}

function cardOf({ words, count, deck, revealed, canUndo }: StudyPage, card: ShownCard): HTMLElement[] {
  const header = make(
    "header",
    "header",
    make("span", "count", count),
    make("span", "deck", deck),
    ...(card.isNew ? [make("span", "new", words.isNew)] : []),
  );
  const asked = [make("p", "prompt", card.prompt), paragraph("front", card.front)];
  const question = make("section", "question", { "aria-label": words.question }, ...asked);
  const hints = hintsOf(card);
  const tools = make(
    "footer",
    "tools",
    ...(!revealed && hinted < hints.length ? [keyButton(words.hint, "H", hint)] : []),
    keyButton(words.why, "W", () => {
      send("why");
      focusFirst();
    }),
    keyButton(words.edit, "E", edit),
    ...(card.canMerge ? [keyButton(words.merge, "M", () => send("merge"))] : []),
    keyButton(words.drop, "D", () => send("drop")),
    ...(canUndo ? [keyButton(words.undo, "Z", () => send("undo"))] : []),
    keyButton(words.deck, "K", () => send("deck")),
    keyButton(words.close, "Esc", () => send("close")),
  );
  // Next to the answer, the note's place is no hint any more.
  const seen = hints.slice(0, revealed ? 1 : hinted).map((text) => paragraph("where", text));
  const given = make("section", "hints", ...seen);
  return [header, question, given, revealed ? answerElement(words.answer, card) : reveal(words.show), tools];
}

/** From the note's place to more and more of the answer. */
function hintsOf({ where, back }: ShownCard): readonly string[] {
  const lines = back.split("\n");
  const begun = (part: number): string => {
    const letters = [...(lines[0] ?? "")];
    return `${letters.slice(0, Math.max(1, Math.ceil(letters.length * part))).join("")}…`;
  };
  const more = lines.length > 1 ? [`${lines.slice(0, Math.ceil(lines.length / 2)).join("\n")}…`] : [begun(0.6)];
  return [where, begun(0.3), ...more];
}

function hint(): void {
  if (page?.card && !page.revealed && hinted < hintsOf(page.card).length) {
    hinted += 1;
    draw();
  }
}

function reveal(title: string): HTMLElement {
  const made = keyButton(title, "Space", showAnswer);
  made.classList.add("primary");
  made.dataset["first"] = "";
  return made;
}

/** At once: a grade may be typed before the extension has answered. */
function showAnswer(): void {
  if (page) {
    page = { ...page, revealed: true };
    draw();
    send("reveal");
  }
}

function answerElement(label: string, card: ShownCard): HTMLElement {
  const grades = ([1, 2, 3, 4] as const).map((grade) => gradeButton(grade, card.after[grade - 1] ?? ""));
  const parts = [paragraph("back", card.back), make("div", "grades", ...grades)];
  return make("section", "answer", { "aria-label": label }, ...parts);
}

function gradeButton(grade: 1 | 2 | 3 | 4, after: string): HTMLElement {
  const made = keyButton(page?.words.grades[grade - 1] ?? "", String(grade), () =>
    vscode.postMessage({ type: "grade", grade }),
  );
  made.append(make("span", "after", after));
  if (grade === 3) {
    made.classList.add("primary");
    made.dataset["first"] = "";
  }
  return made;
}

function editorOf({ words }: StudyPage, card: ShownCard): HTMLElement[] {
  const front = field(words.question, card.front);
  const back = field(words.answer, card.back);
  front.area.dataset["first"] = "";
  const save = keyButton(words.save, "Ctrl+Enter", () => saveEdit(front.area.value, back.area.value));
  save.id = "save";
  save.classList.add("primary");
  return [front.label, back.label, make("footer", "tools", save, keyButton(words.cancel, "Esc", cancelEdit))];
}

function field(title: string, text: string): { readonly label: HTMLElement; readonly area: HTMLTextAreaElement } {
  const area = make("textarea", "area");
  area.value = text;
  area.rows = Math.min(10, text.split("\n").length + 2);
  return { label: make("label", "field", title, area), area };
}

function doneOf({ words, done, hasMore, progress, canUndo }: StudyPage): HTMLElement[] {
  const section = make("section", "done", ...done.map((text) => make("p", "told", text)));
  if (progress.asked > 0) {
    // Three shares of all cards; the sentence above says the same.
    const bar = make("progress", "bar", { "aria-label": done[1] ?? "" });
    bar.max = Math.max(1, progress.cards);
    bar.value = progress.asked;
    section.append(bar);
  }
  const next = hasMore ? keyButton(words.more, "Enter", () => send("more")) : undefined;
  const close = keyButton(words.close, "Esc", () => send("close"));
  (next ?? close).dataset["first"] = "";
  (next ?? close).classList.add("primary");
  const deck = keyButton(words.deck, "K", () => send("deck"));
  const undo = canUndo ? keyButton(words.undo, "Z", () => send("undo")) : undefined;
  return [section, make("footer", "tools", next, undo, deck, close)];
}

function pressed(event: KeyboardEvent): void {
  if (!page || event.isComposing || event.altKey || event.metaKey) return;
  if (editing) {
    if (event.key === "Escape") {
      cancelEdit();
    } else if (event.key === "Enter" && event.ctrlKey) {
      document.getElementById("save")?.click();
    }
    return;
  }
  const action = event.ctrlKey ? undefined : actionOf(event.key);
  if (action) {
    event.preventDefault();
    action();
  }
}

/** The action of a key; Enter and Space belong to the focused button if that is another one. */
function actionOf(key: string): (() => void) | undefined {
  const grade = page?.card && page.revealed ? ([1, 2, 3, 4] as const).find((one) => String(one) === key) : undefined;
  if (grade !== undefined) return () => vscode.postMessage({ type: "grade", grade });
  if (key === "Escape") return () => send("close");
  const focused = document.activeElement;
  if ((key === " " || key === "Enter") && (!(focused instanceof HTMLButtonElement) || "first" in focused.dataset)) {
    return () => document.querySelector<HTMLElement>("[data-first]")?.click();
  }
  return page?.card || /^[kz]$/i.test(key) ? cardActions[key.toLowerCase()] : undefined;
}

const cardActions: Readonly<Record<string, () => void>> = {
  h: hint,
  k: () => send("deck"),
  w: () => send("why"),
  e: edit,
  d: () => send("drop"),
  z: () => (page?.canUndo ? send("undo") : undefined),
  m: () => (page?.card?.canMerge ? send("merge") : undefined),
};

function edit(): void {
  editing = true;
  draw();
}

function cancelEdit(): void {
  editing = false;
  draw();
}

function saveEdit(front: string, back: string): void {
  if (front.trim() === "" || back.trim() === "") return;
  editing = false;
  vscode.postMessage({ type: "edit", front, back });
}

function send(type: "reveal" | "drop" | "undo" | "merge" | "why" | "more" | "deck" | "close"): void {
  vscode.postMessage({ type });
}

function paragraph(className: string, text: string): HTMLElement {
  return make("p", `text ${className}`, text);
}
