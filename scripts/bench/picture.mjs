// A report as a picture: one panel a metric, one bar a server, on a scale of powers of ten.
import { shortNumber } from "./statistics.mjs";

const SHOWN = [
  { key: "initialize", label: "Start → initialize answered", unit: "ms" },
  { key: "open.diagnostics", label: "Open → all diagnostics", unit: "ms" },
  { key: "edit.p95", label: "Edit → all diagnostics, p95", unit: "ms" },
  { key: "hover.p95", label: "Hover, p95", unit: "ms" },
  { key: "completion.p95", label: "Completion while typing, p95", unit: "ms" },
  { key: "memory.open", label: "Memory after open", unit: "MB" },
];
const WIDTH = 720;
const NAMES = 176;
const BARS = WIDTH - NAMES - 96;
const ROW = 22;

/** @param {import("./report.ts").TemplateFigures} template @returns {string} SVG */
export function picture({ name, servers }) {
  const names = Object.keys(servers);
  /** @type {string[]} */
  const parts = [];
  let y = 44;
  for (const { key, label, unit } of SHOWN) {
    const values = names.flatMap((server) => {
      const value = servers[server]?.[key];
      return value === undefined ? [] : [{ server, value }];
    });
    if (values.length === 0) continue;
    parts.push(`<text class="label" x="16" y="${y}">${label}</text>`);
    const scale = logarithmic(values.map(({ value }) => value));
    for (const { server, value } of values) {
      y += ROW;
      const own = server === "cfn-notes" ? ' class="own"' : "";
      parts.push(
        `<text x="${NAMES - 12}" y="${y}" text-anchor="end"${own}>${server}</text>`,
        `<rect x="${NAMES}" y="${y - 12}" width="${Math.max(2, scale(value) * BARS).toFixed(1)}" height="15" rx="2"${own}/>`,
        `<text x="${(NAMES + Math.max(2, scale(value) * BARS) + 8).toFixed(1)}" y="${y}"${own}>${shortNumber(value)} ${unit}</text>`,
      );
    }
    y += ROW + 14;
  }
  const title = `${name.replace(/^(\d+) (\w+)$/, (_, resources, format) => `${resources} resources, ${format.toUpperCase()}`)} (shorter is better; logarithmic)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y - 12}" role="img" aria-label="${title}">
<style>
text { font: 13px system-ui, sans-serif; fill: #57606a; }
.label { font-weight: 600; fill: #1f2328; }
rect { fill: #afb8c1; }
rect.own { fill: #0969da; }
text.own { fill: #1f2328; }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1; }
  .label, text.own { fill: #f0f6fc; }
  rect { fill: #656c76; }
  rect.own { fill: #4493f8; }
}
</style>
<text x="16" y="20">${title}</text>
${parts.join("\n")}
</svg>
`;
}

/** From the power of ten below the least value to the greatest, as 0 to 1. @param {readonly number[]} values */
function logarithmic(values) {
  const from = Math.floor(Math.log10(Math.min(...values))) - 0.3;
  const to = Math.log10(Math.max(...values));
  return (/** @type {number} */ value) => (Math.log10(value) - from) / Math.max(to - from, 1);
}
