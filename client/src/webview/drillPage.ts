// The script of the page for drills: questions with four answers, hints, and what the note says once they are answered.
import type { DrillEvent, DrillQuestion } from "../../../server/src/protocol/study.ts";
import type { DrillPage, FromDrillPage, ToDrillPage } from "../page/drillPage.ts";
import { announce } from "./parts/announce.ts";
import { keyButton } from "./parts/keyButton.ts";
import { elementOf, make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromDrillPage): void };

const vscode = acquireVsCodeApi();
let page: DrillPage | undefined;
/** The choices that were made, by question. */
let chosen: Set<number>[] = [];
let hinted = 0;
/** Whether somebody asked for the answers. */
let isTold = false;
/** The effect of the last key, for screen readers. */
let heard = "";
/** The question that was asked last. */
let asked = "";

window.addEventListener("message", ({ data }: MessageEvent<ToDrillPage>) => {
  if (data.page.number !== page?.number) {
    chosen = data.page.questions.map(() => new Set());
    hinted = 0;
    isTold = false;
  }
  page = data.page;
  draw();
});
document.addEventListener("keydown", pressed);
vscode.postMessage({ type: "ready" });

function draw(): void {
  if (!page) return;
  const { words, questions, events } = page;
  document.documentElement.lang = words.language;
  const at = current(page);
  const shown = questions.slice(0, at + 1).map((question, index) => questionOf(question, index));
  const solved = isSolved(page);
  elementOf("drill").replaceChildren(
    make("p", "prompt", words.task),
    ...(events.length > 0 ? [eventsTable(events, page)] : []),
    ...shown.flat(),
    ...(solved ? explanationOf(page) : [hintsOf(page)]),
    toolsOf(page, solved),
  );
  document.querySelector<HTMLElement>("[data-first]")?.focus();
  const ask = questions[at]?.ask ?? "";
  announce(solved ? page.explanation : [heard, ask === asked ? "" : ask].filter(Boolean).join(" "));
  asked = ask;
  heard = "";
  vscode.postMessage({ type: "drawn", ask, solved });
}

function isAnswered(question: DrillQuestion, index: number): boolean {
  return isTold || question.choices.some(({ isRight }, choice) => isRight && chosen[index]?.has(choice));
}

function isSolved({ questions }: DrillPage): boolean {
  return questions.every(isAnswered);
}

/** The first question that is not answered, or the last one. */
function current({ questions }: DrillPage): number {
  const open = questions.findIndex((question, index) => !isAnswered(question, index));
  return open < 0 ? questions.length - 1 : open;
}

function eventsTable(events: readonly DrillEvent[], { words }: DrillPage): HTMLElement {
  const rows = events.map(({ time, name, type, status, reason }) => {
    const look = status.includes("FAILED") || status.includes("ROLLBACK") ? "failed" : "";
    const resource = make("td", "", make("div", "", name), make("div", "type", ...breakable(type)));
    const told = make("td", "", make("div", "", status), make("div", "type", reason));
    return make("tr", look, make("td", "time", time), resource, told);
  });
  const caption = make("caption", "prompt", words.events);
  const head = make("tr", "", ...words.eventColumns.map((title) => make("th", "", title)));
  // What scrolls must be reachable by keyboard.
  return make("div", "scrolled", { tabindex: "0" }, make("table", "events", caption, head, ...rows));
}

/** A type's name with possible line breaks between its parts. */
function breakable(type: string): (Node | string)[] {
  const [first = "", ...others] = type.split(/(?<=::)/);
  return [first, ...others.flatMap((part) => [make("wbr", ""), part])];
}

function questionOf(question: DrillQuestion, index: number): HTMLElement[] {
  const answered = isAnswered(question, index);
  const choices = question.choices.map((choice, at) => {
    const isChosen = chosen[index]?.has(at) === true;
    const button = keyButton(choice.text, answered ? "" : String(at + 1), () => choose(index, at));
    button.disabled = answered || isChosen;
    const item = make("li", "choice", button);
    if (isChosen || answered) {
      item.classList.add(choice.isRight ? "right" : "wrong");
      item.append(make("p", "reason", reasonOf(choice)));
    }
    return item;
  });
  const title = make("h2", "front", question.ask);
  return [make("section", "question", title, make("ol", "choices", ...choices))];
}

function reasonOf({ isRight, reason }: DrillQuestion["choices"][number]): string {
  const between = page?.words.language === "ja" ? "" : " ";
  return [isRight ? page?.words.right : page?.words.wrong, reason].filter(Boolean).join(between);
}

function hintsOf({ hints }: DrillPage): HTMLElement {
  const shown = hints.slice(0, hinted).map((hint) => make("p", "where", hint));
  return make("section", "hints", ...shown);
}

function explanationOf({ words, explanation, quote, sources }: DrillPage): HTMLElement[] {
  const cite = quote && make("blockquote", "quote", make("p", "where", quote.title), make("p", "text", quote.text));
  const links = sources.map((url) => {
    const link = make("a", "source", { href: url }, new URL(url).hostname + new URL(url).pathname);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      vscode.postMessage({ type: "open", url });
    });
    return link;
  });
  return [
    make(
      "section",
      "answer",
      make("h2", "", words.explanation),
      make("p", "text", explanation),
      ...(cite ? [cite] : []),
      make("p", "where", `${words.sources} `, ...links),
    ),
  ];
}

function toolsOf({ words, hints, quote }: DrillPage, solved: boolean): HTMLElement {
  const next = keyButton(words.next, "Enter", () => send("next"));
  if (solved) {
    next.dataset["first"] = "";
    next.classList.add("primary");
  }
  return make(
    "footer",
    "tools",
    ...(solved ? [next, keyButton(words.incident, "I", () => send("incident"))] : []),
    ...(!solved && hinted < hints.length ? [keyButton(words.hint, "H", hint)] : []),
    ...(quote && (hinted > 0 || solved) ? [keyButton(words.note, "N", () => send("note"))] : []),
    ...(solved ? [keyButton(words.place, "P", () => send("place"))] : [keyButton(words.answer, "A", tell)]),
    keyButton(words.close, "Esc", () => send("close")),
  );
}

function choose(index: number, choice: number): void {
  chosen[index]?.add(choice);
  const made = page?.questions[index]?.choices[choice];
  if (made) heard = reasonOf(made);
  draw();
  if (!page || isSolved(page)) return;
  const answer = made?.isRight ? "" : ` li:nth-child(${choice + 1})`;
  show(`.question:nth-of-type(${current(page) + 1})${answer}`);
}

/** Scrolls as far as it takes: what a key has added may be below the end of the window. */
function show(selector: string): void {
  document.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

function hint(): void {
  if (page && hinted < page.hints.length) {
    hinted += 1;
    heard = page.hints[hinted - 1] ?? "";
    draw();
    show(".hints");
  }
}

function tell(): void {
  isTold = true;
  draw();
}

function pressed(event: KeyboardEvent): void {
  if (!page || event.isComposing || event.altKey || event.metaKey || event.ctrlKey) return;
  const action = actionOf(event.key.toLowerCase(), page);
  if (action) {
    event.preventDefault();
    action();
  }
}

function actionOf(key: string, shown: DrillPage): (() => void) | undefined {
  const solved = isSolved(shown);
  const at = current(shown);
  const choice = Number(key) - 1;
  if (!solved && shown.questions[at]?.choices[choice]) return () => choose(at, choice);
  switch (key) {
    case "escape":
      return () => send("close");
    case "h":
      return solved ? undefined : hint;
    case "a":
      return solved ? undefined : tell;
    case "n":
      return solved || hinted > 0 ? () => send("note") : undefined;
    case "p":
      return solved ? () => send("place") : undefined;
    case "i":
      return solved ? () => send("incident") : undefined;
    default:
      return undefined;
  }
}

function send(type: "note" | "place" | "next" | "incident" | "close"): void {
  vscode.postMessage({ type });
}
