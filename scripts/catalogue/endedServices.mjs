// Prints what the newest data of the catalogue contradicts in the table of services that end (server/data/endedServices.yaml):
//   node scripts/catalogue/endedServices.mjs
// AWS says in the texts of types and properties when a service takes no new customers or ends. A row is named where it has no types any
// more, or where a text has another year than the row; so is a service whose texts say it ends, but that has no row.
// The exit code is 1 where there is something to look at.

import { importSources } from "../bundles/importSources.mjs";
import { readBase } from "./base.mjs";

const NOTICE =
  /no longer (?:be )?(?:open|available|accepting)[^.]*|end(?:ing)? of (?:support|life)[^.]*|support (?:will end|ending|ends)[^.]*|(?:will be|has been|was|is) (?:discontinued|shut down|retired)[^.]*/i;

/** What takes new customers again, whatever the data still says. */
const OPEN_AGAIN = new Set(["AWS::CodeCommit"]);

const table = await rows();
const { types } = readBase();
/** @type {string[]} */
const problems = [];

for (const [name, { closed, ends }] of table) {
  const own = types.filter((type) => type.name === name || type.name.startsWith(`${name}::`));
  // Of what has ended the data drops the types sooner or later.
  const isOver = ends !== undefined && ends < new Date().toISOString().slice(0, 10);
  if (own.length === 0 && !isOver) problems.push(`${name}: the data has no such type any more`);
  const years = [closed, ends].flatMap((day) => day?.slice(0, 4) ?? []);
  for (const notice of notices(own)) {
    const said = notice.match(/\b20\d\d\b/g) ?? [];
    if (said.length > 0 && !said.some((year) => years.includes(year))) problems.push(`${name}: ${notice}`);
  }
}

/** @type {Map<string, typeof types>} */
const services = new Map();
for (const type of types) {
  const service = type.name.split("::", 2).join("::");
  const known = services.get(service);
  if (known === undefined) services.set(service, [type]);
  else known.push(type);
}
for (const [service, own] of services) {
  if (OPEN_AGAIN.has(service) || table.has(service)) continue;
  const [notice] = notices(own.filter(({ name }) => !table.has(name)));
  if (notice !== undefined) problems.push(`${service} has no row: ${notice}`);
}

for (const problem of problems) console.log(problem);
console.log(`${problems.length} to look at, of ${table.size} rows.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * What the texts of types say of an end, each sentence once.
 * @param {typeof types} of
 * @returns {string[]}
 */
function notices(of) {
  const found = of.flatMap(({ name, documentation }) => {
    const sentence = NOTICE.exec(documentation ?? "")?.[0];
    return sentence === undefined ? [] : [`${name}: “${sentence.replaceAll(/\s+/g, " ").trim()}”`];
  });
  return [...new Set(found)];
}

/** @returns {Promise<ReadonlyMap<string, { readonly closed?: string, readonly ends?: string }>>} */
async function rows() {
  return (await importSources(["src/catalogue/types/endedServices"])).ENDED_SERVICES;
}
