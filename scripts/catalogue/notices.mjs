import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** The MIT licence of a package that states it without its text. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The licences of the packages whose data is in the catalogue, each text once, and that the data was changed.
 * @param {readonly string[]} names of packages
 */
export function notices(names) {
  const head =
    "The catalogue of CloudFormation resource types holds data of the packages below. The data was modified: " +
    "it was selected, merged, shortened and packed into another form.\n";
  /** @type {Map<string, string[]>} */
  const packages = new Map();
  for (const name of names) {
    const { title, text } = licence(name);
    packages.set(text, [...(packages.get(text) ?? []), title]);
  }
  const sections = [...packages].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
  return [head, ...sections].join(`\n${"=".repeat(80)}\n\n`);
}

/** @param {string} name of a package */
function licence(name) {
  const folder = join(root, "node_modules", name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const own = license === "MIT" ? `Copyright (c) ${author?.name ?? author}\n\n${mit}` : undefined;
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : own;
  if (!text) throw new Error(`${name} has no licence file; its licence asks for one to be passed on.`);
  return { title: `${name} ${version} (${license})`, text };
}
