// A rule's page, the Markdown beside its file: its severity; in both languages its title, what it finds, why that matters and what it is
// based on; examples that both share; and what the rule says when it finds something.
import { readData } from "../data/readData.mjs";
import { SHAPES } from "../data/shapes.mjs";

/**
 * @typedef {{ en: string, ja: string }} Localised
 * @typedef {{ kind: "Bad" | "Good", source: string, line: number }} Example
 * @typedef {{ severity: string, isOff?: true, topic?: string, cfnLint?: readonly string[], title: Localised }} Described
 * @typedef {{ code: string, described: Described, sources: readonly string[], text: Localised, basis: Localised, examples: readonly Example[], messages: Readonly<Record<string, Localised>> }} RulePage
 */

/** The paragraphs of a page in each language, in their order. */
const PARTS = ["what it finds", "why that matters", "what it is based on, and what it leaves out"];
const WHY = { en: "**Why it matters:** ", ja: "**なぜ重要か：**" };

const ON_TOP = "On top stands for example “severity: warning” (or error, info, hint).";

const LABEL = { Bad: /^Bad\b.*/, Good: /^Good\b.*/ };
const JAPANESE_LABEL = { Bad: "悪い例", Good: "良い例" };

/**
 * What a page says: in each language what the rule finds, why that matters, and the examples under the labels of that language;
 * apart from these what it is based on, and the messages by their names.
 * @param {string} path for errors, which name it and the line
 * @param {string} markdown
 * @returns {RulePage}
 */
export function rulePage(path, markdown) {
  const lines = markdown.trimEnd().split(/\r?\n/);
  const wrong = (/** @type {number} */ line, /** @type {string} */ message) =>
    new Error(`${path}:${line + 1}: ${message} CONTRIBUTING says how a page is written (“Adding a rule”).`);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0)
    throw wrong(0, `A page begins with its severity between two lines that are only “---”. ${ON_TOP}`);
  const { value, problems } = readData(lines.slice(1, end).join("\n"), SHAPES["rulePage"]);
  for (const { line, text } of problems) throw wrong(line, `${text} ${ON_TOP}`);
  const code = /^# ([a-z\d-]+)$/.exec(lines[end + 1] ?? "")?.[1];
  if (code === undefined) throw wrong(end + 1, "Here stands “# ” and the code of the rule.");
  const headings = lines.flatMap((line, at) => (/^## /.test(line) && !isInFence(lines, at) ? [at] : []));
  const [english = 0, japanese = 0, examples = headings.at(-1) ?? end + 1, messages = lines.length, more] = headings;
  if (headings.length < 3 || lines[examples] !== "## Examples")
    throw wrong(
      examples,
      "A page has at least three headings “## ”: the title in English, that in Japanese, and “Examples”.",
    );
  const tooMany = lines[messages] === "## Messages" || messages === lines.length ? more : messages;
  if (tooMany !== undefined) throw wrong(tooMany, "This heading is one too many.");
  const part = (/** @type {number} */ from, /** @type {number} */ to) => {
    const paragraphs = lines
      .slice(from + 1, to)
      .join("\n")
      .trim()
      .split(/\n{2,}/)
      .filter(Boolean);
    const missing = PARTS[paragraphs.length];
    if (missing !== undefined)
      throw wrong(
        from,
        `Below “${lines[from]}” are three paragraphs: ${PARTS.join("; ")}. One says nothing of ${missing}.`,
      );
    if (paragraphs.length > PARTS.length)
      throw wrong(
        from,
        `Below “${lines[from]}” are ${paragraphs.length} paragraphs in place of three: ${PARTS.join("; ")}.`,
      );
    return paragraphs;
  };
  const titleAt = (/** @type {number} */ at) => (lines[at] ?? "").slice("## ".length);
  const shown = labelled(lines, examples + 1, messages, wrong);
  const [what, why, basis] = part(english, japanese);
  const [whatJa, whyJa, basisJa] = part(japanese, examples);
  const { sources = [], ...described } = /** @type {Described & { sources?: readonly string[] }} */ (value);
  return {
    code,
    described: { ...described, title: { en: titleAt(english), ja: titleAt(japanese) } },
    sources,
    text: {
      en: `${what}\n\n${WHY.en}${why}\n\n${shown.en.join("\n").trim()}`,
      ja: `${whatJa}\n\n${WHY.ja}${whyJa}\n\n${shown.ja.join("\n").trim()}`,
    },
    basis: { en: basis ?? "", ja: basisJa ?? "" },
    examples: shown.examples,
    messages: messagesFrom(lines, messages + 1, wrong),
  };
}

const MESSAGE = /^- `([a-z][a-z\d-]*)`: (\S.*)$/;

/** What the rule says, by names that its file uses: a line in English, and one in Japanese below it. @param {readonly string[]} lines @param {number} from @param {(line: number, message: string) => Error} wrong */
function messagesFrom(lines, from, wrong) {
  /** @type {Record<string, Localised>} */
  const messages = {};
  for (let at = from; at < lines.length; at++) {
    if ((lines[at] ?? "").trim() === "") continue;
    const [, name, en] = MESSAGE.exec(lines[at] ?? "") ?? [];
    if (name === undefined || en === undefined)
      throw wrong(at, "Here are messages, as “- `name`: What is said.”, each with a line in Japanese below.");
    const ja = /^ {2}(\S.*)$/.exec(lines[++at] ?? "")?.[1];
    if (ja === undefined) throw wrong(at - 1, "Below this line stands the same in Japanese, behind two spaces.");
    if (Object.hasOwn(messages, name)) throw wrong(at - 1, `There is a message “${name}” above.`);
    const [filled, filledJa] = [en, ja].map((text) => placeholdersIn(text).join(", "));
    if (filled !== filledJa)
      throw wrong(
        at,
        `What is put in differs: {…} is ${filled || "nothing"} in English, and ${filledJa || "nothing"} here.`,
      );
    messages[name] = { en, ja };
  }
  return messages;
}

/** The names of what is put into a message, in the order of the alphabet. @param {string} text */
export function placeholdersIn(text) {
  return [...new Set([...text.matchAll(/(?<!\$)\{([a-z]\w*)\}/g)].map(([, name = ""]) => name))].sort();
}

/** The examples under the labels of each language, and each by itself. @param {readonly string[]} lines @param {number} from @param {number} to @param {(line: number, message: string) => Error} wrong */
function labelled(lines, from, to, wrong) {
  /** @type {{ en: string[], ja: string[], examples: Example[] }} */
  const shown = { en: [], ja: [], examples: [] };
  /** @type {"Bad" | "Good" | undefined} */
  let kind;
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    const found = /** @type {const} */ (["Bad", "Good"]).find((one) => LABEL[one].test(line));
    if (found !== undefined) {
      kind = found;
      const japanese = lines[at + 1]?.startsWith(JAPANESE_LABEL[kind]) ? lines[++at] : undefined;
      if (japanese === undefined && line !== `${kind}:`)
        throw wrong(
          at,
          `This says more than “${kind}:”, so a line that begins with “${JAPANESE_LABEL[kind]}” follows, which says it in Japanese.`,
        );
      shown.en.push(line);
      shown.ja.push(japanese ?? `${JAPANESE_LABEL[kind]}：`);
    } else if (/^```(?:yaml|json)$/.test(line)) {
      if (kind === undefined) throw wrong(at, "“Bad:” or “Good:” stands above an example.");
      const end = lines.indexOf("```", at);
      if (end < 0) throw wrong(at, "This example has no end: a line that is only ```.");
      const fence = lines.slice(at, end + 1);
      shown.en.push(...fence);
      shown.ja.push(...fence);
      shown.examples.push({ kind, source: `${fence.slice(1, -1).join("\n")}\n`, line: at + 2 });
      at = end;
    } else if (line.trim() === "") {
      shown.en.push("");
      shown.ja.push("");
    } else throw wrong(at, "Here are labels (“Bad:”, “Good:”) and examples, fenced by ```yaml or ```json.");
  }
  return shown;
}

/** @param {readonly string[]} lines @param {number} at */
function isInFence(lines, at) {
  return lines.slice(0, at).filter((line) => line.startsWith("```")).length % 2 === 1;
}
