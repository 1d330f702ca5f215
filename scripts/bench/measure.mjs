// Everything that is measured with one server and one template.
import { LanguageClient } from "./languageClient.mjs";
import { placesIn } from "./places.mjs";
import { quantile } from "./statistics.mjs";

/** Diagnostics count as complete when none have come for so long, in milliseconds. */
const QUIET = 400;
/** Milliseconds between edits of a person who types fast. */
const PAUSE = 10;

/**
 * The samples of one process by the key of their metric.
 * @typedef {Record<string, number[]>} Samples
 * @typedef {{ text: string, format: "yaml" | "json", places: number, soak: number }} Plan
 */

/**
 * Starts a server, measures, stops it. A server that fails or is too slow gives what came before.
 * @param {readonly string[]} command
 * @param {Plan} plan
 * @returns {Promise<{ samples: Samples, failure: string | undefined }>}
 */
export async function measure(command, plan) {
  /** @type {Samples} */
  const samples = {};
  const client = new LanguageClient(command);
  const session = { client, plan, places: placesIn(plan.text, plan.format, plan.places), samples };
  /** @type {string | undefined} */
  let failure;
  try {
    await opening(session);
    await hovering(session);
    await editing(session);
    await typing(session);
    await structure(session);
    await soaking(session);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  await client.stop();
  return { samples, failure };
}

/** @typedef {{ client: LanguageClient, plan: Plan, places: ReturnType<typeof placesIn>, samples: Samples }} Session */

/** @param {Samples} samples @param {string} key @param {number | undefined} value */
function add(samples, key, value) {
  if (value === undefined) return;
  samples[key] ??= [];
  samples[key].push(value);
}

/** @param {Session} session */
async function opening({ client, plan, places, samples }) {
  add(samples, "initialize", await client.initialize());
  const begin = performance.now();
  await client.open(plan.format, plan.text);
  const hover = client.request("hover", { position: places.type[0] }).then(() => performance.now() - begin);
  const first = await client.diagnostics(1);
  add(samples, "open.hover", await hover);
  await client.settled(QUIET);
  // A server may publish in portions, or the same again: what counts is when all were there.
  const count = client.published.at(-1)?.diagnostics.length ?? 0;
  const all = client.published.find(({ diagnostics }) => diagnostics.length === count) ?? first;
  add(samples, "open.first", first.at - begin);
  add(samples, "open.diagnostics", all.at - begin);
  add(samples, "open.count", count);
  add(samples, "memory.open", client.memory());
}

/** @param {Session} session */
async function hovering({ client, places, samples }) {
  for (const { line, character } of places.hover) {
    const begin = performance.now();
    await client.request("hover", { position: { line, character: character - 1 } });
    add(samples, "hover", performance.now() - begin);
  }
}

/** One character goes in and out again, in each kind of place. @param {Session} session */
async function editing({ client, places, samples }) {
  for (const kind of /** @type {const} */ (["value", "key", "type", "lineEnd"])) {
    for (const { line, character } of places[kind]) {
      const insert = kind === "lineEnd" ? "\n" : "x";
      for (const change of [
        () => client.edit({ line, character, insert }),
        () => (insert === "\n" ? client.join(line, character) : client.edit({ line, character, remove: 1 })),
      ]) {
        const begin = performance.now();
        const published = await client.diagnostics(await change());
        add(samples, "edit", published.at - begin);
        add(samples, `edit.${kind}`, published.at - begin);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }
}

/** A property is typed letter by letter, with completion and a hover at each. @param {Session} session */
async function typing({ client, plan, places, samples }) {
  for (const { line, character } of places.properties.slice(0, 8)) {
    await client.edit({ line, character, insert: `\n${" ".repeat(6)}` });
    await client.settled(PAUSE);
    let column = 6;
    for (const letter of plan.format === "json" ? '"Tags' : "Tags") {
      await client.edit({ line: line + 1, character: column++, insert: letter });
      const position = { line: line + 1, character: column };
      const begin = performance.now();
      await client.request("completion", { position, context: { triggerKind: 1 } });
      const completed = performance.now();
      add(samples, "completion", completed - begin);
      await client.edit({ line: line + 1, character: column, insert: "x" });
      const asked = performance.now();
      await client.request("hover", { position: { line: line + 1, character: column - 1 } });
      add(samples, "hover.typing", performance.now() - asked);
      await client.edit({ line: line + 1, character: column, remove: 1 });
      await client.settled(PAUSE);
    }
    await client.edit({ line: line + 1, character: 0, remove: column });
    await client.join(line, character);
    await client.settled(PAUSE);
  }
}

/** @param {Session} session */
async function structure({ client, places, samples }) {
  const { capabilities } = client;
  /** @type {[string, string, unknown][]} */
  const asked = [
    ["symbols", "documentSymbol", capabilities.documentSymbolProvider],
    ["folding", "foldingRange", capabilities.foldingRangeProvider],
    ["tokens", "semanticTokens/full", capabilities.semanticTokensProvider],
  ];
  for (const { line, character } of places.value) {
    for (const [key, method, supported] of asked) {
      if (supported === undefined || supported === false) continue;
      await client.edit({ line, character, insert: "x" });
      const begin = performance.now();
      await client.request(method);
      add(samples, key, performance.now() - begin);
      await client.edit({ line, character, remove: 1 });
      await client.settled(PAUSE);
    }
  }
}

/**
 * Many edits as fast as they are worked off. V8 looks for free objects once in some 1,500 of them, and memory is lowest then: in each
 * half there has to be such a moment.
 * @param {Session} session
 */
async function soaking({ client, plan, places, samples }) {
  if (plan.soak === 0) return;
  const all = [...places.value, ...places.key, ...places.type];
  const begin = performance.now();
  const lowest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let edit = 0; edit < plan.soak; edit += 2) {
    const { line, character } = all[(edit / 2) % all.length] ?? { line: 0, character: 0 };
    await client.edit({ line, character, insert: "x" });
    const version = await client.edit({ line, character, remove: 1 });
    if (edit % 20 > 0) continue;
    await client.diagnostics(version);
    // Until then code is compiled that all edits need.
    if (edit * 10 < plan.soak) continue;
    const half = edit * 2 < plan.soak ? 0 : 1;
    lowest[half] = Math.min(lowest[half] ?? Number.NaN, client.memory() ?? Number.NaN);
  }
  add(samples, "soak", (performance.now() - begin) / plan.soak);
  add(samples, "memory.soak.begin", lowest[0]);
  add(samples, "memory.soak", lowest[1]);
  await client.settled(QUIET);
}

/** Medians of what each process gives once, quantiles of what it gives often. @param {Samples} samples */
export function figuresOf(samples) {
  /** @type {Record<string, number>} */
  const figures = {};
  const often = /^(?:edit|hover|completion|symbols|folding|tokens)\b/;
  for (const [key, values] of Object.entries(samples)) {
    const shares = often.test(key) ? { [`${key}.p50`]: 0.5, [`${key}.p95`]: 0.95 } : { [key]: 0.5 };
    for (const [name, share] of Object.entries(shares)) {
      const value = quantile(values, share);
      if (value !== undefined) figures[name] = value;
    }
  }
  return figures;
}
