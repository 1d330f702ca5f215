// Takes Markdown apart at its headings.

/**
 * @typedef {object} Part what stands below a heading of the second level, up to the next one
 * @property {string} heading
 * @property {string} body
 */

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Lines with whether they stand in a fenced block.
 * @param {string} text
 * @returns {readonly { readonly line: string, readonly isCode: boolean }[]}
 */
export function linesOf(text) {
  let fence = "";
  return text.split("\n").map((line) => {
    const [, mark = ""] = FENCE.exec(line) ?? [];
    const isCode = fence !== "" || mark !== "";
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    return { line, isCode };
  });
}

/**
 * Text with its lines outside of code changed.
 * @param {string} text
 * @param {(line: string) => string} change
 */
export function outsideCode(text, change) {
  return linesOf(text)
    .map(({ line, isCode }) => (isCode ? line : change(line)))
    .join("\n");
}

/**
 * @param {string} text
 * @returns {{ before: string, parts: readonly Part[] }} what stands before the first heading of the second level, and the rest
 */
export function splitMarkdown(text) {
  /** @type {string[]} */
  const before = [];
  /** @type {{ heading: string, lines: string[] }[]} */
  const parts = [];
  for (const { line, isCode } of linesOf(text)) {
    if (!isCode && line.startsWith("## ")) parts.push({ heading: line.slice(3).trim(), lines: [] });
    else (parts.at(-1)?.lines ?? before).push(line);
  }
  return {
    before: before.join("\n"),
    parts: parts.map(({ heading, lines }) => ({ heading, body: lines.join("\n").trim() })),
  };
}
