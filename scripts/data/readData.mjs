import { LineCounter, parseDocument } from "yaml";

/**
 * @param {string} text YAML
 * @param {import("./shapes.mjs").Shape | undefined} shape
 * @returns {{ value: unknown, problems: readonly { text: string, line: number, column: number, lineText: string }[] }}
 *   with lines from 1 and columns from 0
 */
export function readData(text, shape) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [
    ...document.errors.map(({ message, pos }) => ({ text: message, offset: pos[0] })),
    ...(document.errors.length > 0 ? [] : (shape?.(document.contents, 0) ?? noShape)),
  ];
  return {
    value: document.toJS(),
    problems: problems.map(({ text: said, offset }) => {
      const { line, col } = lines.linePos(offset);
      return { text: said, line, column: col - 1, lineText: text.split("\n")[line - 1] ?? "" };
    }),
  };
}

const noShape = [{ text: "scripts/data/shapes.mjs has no shape for this file.", offset: 0 }];
