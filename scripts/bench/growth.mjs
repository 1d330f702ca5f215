// How cost grows with the size of what it is for: ten times as much should take no more than ten times as long.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { checkFolder, writeTemplates } from "./checkFolder.mjs";
import { indexNotes } from "./noteIndex.mjs";
import { writeNotes } from "./searchNotes.mjs";

const NOTES = [200, 2000, 20_000];
const TEMPLATES = [100, 1000, 10_000];
/** Most repositories have many small ones. */
const RESOURCES = 12;

/**
 * @param {readonly import("./report.ts").TemplateFigures[]} templates
 * @param {Parameters<typeof indexNotes>[0]} programs
 * @param {{ command: string, parser: string }} check
 * @returns {import("./report.ts").Growth[]}
 */
export function measureGrowth(templates, programs, { command, parser }) {
  const yaml = templates.filter(({ format }) => format === "yaml");
  /** @param {string} label @param {string} key @returns {import("./report.ts").Growth} */
  const ofTemplates = (label, key) => ({
    label,
    unit: "ms",
    values: yaml.map(({ resources, servers }) => ({
      size: resources,
      value: servers["cfn-notes"]?.[key] ?? Number.NaN,
    })),
  });
  const notes = [];
  for (const size of NOTES) {
    const folder = writeNotes(join(root, "out/bench-growth-notes"), size);
    notes.push({ size, value: indexNotes(programs, folder, size, "Update").first });
  }
  const threads = [...new Set([1, availableParallelism()])];
  /** By the number of threads. @type {Map<number, { size: number, value: number }[]>} */
  const checks = new Map(threads.map((count) => [count, []]));
  for (const size of TEMPLATES) {
    const folder = writeTemplates(join(root, "out/bench-growth-templates"), size, RESOURCES);
    for (const [count, values] of checks)
      values.push({ size, value: 1000 * checkFolder(command, parser, folder, count).check });
  }
  return [
    ofTemplates("open → diagnostics, resources", "open.diagnostics"),
    ofTemplates("edit → diagnostics, resources", "edit.p50"),
    { label: "notes read and bound", unit: "ms", values: notes },
    ...[...checks].map(([count, values]) => ({ label: `check of templates, threads: ${count}`, unit: "ms", values })),
  ];
}
