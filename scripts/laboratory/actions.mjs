// Holds code actions to their promises over any templates:
//   node scripts/laboratory/actions.mjs FOLDER… [--files N] [--places N] [--seed N] [--show N]
// Carries out, each alone, the fixes of what is found, what silences it, and the refactorings at so many places (30) of
// so many files (300), parses and checks the result: nothing is broken, no error or warning is new, what was mended is
// gone, comments are still there, and what only changes the form means the same and can be turned back.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Lexer } from "yaml";
import { templateFiles } from "../bench/templateFiles.mjs";
import { importSources } from "../bundles/importSources.mjs";
import { randomNumbers } from "./randomEdit.mjs";

const MAX_LENGTH = 200_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string", default: "300" },
    places: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "3" },
  },
});
if (positionals.length === 0) throw new Error("Which folders? node scripts/laboratory/actions.mjs FOLDER…");

const server = await bundled();
const { parse, applied, contentOf, diagnostics, RULES, bootstrapGraph, loadCatalogue } = server;
const catalogue = loadCatalogue();
const random = randomNumbers(Number(options.seed));
/** @typedef {import("../../server/src/model/template.ts").Template} Template */
/** @typedef {import("../../server/src/text/edit.ts").Edit} Edit */
/** @typedef {{ kind: string, title: string, edits: readonly Edit[], mends?: string, keeps?: boolean, back?: number }} Action */

/** By kind of action: how often it was done, and what was wrong. @type {Map<string, { done: number, back: number, wrong: Map<string, string[]> }>} */
const results = new Map();
/** In milliseconds, of asking for all refactorings at a place. @type {number[]} */
const times = [];

for (const file of chosenFiles()) look(file);
report();

function bundled() {
  return importSources([
    "src/model/reading/parse",
    "src/model/tree/meaning",
    "src/text/edit",
    "src/features/diagnostics",
    "src/features/disableCode",
    "src/features/declareMissing",
    "src/features/refactorings",
    "src/features/convertTemplate",
    "src/features/addSignal",
    "src/rules/engine/all",
    "src/bootstrap/bootstrapGraph",
    "test/catalogue/loadCatalogue",
  ]);
}

/** A part of the files, the same for the same seed. */
function chosenFiles() {
  const all = positionals.flatMap((folder) => templateFiles(folder));
  const chosen = [];
  while (chosen.length < Number(options.files) && all.length > 0)
    chosen.push(...all.splice(Math.floor(random() * all.length), 1));
  return chosen;
}

/** @param {string} file */
function look(file) {
  const text = readFileSync(file, "utf8");
  if (text.length > MAX_LENGTH) return;
  const template = parse(text);
  const found = check(template);
  for (const action of actions(template, found)) examine(file, template, found, action);
}

/** @param {Template} template @returns {import("../../server/src/features/diagnostics.ts").Diagnostic[]} */
function check(template) {
  return diagnostics(template, {
    rules: RULES,
    catalogue,
    language: "en",
    today: "2026-01-01",
    severities: new Map(),
    bootstrapGraph,
  });
}

/** @param {Template} template @param {import("../../server/src/features/diagnostics.ts").Diagnostic[]} found @returns {Generator<Action>} */
function* actions(template, found) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const diagnostic of found) {
    const { code, fix } = diagnostic;
    const count = seen.get(code) ?? 0;
    seen.set(code, count + 1);
    if (count >= 3) continue;
    if (fix) yield { kind: `fix ${code}`, title: fix.title, edits: fix.edits, mends: code };
    const declared = server.declareMissing(template, diagnostic);
    if (declared) yield { kind: `declare ${code}`, title: declared.title.en, edits: [declared.edit], mends: code };
    if (count > 0) continue;
    for (const { title, edit } of server.disableCode(template, diagnostic, "en"))
      yield { kind: `disable ${title.replace(code, "CODE")}`, title, edits: [edit], mends: code };
  }
  /** @type {Set<string>} */
  const done = new Set();
  for (const selection of selections(template)) {
    const before = performance.now();
    const offered = server.refactorings(template, catalogue, selection, () => true);
    times.push(performance.now() - before);
    for (const { kind, title, edits } of offered) {
      const now = typeof edits === "function" ? edits() : edits;
      const key = JSON.stringify([kind, title.en, now]);
      if (done.has(key) || now.length === 0) continue;
      done.add(key);
      const keeps = kind.startsWith("refactor.rewrite") && !/\.(?:output|context)$/.test(kind);
      const all = title.en.startsWith("Write all") ? " (all)" : title.en.includes("equal values") ? " (all)" : "";
      yield { kind: kind + all, title: title.en, edits: now, keeps, ...(keeps && { back: selection.start }) };
    }
  }
  for (const { entries } of template.sections) {
    for (const entry of entries) {
      const added = server.addSignal(template, bootstrapGraph(template), entry.key.start + entry.offset, "en");
      if (added && "edits" in added) {
        /** @type {Edit[]} */
        const edits = added.edits.map(
          (/** @type {import("../../server/src/snippets/textEdit.ts").SignalEdit} */ one) => ({
            ...one.span,
            newText: one.newText,
          }),
        );
        yield { kind: "add signal", title: `${added.title} ${entry.name}`, edits };
      }
    }
  }
  const converted = server.convertTemplate(template);
  if ("text" in converted) {
    const edits = [{ start: 0, end: template.text.length, newText: converted.text }];
    yield { kind: `convert to ${converted.format}`, title: "Convert", edits, keeps: true };
  }
}

/** Places of values, keys and names, some with the word selected. @param {Template} template */
function selections({ text, sections }) {
  const entries = sections.flatMap((section) => section.entries);
  const places = [];
  for (let number = 0; number < Number(options.places) && entries.length > 0; number++) {
    const entry = entries[Math.floor(random() * entries.length)];
    if (entry === undefined) continue;
    const start = entry.key.start + entry.offset;
    const end = Math.max(entry.value.end, entry.key.end) + entry.offset;
    const at = number % 5 === 0 ? start : start + Math.floor(random() * (end - start));
    const word = /^[\w-]{3,}/.exec(text.slice(at));
    places.push({ start: at, end: at });
    if (word && number % 3 === 0) places.push({ start: at, end: at + word[0].length });
  }
  return places;
}

/** @param {string} file @param {Template} template @param {import("../../server/src/features/diagnostics.ts").Diagnostic[]} found @param {Action} action */
function examine(file, template, found, { kind, title, edits, mends, keeps, back }) {
  const result = results.get(kind) ?? { done: 0, back: 0, wrong: new Map() };
  results.set(kind, result);
  result.done++;
  /** @param {string} what @param {string} [detail] */
  const wrong = (what, detail = "") => {
    const places = result.wrong.get(what) ?? [];
    result.wrong.set(what, places);
    places.push(`${file}:${template.text.slice(0, edits[0]?.start ?? 0).split("\n").length} “${title}” ${detail}`);
  };
  const text = applied(template.text, edits);
  const after = parse(text);
  if (after.errors.length > template.errors.length) return wrong("broken", after.errors[0]?.message);
  const now = check(after);
  const [before, behind] = [counts(found), counts(now)];
  const gone = mends !== undefined && (behind.get(mends) ?? 0) >= (before.get(mends) ?? 0);
  if (gone) wrong("not mended");
  for (const [code, count] of behind) {
    if (code === mends || count <= (before.get(code) ?? 0)) continue;
    const fresh = now.filter((one) => one.code === code && /error|warning/.test(one.severity));
    const known = new Set(found.map(({ english }) => english));
    const first = fresh.find(({ english }) => !known.has(english)) ?? fresh[0];
    if (first) wrong(`new ${code}`, first.english);
  }
  const isRemoval = /^(?:Remove|Inline|Convert$)/.test(title);
  if (!isRemoval && template.format === "yaml" && lost(comments(template.text), comments(text))) wrong("comments lost");
  if (template.text.includes("\r\n") && /[^\r]\n/.test(text) && !/[^\r]\n/.test(template.text)) wrong("line breaks");
  if (keeps && meaning(after) !== meaning(template)) wrong("means something else");
  if (back === undefined || !/Form$|joinAndSub/.test(kind)) return;
  const start = Math.min(...edits.map((one) => one.start));
  const at = start + text.slice(start).search(/!|Fn::|Ref:/);
  const inverse = server.refactorings(
    after,
    catalogue,
    { start: at + 1, end: at + 1 },
    (/** @type {string} */ one) => kind === one,
  );
  for (const { edits: undo } of inverse) {
    const again = applied(text, typeof undo === "function" ? undo() : undo);
    if (meaning(parse(again)) !== meaning(template)) wrong("turned back, means something else");
    else result.back++;
    break;
  }
}

/** How often each code is found that is worth a word. @param {import("../../server/src/features/diagnostics.ts").Diagnostic[]} found */
function counts(found) {
  /** @type {Map<string, number>} */
  const all = new Map();
  for (const { code } of found) all.set(code, (all.get(code) ?? 0) + 1);
  return all;
}

/** @param {string} text */
function comments(text) {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).map((token) => token.trim());
}

/** @param {string[]} before @param {string[]} after */
function lost(before, after) {
  const left = [...after];
  return before.some((one) => {
    const at = left.findIndex((other) => other.startsWith(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What a template says, `Fn::Join` and `Fn::Sub` as the parts of their texts. @param {Template} template */
function meaning({ sections }) {
  return JSON.stringify(
    sections.map(({ name, value, entries }) => [
      name,
      value && normal(contentOf(value)),
      entries.map((entry) => [entry.name, normal(contentOf(entry.value))]),
    ]),
  );
}

/** @param {unknown} content @returns {unknown} */
function normal(content) {
  if (!Array.isArray(content)) return content;
  const [only] = content;
  if (content.length === 1 && Array.isArray(only) && only.length === 2) {
    const [name, argument] = only;
    if (name === "Fn::Join" && Array.isArray(argument?.[1]) && typeof argument[0] === "string") {
      const parts = argument[1].flatMap((/** @type {unknown} */ part, /** @type {number} */ index) =>
        index > 0 ? [argument[0], part] : [part],
      );
      return joined(parts.flatMap(partsOf));
    }
    if (name === "Fn::Sub") return joined(partsOf(content));
  }
  return content.map(normal);
}

/** @param {any} part @returns {unknown[]} */
function partsOf(part) {
  const [name, argument] = Array.isArray(part) && part.length === 1 && Array.isArray(part[0]) ? part[0] : [];
  if (name === "Fn::Join" && Array.isArray(argument?.[1])) {
    const inner = normal(part);
    return Array.isArray(inner) ? inner : [inner];
  }
  if (name !== "Fn::Sub") return [normal(part)];
  const [text, variables = []] = typeof argument === "string" ? [argument] : argument;
  if (typeof text !== "string") return [part];
  return text.split(/(\$\{[^}\n${]*\})/).flatMap((piece) => {
    const variable = /^\$\{\s*([^}]*?)\s*\}$/.exec(piece)?.[1];
    if (variable === undefined) return [piece];
    if (variable.startsWith("!")) return [`\${${variable.slice(1)}}`];
    const given = variables.find((/** @type {[string, unknown]} */ [key]) => key === variable);
    if (given) return partsOf(given[1]);
    const dot = variable.indexOf(".");
    return [dot < 0 ? [["Ref", variable]] : [["Fn::GetAtt", [variable.slice(0, dot), variable.slice(dot + 1)]]]];
  });
}

/** @param {unknown[]} parts */
function joined(parts) {
  /** @type {unknown[]} */
  const result = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

function report() {
  let all = 0;
  let bad = 0;
  for (const [kind, { done, back, wrong }] of [...results].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const count = [...wrong.values()].reduce((sum, places) => sum + places.length, 0);
    all += done;
    bad += count;
    console.log(`${kind}: ${done}${back > 0 ? ` (${back} turned back)` : ""}${count > 0 ? `, ${count} wrong` : ""}`);
    for (const [what, places] of wrong) {
      console.log(`  ${what}: ${places.length}`);
      for (const place of places.slice(0, Number(options.show))) console.log(`    ${place}`);
    }
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `Asking for refactorings at ${sorted.length} places: ${at(0.5)} ms in the middle, 95 % below ${at(0.95)} ms.`,
  );
  console.log(`${all} actions, ${bad} wrong.`);
  if (bad > 0) process.exitCode = 1;
}
