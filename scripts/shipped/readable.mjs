// What a page in VS Code shows, found in its frames and held to what axe knows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WAIT_MS = 15_000;

/** @typedef {import("playwright-core").Page} Page */

/** The frame with a page of ours, as soon as it shows something. @param {Page} page @param {string} selector */
export async function frameWith(page, selector) {
  /** @type {import("playwright-core").Frame | undefined} */
  let found;
  await until(async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) found = frame;
    }
    return found !== undefined;
  });
  assert.ok(found, `No page shows ${selector}.`);
  return found;
}

/** Whether a page of ours shows something, a moment from now. @param {Page} page @param {string} selector */
export async function isIn(page, selector) {
  await new Promise((done) => setTimeout(done, 1500));
  const counts = page.frames().map((frame) =>
    frame
      .locator(selector)
      .count()
      .catch(() => 0),
  );
  return (await Promise.all(counts)).some((count) => count > 0);
}

/**
 * A page is a part of a window, and needs no heading of its own.
 *
 * @param {Page} page @param {string} selector
 * @param {string} behind the colour behind the page, which is transparent: axe takes it for white
 */
export async function mustBeReadable(page, selector, behind) {
  const frame = await frameWith(page, selector);
  await frame.evaluate(AXE);
  await frame.evaluate(`document.body.style.background = "var(${behind})"`);
  const violations = await frame.evaluate(async () => {
    const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
    const found = await axe.run({ rules: { "page-has-heading-one": { enabled: false } } });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`,
    );
  });
  assert.deepEqual(violations, []);
}

/** @param {() => Promise<boolean>} condition */
export async function until(condition) {
  const deadline = Date.now() + WAIT_MS;
  while (!(await condition()) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
}

/** @param {import("playwright-core").Locator} locator */
export function shown(locator) {
  return locator.waitFor({ timeout: 1500 }).then(
    () => true,
    () => false,
  );
}
