// The pages of the extension's views, as they ship (dist/client/webview), in a browser's DOM without an editor.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { browserPath } from "../vscode/browser.mjs";
import { openPage } from "../vscode/served.mjs";
import {
  COMPARE_PAGE,
  DRILL_PAGE,
  GRAPH_PAGE,
  NOTE,
  NOTE_PAGE,
  ORDER_PAGE,
  SEQUENCE_PAGE,
  STUDY_PAGE,
} from "./webviewContent.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @typedef {import("playwright-core").Page} Page */
/** What the page is given and keeps. @typedef {typeof globalThis & { sent: any[], kept: unknown, axe: typeof import("axe-core") }} PageGlobal */
/** @typedef {(title: string, body: () => unknown) => Promise<boolean>} Check */

/** @param {Check} check */
export async function webviewPages(check) {
  const { page, close } = await openPage({ executablePath: browserPath(), width: 400, height: 800 });
  /** @type {Check} */
  const checkPage = (title, body) => check(`page of a view: ${title}`, body);
  try {
    await notePage(page, checkPage);
    await sequencePage(page, checkPage);
    await studyPage(page, checkPage);
    await drillPage(page, checkPage);
    await comparePage(page, checkPage);
    await graphPage(page, checkPage);
    await orderPage(page, checkPage);
  } finally {
    await close();
  }
}

const BODY =
  '<div id="announcement" role="status"></div><main id="notes"></main><footer id="missing" class="missing"></footer>';

/** @param {Page} page @param {Check} check */
async function notePage(page, check) {
  await load(page, "notePage", "noteStyle", BODY);
  await check("it asks for what it shows", async () => assert.deepEqual(await sent(page), [{ type: "ready" }]));
  await show(page, NOTE_PAGE);
  await check("notes with their titles, in the person's language, read out", async () => {
    assert.deepEqual(await sent(page), [{ type: "shown", titles: ["DeletionPolicy", "Snapshots"] }]);
    assert.equal(await page.getAttribute("html", "lang"), "ja");
    assert.equal(await page.textContent("#announcement"), NOTE_PAGE.announcement);
  });
  await check("nothing in a note runs, and nothing is loaded for it", async () => {
    assert.equal(await page.locator(".body :is(script, iframe, form, style, svg)").count(), 0);
    assert.equal(await page.locator('.body img:not([src^="data:image/gif"])').count(), 0);
    assert.equal(await page.locator(".body [onclick], .body [style]").count(), 0);
    assert.equal(await page.locator('.body a[href^="javascript:"], .body a[href^="command:"]').count(), 0);
    assert.equal(await page.evaluate("globalThis.hacked"), undefined);
  });
  await check("pictures are those that the extension gives an address, or their text", async () => {
    assert.equal(await page.locator(".body img").count(), 1);
    assert.match(String(await page.textContent(".body")), /no picture/);
  });
  await check("code has its colours, its file's name and a button that copies it", async () => {
    assert.equal(await page.textContent(".code .file"), "a.yaml");
    assert.equal(await page.textContent(".code-comment"), "# Keep it");
    await page.click(".copy");
    assert.deepEqual(await sent(page), [{ type: "copy", text: "# Keep it\nDeletionPolicy: Retain\n" }]);
  });
  await check("words are found in it, and Escape ends that", async () => {
    await post(page, { type: "find" });
    await page.waitForSelector(".find-input");
    await page.keyboard.type("RETAIN");
    assert.equal(await page.textContent(".find-count"), "1 / 2");
    await page.keyboard.press("Shift+Enter");
    assert.equal(await page.textContent(".find-count"), "2 / 2");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".find:visible").count(), 0);
  });
  await check("links are handed to the extension", async () => {
    await page.click("text=other note");
    assert.deepEqual(await sent(page), [{ type: "link", index: 0, href: "cfn-note:other" }]);
  });
  await check("the same notes, pinned, stay unfolded and scrolled as they are", async () => {
    await page.click("summary >> nth=1");
    await show(page, { ...NOTE_PAGE, pinned: true });
    assert.equal(await page.locator("details[open]").count(), 1);
    assert.deepEqual(await sent(page), []);
  });
  await check("whose a note is stands before where it is", async () => {
    await show(page, { ...NOTE_PAGE, notes: [{ ...NOTE, team: true }, NOTE_PAGE.notes[1], NOTE] });
    const paths = await page.locator(".path").allTextContents();
    assert.deepEqual(paths, ["Team’s note › Stacks", "Built-in note › Stacks", "Stacks"]);
    await sent(page);
  });
  await check("a place without a note offers what can be done, by keyboard too", async () => {
    await show(page, { ...NOTE_PAGE, notes: [], empty: "Nothing here.", canBeMended: true, canBeWritten: true });
    await sent(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "write" }]);
    assert.equal(await page.locator("main button").count(), 4);
  });
  await check("without folders of notes one can be added", async () => {
    await show(page, { ...NOTE_PAGE, notes: [], empty: "Nothing here.", hasFolders: false });
    await page.click("text=Add a folder of notes");
    assert.deepEqual((await sent(page)).at(-1), { type: "addFolder" });
  });
  await check("the notes of before stay where here is none, with what can be done below", async () => {
    await show(page, { ...NOTE_PAGE, isPast: true, empty: "No note on X.", canBeMended: true, canBeWritten: true });
    assert.equal(await page.locator(".past article").count(), 2);
    assert.equal(await page.textContent("#missing .hint"), "No note on X.");
  });
  await check("what is folded and how far it is scrolled survives a reload", async () => {
    await show(page, NOTE_PAGE);
    await page.click("summary >> nth=0");
    await nextFrame(page);
    const kept = await page.evaluate("globalThis.kept");
    await load(page, "notePage", "noteStyle", BODY, kept);
    await show(page, NOTE_PAGE);
    assert.equal(await page.locator("details.note[open]").count(), 1);
  });
  await check("an explanation shows other people's titles as text", async () => {
    const explained = { ...NOTE, title: "<b>title</b>", reason: "why" };
    const explanation = { subject: "X", place: "A.B", summary: "s", shown: [explained], leftOut: [] };
    await show(page, { ...NOTE_PAGE, explanation });
    assert.equal(await page.textContent("li .link"), "<b>title</b>");
  });
  await show(page, NOTE_PAGE);
  await check("it can be used with a screen reader", () => mustBeAccessible(page));
}

/** @param {Page} page @param {Check} check */
async function sequencePage(page, check) {
  await load(page, "sequencePage", "sequenceStyle", '<main id="sequence"></main>');
  await show(page, SEQUENCE_PAGE);
  await check("a sequence has a step for each line, and shapes beside them", async () => {
    const [, drawn] = await sent(page);
    assert.deepEqual(drawn.titles, ["Web is created", "UserData", "cfn-signal", "Web is complete"]);
    assert.ok(drawn.shapes > 4, `${drawn.shapes} shapes`);
  });
  await check("arrow keys go from step to step, and Enter goes to the template", async () => {
    await page.focus("#step-0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "reveal", index: 1 }]);
  });
  await check("the caret's step is marked, and another one keeps the focus", async () => {
    await post(page, { type: "caret", index: 2 });
    await page.waitForSelector('#step-2[aria-current="location"]');
    assert.equal(await page.evaluate("document.activeElement.id"), "step-1");
  });
  await check("the book at a step opens its note", async () => {
    await page.focus('[aria-label="Note: Signals"]');
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "note", index: 2 }]);
    assert.equal(await page.locator("button.note").count(), 1);
  });
  await check("the sequence can be used with a screen reader", () => mustBeAccessible(page));
}

/** @param {Page} page @param {Check} check */
async function graphPage(page, check) {
  await load(page, "graphPage", "pictureStyle", '<main id="picture"></main>');
  await show(page, GRAPH_PAGE);
  await check("a graph has its boxes with names as text, and the lines that others do not imply", async () => {
    const [, drawn] = await sent(page);
    assert.deepEqual(drawn, { type: "drawn", titles: ["Vpc", "<b>Subnet</b>", "Server"], lines: 2 });
    assert.equal(await page.textContent("#box-1 .title"), "<b>Subnet</b>");
    assert.equal(await page.locator(".box.changed").count(), 1);
  });
  await check("arrow keys follow references, and Enter goes to the template", async () => {
    await page.focus("#box-2");
    assert.equal(await page.locator("#drawing path.out").count(), 2);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate("document.activeElement.id"), "box-1");
    assert.match(String(await page.textContent("#about")), /is replaced.*refersTo: Vpc.*referredToBy: Server/);
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "reveal", index: 1 }]);
  });
  await check("a resource is found by its name", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("SERV");
    assert.equal(await page.locator(".box.found").count(), 1);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "box-2");
  });
  await check("it gets larger and smaller by keys, and the whole of it fits", async () => {
    const width = async () => (await page.locator("#box-0").boundingBox())?.width ?? 0;
    await page.keyboard.press("0");
    const whole = await width();
    await page.keyboard.press("+");
    assert.ok((await width()) > whole);
    await page.keyboard.press("-");
    assert.equal(Math.round(await width()), Math.round(whole));
  });
  await check("the caret's resource is marked, another one keeps the focus", async () => {
    await post(page, { type: "caret", index: 0 });
    await page.waitForSelector('#box-0[aria-current="location"]');
    assert.equal(await page.evaluate("document.activeElement.id"), "box-2");
  });
  await check("a service is chosen, and the picture is saved", async () => {
    await page.selectOption("#chooser", "AWS::EC2");
    await page.click('[title="mermaid"]');
    assert.deepEqual(await sent(page), [
      { type: "choose", choice: "AWS::EC2" },
      { type: "save", as: "mermaid" },
    ]);
  });
  await check("a graph can be used with a screen reader", () => mustBeAccessible(page));
}

/** @param {Page} page @param {Check} check */
async function orderPage(page, check) {
  await load(page, "orderPage", "pictureStyle", '<main id="picture"></main>');
  await show(page, ORDER_PAGE);
  await check("an order has a heading for each wave, and names as text", async () => {
    const [, drawn] = await sent(page);
    assert.deepEqual(drawn, { type: "drawn", titles: ["Vpc", "<i>Web</i>", "Alarm"], lines: 3 });
    assert.equal(await page.textContent("#step-1 .title"), "<i>Web</i>");
    assert.match(String(await page.textContent("#picture")), /The stack rolls back\..*kept: Bucket/);
  });
  await check("a step says whom it waits for, and what becomes of the others if it fails", async () => {
    await page.focus("#step-0");
    await page.keyboard.press("ArrowDown");
    const told = await page.locator("#item-1 .more p").allTextContents();
    assert.deepEqual(told, [
      "waitsFor: Vpc",
      "waitedForBy: Alarm",
      "doneBefore: Vpc (set back)",
      "neverBegun: Alarm",
      "rest",
    ]);
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "reveal", index: 1 }]);
  });
  await check("a step is found by its name", async () => {
    await page.keyboard.press("Control+f");
    await page.keyboard.type("alarm");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "step-2");
  });
  await check("what is done to the stack is chosen", async () => {
    await page.selectOption("#chooser", "delete");
    assert.deepEqual(await sent(page), [{ type: "choose", choice: "delete" }]);
  });
  await check("an order can be used with a screen reader", () => mustBeAccessible(page));
}

/** @param {Page} page @param {Check} check */
async function studyPage(page, check) {
  await load(page, "studyPage", "studyStyle", '<main id="study"></main>');
  await show(page, STUDY_PAGE);
  await check("a card shows its question, not its answer, with markup as text", async () => {
    const [, drawn] = await sent(page);
    assert.deepEqual(drawn, { type: "drawn", front: "<b>Draining</b>", back: "" });
    assert.equal(await page.textContent(".front"), "<b>Draining</b>");
  });
  await check("a card can be answered by keyboard alone", async () => {
    await page.keyboard.press("3");
    await page.keyboard.press("Space");
    assert.deepEqual((await sent(page)).slice(-1), [{ type: "reveal" }]);
    assert.equal(await page.textContent("[role=status]"), STUDY_PAGE.card.back);
    for (const key of ["1", "4", "Enter", "w", "d", "Escape"]) await page.keyboard.press(key);
    assert.deepEqual(
      (await sent(page)).map(({ type, grade }) => grade ?? type),
      [1, 4, 3, "why", "drop", "close"],
    );
  });
  await check("what was answered can be undone, where there is something", async () => {
    for (const canUndo of [false, true]) {
      await show(page, { ...STUDY_PAGE, revealed: true, canUndo });
      await sent(page);
      await page.keyboard.press("z");
      assert.deepEqual(await sent(page), canUndo ? [{ type: "undo" }] : []);
    }
  });
  await check("an answer can be read with a screen reader", () => mustBeAccessible(page));
  await check("a card can be edited, and letters are letters there", async () => {
    await page.keyboard.press("e");
    await page.keyboard.type("d3");
    // The extension's answer to what was done before: the page that is already there.
    await show(page, { ...STUDY_PAGE, revealed: true, canUndo: true });
    await page.keyboard.type(" ");
    await page.keyboard.press("Control+Enter");
    const edits = (await sent(page)).filter(({ type }) => type !== "drawn");
    assert.deepEqual(edits, [{ type: "edit", front: "<b>Draining</b>d3 ", back: STUDY_PAGE.card.back }]);
  });
  await check("it says when nothing is due", async () => {
    const { card, ...rest } = STUDY_PAGE;
    assert.ok(card);
    await show(page, { ...rest, done: ["Nothing is due.", "1 of 9"], hasMore: true });
    await sent(page);
    await page.keyboard.press("Enter");
    assert.deepEqual(await sent(page), [{ type: "more" }]);
    await mustBeAccessible(page);
  });
}

/** @param {Page} page @param {Check} check */
async function drillPage(page, check) {
  await load(page, "drillPage", "studyStyle", '<main id="drill"></main>');
  await show(page, DRILL_PAGE);
  await check("a drill tells why an answer is wrong, and what was wrong only behind the right one", async () => {
    await page.keyboard.press("1");
    assert.match((await page.textContent("#drill")) ?? "", /<b>No signal<\/b> is missing/);
    assert.doesNotMatch((await page.textContent("#drill")) ?? "", /PT15S/);
    await page.keyboard.press("h");
    assert.equal(await page.textContent(".hints"), "It is in a note.");
    assert.equal(await page.textContent("[role=status]"), "It is in a note.");
    await page.keyboard.press("2");
    assert.match((await page.textContent("#drill")) ?? "", /The Timeout is PT15S/);
  });
  await check("a drill scrolls to what a key has added", async () => {
    await page.setViewportSize({ width: 400, height: 160 });
    await show(page, { ...DRILL_PAGE, number: DRILL_PAGE.number + 1 });
    for (const [key, added] of /** @type {const} */ ([
      ["1", "li:nth-child(1) .reason"],
      ["h", ".hints"],
    ])) {
      await page.evaluate("scrollTo(0, 0)");
      await page.keyboard.press(key);
      const box = await page.locator(added).boundingBox();
      assert.ok(box && box.y > -1 && box.y + box.height < 161, `${added} is at ${JSON.stringify(box)}`);
    }
    await page.keyboard.press("2");
    await page.setViewportSize({ width: 400, height: 800 });
  });
  await check("a solved drill leads on by keyboard", async () => {
    await sent(page);
    for (const key of ["n", "p", "i", "Enter", "Escape"]) await page.keyboard.press(key);
    assert.deepEqual(
      (await sent(page)).map(({ type }) => type),
      ["note", "place", "incident", "next", "close"],
    );
  });
  await check("a drill can be used with a screen reader", () => mustBeAccessible(page));
}

/** @param {Page} page @param {Check} check */
async function comparePage(page, check) {
  await load(page, "comparePage", "compareStyle", '<main id="compare"></main>');
  await show(page, COMPARE_PAGE);
  await check("a comparison is a table with heads, the user's words first", async () => {
    const [, drawn] = await sent(page);
    assert.deepEqual(drawn, { type: "drawn", columns: ["A", "B"], rows: 1 });
    assert.equal(await page.textContent("tbody tr:first-child .text"), "<i>mine</i>");
    await page.click(".own .link");
    assert.deepEqual(await sent(page), [{ type: "note", index: 1 }]);
  });
  await check("a comparison can be read with a screen reader", () => mustBeAccessible(page));
}

/** Loads a page as the extension does, with an editor that keeps what it is sent. @param {Page} page @param {string} script @param {string} style @param {string} body @param {unknown} [kept] state of the page before */
async function load(page, script, style, body, kept) {
  const file = (/** @type {string} */ name) => readFileSync(join(root, "dist/client/webview", name), "utf8");
  await page.goto("about:blank");
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>view</title></head><body>${body}</body></html>`);
  await page.addStyleTag({ content: file(`${style}.css`) });
  await page.evaluate((before) => {
    Object.assign(globalThis, {
      sent: [],
      kept: before,
      acquireVsCodeApi: () => ({
        postMessage: (/** @type {any} */ message) => /** @type {PageGlobal} */ (globalThis).sent.push(message),
        getState: () => /** @type {PageGlobal} */ (globalThis).kept,
        setState: (/** @type {unknown} */ state) => Object.assign(globalThis, { kept: state }),
      }),
    });
  }, kept);
  await page.addScriptTag({ content: file(`${script}.js`) });
}

/** @param {Page} page @param {unknown} shown */
async function show(page, shown) {
  await post(page, { type: "show", page: shown });
  await nextFrame(page);
}

/** Until then, messages and what is clicked have been told to the page. @param {Page} page */
async function nextFrame(page) {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
}

/** @param {Page} page @param {object} message */
async function post(page, message) {
  await page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
}

/** What the page has sent since it was last asked. @param {Page} page @returns {Promise<any[]>} */
function sent(page) {
  return page.evaluate(() => /** @type {PageGlobal} */ (globalThis).sent.splice(0));
}

/** Contrast is the theme's, which is missing here; a view is a part of a window, and needs no heading of its own. @param {Page} page */
async function mustBeAccessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const found = await /** @type {PageGlobal} */ (globalThis).axe.run({
      rules: { "color-contrast": { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  assert.deepEqual(violations, []);
}
