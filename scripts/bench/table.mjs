// A report as tables in Markdown.
import { METRICS } from "./metrics.mjs";
import { median, shortNumber } from "./statistics.mjs";

/** @param {import("./report.ts").Report} report */
export function reportTables({ machine, rounds, templates, goals, growth }) {
  const head = `Node ${machine.node}, ${machine.cpus} × ${machine.model}, load ${shortNumber(machine.load)}; rounds: ${rounds.length}.`;
  const parts = [head, ...templates.map(templateTable), floorsTable(rounds)];
  if (goals.length > 0) {
    const rows = goals.map(({ label, value, least, most, limit, met }) => [
      label,
      shortNumber(value),
      `${shortNumber(least)}–${shortNumber(most)}`,
      `≤ ${limit}`,
      met ? "yes" : "**no**",
    ]);
    parts.push(markdownTable(["goal", "ratio", "spread", "limit", "met"], rows));
  }
  if (growth.length > 0) {
    const rows = growth.map(({ label, unit, values }) => [
      `${label}, ${unit}`,
      ...values.map(({ size, value }) => `${size}: ${shortNumber(value)}`),
    ]);
    parts.push(markdownTable(["growth", "", "× 10", "× 100"], rows));
  }
  return parts.join("\n\n");
}

/** What ratios are made of that no table of a template has. @param {readonly import("./report.ts").Round[]} rounds */
function floorsTable(rounds) {
  /** @param {string} label @param {(round: import("./report.ts").Round) => number} of */
  const row = (label, of) => {
    const values = rounds.map(of);
    return [
      label,
      shortNumber(median(values)),
      `${shortNumber(Math.min(...values))}–${shortNumber(Math.max(...values))}`,
    ];
  };
  const [first] = rounds;
  return markdownTable(
    ["", "median", "spread"],
    [
      row("an empty Node process, ms", ({ emptyNode }) => emptyNode),
      ...(first?.templates ?? []).map(({ name }, index) =>
        row(`${name}: parsing the text, ms`, ({ templates }) => templates[index]?.parse ?? Number.NaN),
      ),
      row(`check of ${first?.check.files} files, threads: ${first?.check.threads}, s`, ({ check }) => check.check),
      row("parsing these, s", ({ check }) => check.parse),
      row("the first search in notes, which reads them, ms", ({ search }) => search.first),
      row("search, a letter, median, ms", ({ search }) => search.median),
      row("search, a letter, p95, ms", ({ search }) => search.p95),
      row("one pass over the texts, ms", ({ search }) => search.pass),
      row(`a hover beside ${first?.hovers.notes} notes, p95, ms`, ({ hovers }) => hovers.beside),
      row("a hover in that template without them, p95, ms", ({ hovers }) => hovers.alone),
      row(`${first?.noteIndex.notes} notes read and bound, ms`, ({ noteIndex }) => noteIndex.first),
      row("parsing their Markdown, ms", ({ noteIndex }) => noteIndex.parse),
      row("one changed file of them, p95, ms", ({ noteIndex }) => noteIndex.changed),
      row(`${first?.ownNotes.notes} notes, a quarter on own ids, ms`, ({ ownNotes }) => ownNotes.first),
      row("activation without a template, ms", ({ activation }) => activation.milliseconds),
      row("heap of the activation, MB", ({ activation }) => activation.heapAfter - activation.heapBefore),
      row(`${first?.documents.documents} documents opened and closed, ms each`, ({ documents }) => documents.each),
      row("the same with echo, ms each", ({ echoDocuments }) => echoDocuments.each),
      row("memory after these, MB", ({ documents }) => documents.memoryAfter),
    ],
  );
}

/** @param {import("./report.ts").TemplateFigures} template */
function templateTable({ name, lines, bytes, servers }) {
  const names = Object.keys(servers);
  const rows = METRICS.flatMap(({ key, label, unit }) => {
    const values = names.map((server) => servers[server]?.[key]);
    return values.every((value) => value === undefined)
      ? []
      : [[unit === "" ? label : `${label}, ${unit}`, ...values.map((value) => shortNumber(value))]];
  });
  return `### ${name}: ${lines} lines, ${Math.round(bytes / 1000)} kB\n\n${markdownTable(["", ...names], rows)}`;
}

/**
 * Every figure beside that of an earlier report.
 * @param {import("./report.ts").Report} report
 * @param {import("./report.ts").Report} earlier
 */
export function comparison(report, earlier) {
  const parts = report.templates.flatMap(({ name, servers }) => {
    const before = earlier.templates.find((template) => template.name === name)?.servers;
    if (before === undefined) return [];
    const names = Object.keys(servers).filter((server) => before[server] !== undefined);
    const rows = METRICS.map(({ key, label }) => [
      label,
      ...names.flatMap((server) => {
        const now = servers[server]?.[key];
        const then = before[server]?.[key];
        const change = now === undefined || then === undefined ? undefined : now / then;
        return [shortNumber(then), shortNumber(now), change === undefined ? "–" : `${change.toFixed(2)} ×`];
      }),
    ]);
    return [
      `### ${name}, before → now\n\n${markdownTable(["", ...names.flatMap((server) => [server, "now", "ratio"])], rows)}`,
    ];
  });
  return parts.join("\n\n");
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function markdownTable(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, 3, ...rows.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} row */
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
