// What we want to reach: ratios to something that is measured in the same round, since machines differ by a factor of three.
import { median } from "./statistics.mjs";

const OWN = "cfn-notes";
const ECHO = "echo";

/** Memory may differ by so much without anything having grown: garbage that is not collected yet. */
const NOISE = 1.05;

/** @typedef {{ label: string, value: number, limit: number }} Measured a goal in one round */

/** @param {import("./report.ts").Round} round @returns {Measured[]} */
function goalsIn({
  emptyNode,
  templates,
  check,
  search,
  hovers,
  noteIndex,
  ownNotes,
  activation,
  documents,
  echoDocuments,
}) {
  return [
    ...templates.flatMap(templateGoals),
    goal(`check of ${check.files} files ÷ parsing them`, check.check, check.parse, 1.3),
    goal(`search in ${search.notes} notes, a letter, p95 ÷ one pass over their texts`, search.p95, search.pass, 5),
    goal(`a hover beside ${hovers.notes} notes, p95 ÷ without them`, hovers.beside, hovers.alone, 5),
    goal(`${noteIndex.notes} notes read and bound ÷ parsing their Markdown`, noteIndex.first, noteIndex.parse, 25),
    goal("one changed file of them, p95 ÷ parsing the Markdown of all", noteIndex.changed, noteIndex.parse, 0.5),
    goal(`${ownNotes.notes} notes, a quarter on own ids ÷ parsing their Markdown`, ownNotes.first, ownNotes.parse, 25),
    goal("activation without a template ÷ an empty Node process", activation.milliseconds, emptyNode, 1),
    goal("heap after the activation ÷ before", activation.heapAfter, activation.heapBefore, 2),
    goal(`${documents.documents} documents opened and closed ÷ echo`, documents.each, echoDocuments.each, 2),
    goal("memory after these ÷ before", documents.memoryAfter, documents.memoryBefore, 1.5),
  ].filter(({ value, limit }) => Number.isFinite(value) && Number.isFinite(limit));
}

/** @param {import("./report.ts").TemplateFigures} template @returns {Measured[]} */
function templateGoals({ name, resources, format, parse, servers }) {
  const own = servers[OWN] ?? {};
  const echo = servers[ECHO] ?? {};
  // Some of what an edit costs does not grow with the text, and is a larger share of parsing a small one.
  const share = resources < 500 ? 1 : resources === 500 ? 0.15 : 0.05;
  // Parsing a small text takes less time than loading what checks it: that is no floor.
  const opening = resources < 500 ? Number.POSITIVE_INFINITY : format === "json" ? 1.25 : 1.5;
  return [
    goal(`${name}: initialize ÷ echo`, own["initialize"], echo["initialize"], 1.2),
    goal(`${name}: open → first diagnostics ÷ echo`, own["open.first"], echo["open.first"], opening),
    goal(`${name}: open → all diagnostics ÷ echo`, own["open.diagnostics"], echo["open.diagnostics"], opening),
    goal(`${name}: open → first hover ÷ echo`, own["open.hover"], echo["open.hover"], opening),
    goal(`${name}: hover, p95 ÷ echo`, own["hover.p95"], echo["hover.p95"], 4),
    goal(`${name}: completion, p95 ÷ echo`, own["completion.p95"], echo["completion.p95"], 8),
    goal(`${name}: edit → diagnostics, p95 ÷ parsing the text`, own["edit.p95"], parse, share),
    ...["symbols", "folding", "tokens"].map((key) =>
      goal(`${name}: ${key} after an edit, p95 ÷ parsing the text`, own[`${key}.p95`], parse, share),
    ),
    goal(`${name}: memory after open ÷ echo`, own["memory.open"], echo["memory.open"], 1.2),
    goal(`${name}: memory late in the soak ÷ early`, own["memory.soak"], own["memory.soak.begin"], NOISE),
  ];
}

/**
 * @param {string} label
 * @param {number | undefined} value
 * @param {number | undefined} floor measured in the same round
 * @param {number} limit of the ratio
 * @returns {Measured}
 */
function goal(label, value = Number.NaN, floor = Number.NaN, limit) {
  return { label, value: value / floor, limit };
}

/** Each goal over all rounds. @param {readonly import("./report.ts").Round[]} rounds @returns {import("./report.ts").Goal[]} */
export function goalsOf(rounds) {
  const all = rounds.flatMap(goalsIn);
  return [...new Set(all.map(({ label }) => label))].flatMap((label) => {
    const found = all.filter((one) => one.label === label);
    const values = found.map(({ value }) => value);
    const value = median(values) ?? Number.NaN;
    return found.slice(0, 1).map(({ limit }) => ({
      label,
      value,
      least: Math.min(...values),
      most: Math.max(...values),
      limit,
      met: value <= limit,
    }));
  });
}
