// A report as tables in Markdown.
import { METRICS } from "./metrics.mjs";
import { shortNumber } from "./statistics.mjs";

/** @param {import("./report.ts").Report} report */
export function reportTables({ machine, runs, emptyNode, templates, check, search, goals }) {
  const head = `Node ${machine.node}, ${machine.cpus} × ${machine.model}, load ${shortNumber(machine.load)}; processes a server and template: ${runs}.\nAn empty Node process: ${shortNumber(emptyNode)} ms.`;
  const parts = [head, ...templates.map(templateTable)];
  if (check !== undefined) {
    const { files, threads, check: own, parse } = check;
    parts.push(
      `\`check\` of ${files} files on ${threads} threads: ${shortNumber(own)} s; parsing them with \`yaml\`: ${shortNumber(parse)} s.`,
    );
  }
  if (search !== undefined) {
    const { notes, first, median, p95 } = search;
    parts.push(
      `Search in ${notes} notes: the first ${shortNumber(first)} ms; behind each letter ${shortNumber(median)} ms, p95 ${shortNumber(p95)} ms.`,
    );
  }
  if (goals.length > 0) {
    const rows = goals.map(({ label, value, limit, unit, met }) => [
      label,
      `${shortNumber(value)} ${unit}`,
      `≤ ${limit} ${unit}`,
      met ? "yes" : "**no**",
    ]);
    parts.push(markdownTable(["goal", "measured", "limit", "met"], rows));
  }
  return parts.join("\n\n");
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
