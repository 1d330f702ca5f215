// Where a template is edited and asked: by its lines, in either format.
import { spread } from "./statistics.mjs";

/** @typedef {{ line: number, character: number }} Position */

/** A hover takes so little time, and a person makes so many, that few of them say little. */
const HOVERS = 20;

/**
 * @param {string} text
 * @param {"yaml" | "json"} format
 * @param {number} count so many of each, and {@link HOVERS} times as many to hover
 * @returns places behind the last character of a value, of a key and of a resource's type, line ends, and places to hover
 */
export function placesIn(text, format, count) {
  const lines = text.split("\n");
  // In JSON, the sections are indented too.
  const resource = format === "json" ? 4 : 2;
  const body = resource + 2;
  const property = body + 2;
  /** @param {RegExp} pattern its match ends at the place @param {number} [most] @returns {Position[]} */
  const behind = (pattern, most = count) =>
    spread(
      lines.flatMap((content, line) => {
        const match = pattern.exec(content);
        return match === null ? [] : [{ line, character: match[0].length }];
      }),
      most,
    );
  /** @param {number} indent @param {string} content */
  const indented = (indent, content) => new RegExp(`^ {${indent}}${content}`);
  return {
    value: behind(indented(property, ' *"?\\w+"?: "?[A-Za-z][\\w. -]+(?=",?$|$)')),
    key: behind(indented(property, '"?\\w+(?="?:)')),
    type: behind(indented(body, '"?Type"?: "?AWS::\\w+::\\w+(?="?,?$)')),
    lineEnd: behind(indented(property, format === "json" ? ".*,$" : "\\w.*[^:|]$")),
    hover: behind(indented(body, ' *"?\\w\\w'), HOVERS * count),
    /** Ends of lines behind which a property can be typed. */
    properties: behind(indented(body, '"?Properties"?:.*$')),
  };
}
