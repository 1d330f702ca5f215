// The script of the page for drills: questions with four answers, hints, and what the note says once they are answered.
import type { DrillEvent, DrillQuestion } from "../../../server/src/protocol/study.ts";
import type { DrillPage, FromDrillPage, ToDrillPage } from "../page/drillPage.ts";
import { keyButton } from "./parts/keyButton.ts";
import { make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromDrillPage): void };

const vscode = acquireVsCodeApi();
let page: DrillPage | undefined;
/** The choices that were made, by question. */
let chosen: Set<number>[] = [];
let hinted = 0;
/** Whether somebody asked for the answers. */
let isTold = false;

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
  main().replaceChildren(
    make("p", "prompt", words.task),
    ...(events.length > 0 ? [eventsOf(events, page)] : []),
    ...shown.flat(),
    ...(solved ? explanationOf(page) : [hintsOf(page)]),
    toolsOf(page, solved),
  );
  document.querySelector<HTMLElement>("[data-first]")?.focus();
  vscode.postMessage({ type: "drawn", ask: questions[at]?.ask ?? "", solved });
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

function eventsOf(events: readonly DrillEvent[], { words }: DrillPage): HTMLElement {
  const table = make("table", "events");
  const caption = make("caption", "prompt", words.events);
  const head = make("tr", "");
  head.append(...words.eventColumns.map((title) => make("th", "", title)));
  const rows = events.map(({ time, name, type, status, reason }) => {
    const row = make("tr", status.includes("FAILED") || status.includes("ROLLBACK") ? "failed" : "");
    const resource = make("td", "");
    resource.append(make("div", "", name), make("div", "type", type));
    const told = make("td", "");
    told.append(make("div", "", status), make("div", "type", reason));
    row.append(make("td", "time", time), resource, told);
    return row;
  });
  table.append(caption, head, ...rows);
  const scrolled = make("div", "scrolled");
  // What scrolls can be scrolled by keyboard.
  scrolled.tabIndex = 0;
  scrolled.append(table);
  return scrolled;
}

function questionOf(question: DrillQuestion, index: number): HTMLElement[] {
  const answered = isAnswered(question, index);
  const list = make("ol", "choices");
  list.append(
    ...question.choices.map((choice, at) => {
      const item = make("li", "choice");
      const isChosen = chosen[index]?.has(at) === true;
      const button = keyButton(choice.text, answered ? "" : String(at + 1), () => choose(index, at));
      button.disabled = answered || isChosen;
      item.append(button);
      if (isChosen || answered) {
        item.classList.add(choice.isRight ? "right" : "wrong");
        const said = choice.isRight ? page?.words.right : page?.words.wrong;
        item.append(make("p", "reason", [said, choice.reason].filter(Boolean).join(" ")));
      }
      return item;
    }),
  );
  const title = make("h2", "front", question.ask);
  const section = make("section", "question");
  section.setAttribute("aria-live", "polite");
  section.append(title, list);
  return [section];
}

function hintsOf({ hints }: DrillPage): HTMLElement {
  const section = make("section", "hints");
  section.setAttribute("aria-live", "polite");
  section.append(...hints.slice(0, hinted).map((hint) => make("p", "where", hint)));
  return section;
}

function explanationOf({ words, explanation, quote, sources }: DrillPage): HTMLElement[] {
  const section = make("section", "answer");
  section.setAttribute("aria-live", "polite");
  const cite = make("blockquote", "quote");
  cite.append(make("p", "where", quote.title), make("p", "text", quote.text));
  const links = make("p", "where", `${words.sources} `);
  links.append(
    ...sources.map((url) => {
      const link = make("a", "source", new URL(url).hostname + new URL(url).pathname);
      link.href = url;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        vscode.postMessage({ type: "open", url });
      });
      return link;
    }),
  );
  section.append(make("h2", "", words.explanation), make("p", "text", explanation), cite, links);
  return [section];
}

function toolsOf({ words, hints }: DrillPage, solved: boolean): HTMLElement {
  const tools = make("footer", "tools");
  const next = keyButton(words.next, "Enter", () => send("next"));
  if (solved) {
    next.dataset["first"] = "";
    next.classList.add("primary");
  }
  tools.append(
    ...(solved ? [next, keyButton(words.incident, "I", () => send("incident"))] : []),
    ...(!solved && hinted < hints.length ? [keyButton(words.hint, "H", hint)] : []),
    ...(hinted > 0 || solved ? [keyButton(words.note, "N", () => send("note"))] : []),
    ...(solved ? [keyButton(words.place, "P", () => send("place"))] : [keyButton(words.answer, "A", tell)]),
    keyButton(words.close, "Esc", () => send("close")),
  );
  return tools;
}

function choose(index: number, choice: number): void {
  chosen[index]?.add(choice);
  draw();
}

function hint(): void {
  if (page && hinted < page.hints.length) {
    hinted += 1;
    draw();
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

function main(): HTMLElement {
  const found = document.getElementById("drill");
  if (!found) throw new Error("The page has no element for the drill.");
  return found;
}
