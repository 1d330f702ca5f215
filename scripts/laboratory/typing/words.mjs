// The words of a template that a list of suggestions could know.

/**
 * @typedef {"key" | "tag" | "type" | "reference" | "value"} WordKind
 * @typedef {object} Word
 * @property {WordKind} kind
 * @property {string} text
 * @property {number} start
 * @property {number} end
 * @property {number} line
 * @property {number} behind characters behind it that accepting would write too: a colon and a blank
 */

/** Keys whose own keys are names that the author makes up. */
const NAMED = new Set(["Parameters", "Resources", "Outputs", "Conditions", "Mappings", "Rules"]);

/**
 * Keys (without the names of resources, parameters, …), tags, types, names behind `!Ref`, `!GetAtt` and `DependsOn`,
 * and values of one word.
 * @param {string} text
 * @param {"yaml" | "json"} language
 * @returns {readonly Word[]}
 */
export function wordsOf(text, language) {
  return language === "json" ? jsonWords(text) : yamlWords(text);
}

/** @param {string} text @returns {readonly Word[]} */
function yamlWords(text) {
  /** @type {Word[]} */
  const words = [];
  let offset = 0;
  /** Column of a text in a block scalar's key. */
  let block = -1;
  let section = "";
  for (const [line, content] of text.split("\n").entries()) {
    const start = offset;
    offset += content.length + 1;
    const indent = /^ */.exec(content)?.[0].length ?? 0;
    if (content.trim() === "") continue;
    if (block >= 0 && indent > block) continue;
    block = -1;
    const match =
      /^( *(?:- +)*)(["']?)([\w:.-]+)\2:(?: +(.*))?$/.exec(content) ?? /^( *(?:- +)+)()()(.*)$/.exec(content);
    if (match === null || content.trimStart().startsWith("#")) continue;
    const [, before = "", quote = "", key = "", rest = ""] = match;
    if (indent === 0 && key !== "") section = key;
    if (/[|>][-+0-9]*\s*$/.test(content)) block = before.length;
    const isName = before.length === indent && indent <= 2 && NAMED.has(section) && indent > 0;
    if (key !== "" && !isName && section !== "Mappings" && !/^Metadata$/.test(section)) {
      const at = start + before.length + quote.length;
      words.push({ kind: "key", text: key, start: at, end: at + key.length, line, behind: rest === "" ? 1 : 2 });
    }
    if (rest !== "") valueWords(words, rest, start + content.length - rest.length, line, key, section);
  }
  return words;
}

/** @param {Word[]} words @param {string} rest @param {number} start @param {number} line @param {string} key @param {string} section */
function valueWords(words, rest, start, line, key, section) {
  const tag = /^(!\w+)(?: +(["']?)([\w:.]+)\2)?(?=\s*(?:#|$))/.exec(rest);
  if (tag !== null) {
    const [whole = "", name = "", quote = "", argument = ""] = tag;
    words.push({ kind: "tag", text: name, start, end: start + name.length, line, behind: argument === "" ? 0 : 1 });
    if (argument === "" || !/^!(?:Ref|GetAtt|Condition)$/.test(name)) return;
    const end = start + whole.length - quote.length;
    words.push({ kind: "reference", text: argument, start: end - argument.length, end, line, behind: 0 });
    return;
  }
  const value = /^(["']?)([\w:./<>*-]+)\1(?=\s*(?:#|$))/.exec(rest);
  if (value === null) return;
  const [, quote = "", text = ""] = value;
  const at = start + quote.length;
  const isType = key === "Type" && (section === "Resources" || section === "Parameters") && /::/.test(text);
  const kind = isType ? "type" : key === "DependsOn" || key === "Condition" ? "reference" : "value";
  if (/^-?\d+$/.test(text)) return;
  words.push({ kind, text, start: at, end: at + text.length, line, behind: 0 });
}

/** @param {string} text @returns {readonly Word[]} */
function jsonWords(text) {
  /** @type {Word[]} */
  const words = [];
  let line = 0;
  let last = 0;
  for (const match of text.matchAll(/"([\w:./<>*-]+)"(\s*:)?/g)) {
    line += text.slice(last, match.index).split("\n").length - 1;
    last = match.index;
    const [, word = "", colon] = match;
    const start = match.index + 1;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const isKey = colon !== undefined;
    const column = match.index - text.lastIndexOf("\n", match.index);
    if (isKey && column <= 6) continue;
    const kind = isKey
      ? "key"
      : /"Type"\s*:\s*$/.test(before) && word.includes("::")
        ? "type"
        : /"(?:Ref|DependsOn|Condition)"\s*:\s*$/.test(before)
          ? "reference"
          : "value";
    words.push({ kind, text: word, start, end: start + word.length, line, behind: isKey ? 3 : 1 });
  }
  return words;
}
