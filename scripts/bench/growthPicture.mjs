// How cost grows, as a picture: one line each, on scales of powers of ten for both, beside one that grows as its size does.
import { shortNumber } from "./statistics.mjs";

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 250;
const TOP = 40;
const BOTTOM = 44;
const COLOURS = ["#0969da", "#1a7f37", "#9a6700", "#cf222e", "#8250df"];

/** @param {readonly import("./report.ts").Growth[]} growth @returns {string} SVG */
export function growthPicture(growth) {
  const all = growth.flatMap(({ values }) => values);
  const x = scale(
    all.map(({ size }) => size),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    all.map(({ value }) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const lines = growth.map(({ label, values }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const points = values.map(({ size, value }) => `${x.at(size)},${y.at(value)}`).join(" ");
    const last = values.at(-1) ?? { size: 1, value: 1 };
    const marks = values.map(
      ({ size, value }) =>
        `<circle cx="${x.at(size)}" cy="${y.at(value)}" r="3" fill="${colour}"/><text x="${x.at(size)}" y="${Number(y.at(value)) - 7}" text-anchor="end">${shortNumber(value)}</text>`,
    );
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join("")}
<text x="${Number(x.at(last.size)) + 10}" y="${Number(y.at(last.value)) + 4}" style="fill: ${colour}">${label}</text>`;
  });
  const columns = x.powers.map(
    (power) => `<text x="${x.at(power)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${power}</text>`,
  );
  const rows = y.powers.map(
    (power) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(power)}" y2="${y.at(power)}"/><text x="${LEFT - 8}" y="${Number(y.at(power)) + 4}" text-anchor="end">${power}</text>`,
  );
  const title =
    "Milliseconds by size, both in powers of ten: ten times as much takes ten times as long where a line rises as steeply as the dashed ones";
  const [from = 1, to = 10] = [x.powers[0], x.powers.at(-1)];
  const linear = y.powers.map((power) => {
    const end = Math.min(to, from * ((y.powers.at(-1) ?? power) / power));
    return `<line class="linear" x1="${x.at(from)}" y1="${y.at(power)}" x2="${x.at(end)}" y2="${y.at((power * end) / from)}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>
text { font: 12px system-ui, sans-serif; fill: #57606a; }
line { stroke: #d0d7de; }
line.linear { stroke-dasharray: 3 4; }
@media (prefers-color-scheme: dark) { text { fill: #9198a1; } line { stroke: #3d444d; } }
</style>
<text x="16" y="20">Milliseconds by size; dashed: what grows as its size does</text>
${[...rows, ...columns, ...linear, ...lines].join("\n")}
</svg>
`;
}

/** @param {readonly number[]} values @param {number} from @param {number} to */
function scale(values, from, to) {
  const [least, most] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const powers = Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index));
  /** @param {number} value */
  const at = (value) => (from + ((Math.log10(value) - least) / (most - least)) * (to - from)).toFixed(1);
  return { powers, at };
}
