// What we want to reach, as limits on ratios within one run or on times that a person does not notice.

/** @typedef {import("./report.ts").Goal} Goal */

const OWN = "cfn-notes";
const ECHO = "echo";

/** Memory may differ by so much without anything having grown: garbage that is not collected yet. */
const NOISE = 1.05;

/**
 * @param {readonly import("./report.ts").TemplateFigures[]} templates
 * @param {import("./report.ts").CheckFigures | undefined} check
 * @param {import("./report.ts").SearchFigures | undefined} search
 * @param {import("./report.ts").NoteIndexFigures | undefined} noteIndex
 * @returns {Goal[]}
 */
export function goalsOf(templates, check, search, noteIndex) {
  const goals = templates.flatMap((template) => templateGoals(template));
  if (check !== undefined)
    goals.push(goal(`check of ${check.files} files ÷ parsing them`, check.check / check.parse, 1.3, "×"));
  if (search !== undefined) goals.push(goal(`search in ${search.notes} notes, a letter, p95`, search.p95, 10, "ms"));
  if (noteIndex !== undefined)
    goals.push(
      goal("2,000 notes read and bound", noteIndex.first, 1000, "ms"),
      goal("one changed file of them, p95", noteIndex.changed, 20, "ms"),
    );
  return goals;
}

/** @param {import("./report.ts").TemplateFigures} template @returns {Goal[]} */
function templateGoals({ name, resources, format, servers }) {
  const own = servers[OWN] ?? {};
  const echo = servers[ECHO] ?? {};
  // An edit at ten times the largest legal template may take twice as long.
  const noticed = resources > 500 ? 30 : 15;
  return [
    goal(`${name}: initialize ÷ echo`, ratio(own, echo, "initialize"), 1.2, "×"),
    goal(
      `${name}: open → diagnostics ÷ echo`,
      ratio(own, echo, "open.diagnostics"),
      format === "json" ? 1.25 : 1.5,
      "×",
    ),
    goal(`${name}: edit → diagnostics, p95`, own["edit.p95"], noticed, "ms"),
    goal(`${name}: hover − echo, p95`, difference(own, echo, "hover.p95"), 0.5, "ms"),
    goal(`${name}: completion − echo, p95`, difference(own, echo, "completion.p95"), 4, "ms"),
    ...["symbols", "folding", "tokens"].map((key) =>
      goal(`${name}: ${key} after an edit, p95`, own[`${key}.p95`], noticed, "ms"),
    ),
    goal(`${name}: memory after open ÷ echo`, ratio(own, echo, "memory.open"), 1.2, "×"),
    goal(`${name}: memory after the soak ÷ before`, quotient(own["memory.soak"], own["memory.soak.begin"]), NOISE, "×"),
  ].filter(({ value }) => Number.isFinite(value));
}

/** @param {string} label @param {number | undefined} value @param {number} limit @param {string} unit @returns {Goal} */
function goal(label, value = Number.NaN, limit, unit) {
  return { label, value, limit, unit, met: value <= limit };
}

/** @param {Readonly<Record<string, number>>} own @param {Readonly<Record<string, number>>} floor @param {string} key */
function ratio(own, floor, key) {
  return quotient(own[key], floor[key]);
}

/** @param {number | undefined} value @param {number | undefined} by */
function quotient(value = Number.NaN, by = Number.NaN) {
  return value / by;
}

/** @param {Readonly<Record<string, number>>} own @param {Readonly<Record<string, number>>} floor @param {string} key */
function difference(own, floor, key) {
  return (own[key] ?? Number.NaN) - (floor[key] ?? Number.NaN);
}
