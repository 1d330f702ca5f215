// What the product says with scripts/shipped/workspace open: the same in every place where it runs.
// Nothing of Node is used here: this also runs in the editor's hosts.

/** All else is as it comes. */
export const SETTINGS = { notes: { folders: ["notes"] }, language: "ja" };

/** What is hovered over in template.yaml, and words of the person's own note that has to come first. */
export const HOVERS = [
  { name: "an attribute", on: "Update<|>ReplacePolicy", words: "古いほうの実体を残すか" },
  { name: "a word of a script", on: "cfn-<|>signal", words: "準備ができたことをCloudFormationに知らせる" },
  { name: "a record type", on: "Type: M<|>X", words: "届いたメールを受け取るサーバーを書く" },
  { name: "a metric", on: "MetricName: Spill<|>overCount", words: "受け付けられずに捨てたリクエスト" },
];

/** Written in hiragana, found in katakana. */
export const SEARCH = { query: "どりふと", title: "ドリフトとは" };

/** The mistake in template.yaml. */
export const DIAGNOSTIC = { on: "WebServr", words: "このテンプレートにない" };

/** What is completed in typing.yaml. */
export const COMPLETION = { on: "Creation<|>\n", label: "CreationPolicy + cfn-signal", signal: "--resource AppServer" };

/** What is gone to from nesting.yaml, and where the nested template declares it. */
export const NESTED = { on: "Cidr<|>Block: 10", file: "stacks/network.yaml", line: 1 };

/**
 * The place that is drawn as `<|>`.
 * @param {string} text
 * @param {string} on with its surroundings
 * @returns {{ line: number, character: number }}
 */
export function placeIn(text, on) {
  const start = text.indexOf(on.replace("<|>", ""));
  if (start < 0) throw new Error(`The template has no ${on}.`);
  const before = text.slice(0, start + on.indexOf("<|>")).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** In so many lines stand a note's title, where it is from, and its first sentences. */
const FIRST_LINES = 5;

/**
 * @param {string} markdown of a hover
 * @param {string} words of the person's own note
 * @throws where the note does not come first
 */
export function mustBeFirst(markdown, words) {
  if (markdown === "") throw new Error("There is no hover.");
  if (!markdown.includes(words)) throw new Error(`The person's own note is not in the hover (${words}):\n${markdown}`);
  if (!markdown.split("\n").slice(0, FIRST_LINES).join("\n").includes(words))
    throw new Error(`The person's own note does not come first (${words}):\n${markdown}`);
}

/**
 * @param {readonly { title: string, builtIn: boolean }[] | undefined} hits
 * @throws where the note is not among them
 */
export function mustBeFound(hits) {
  const own = hits?.filter(({ builtIn }) => !builtIn).map(({ title }) => title) ?? [];
  if (!own.includes(SEARCH.title))
    throw new Error(`${SEARCH.query} does not find “${SEARCH.title}” but: ${own.join(", ") || "nothing"}`);
}

/**
 * @param {readonly { message: string }[]} diagnostics as they were first published
 * @throws where the mistake is not among them, or not in Japanese
 */
export function mustBeJapanese(diagnostics) {
  const messages = diagnostics.map(({ message }) => message);
  const found = messages.find((message) => message.includes(DIAGNOSTIC.on));
  if (!found?.includes(DIAGNOSTIC.words))
    throw new Error(`The first diagnostics do not say “${DIAGNOSTIC.words}”: ${messages.join(" / ") || "none"}`);
}

/**
 * @param {readonly { uri: { toString(): string }, range: { start: { line: number } } }[] | null} locations
 * @throws where they are not the declaration in the nested template alone
 */
export function mustBeDeclared(locations) {
  const found = locations?.map(({ uri, range }) => `${uri}:${range.start.line}`) ?? [];
  if (found.length !== 1 || !found[0]?.endsWith(`/${NESTED.file}:${NESTED.line}`))
    throw new Error(`It leads to ${found.join(", ") || "nothing"}.`);
}

/** Begins a line of the suite's that is a result. */
export const RESULT = "cfn-notes result ";
