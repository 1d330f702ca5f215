import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Host } from "./host.ts";
import type { Quiet } from "./quiet.ts";
import { SpareTime } from "./spareTime.ts";
import { firstOfTypes, halfTyped, placesIn, withLetter } from "./typicalEdits.ts";

interface RehearsalParts {
  readonly template: Template;
  /** Checks it, in steps. */
  readonly check: (template: Template) => Iterable<void>;
  readonly quiet: Pick<Quiet, "calm">;
  readonly host: Pick<Host, "delay" | "now" | "within">;
}

/** In the resources of so many types something is changed. */
const CHANGED = 4;
/** In longer texts even a single edit would hold up somebody. In UTF-16 units. */
const LONGEST = 5_000_000;
/** So long nobody has asked or written anything, in milliseconds. */
const CALM = 500;

/**
 * Tries, while nobody does anything, what happens when somebody types: checks the text with words that are begun, and with
 * types that are changed. The first ones who do so do not wait for V8 to compile it, then.
 */
export async function rehearse({ template, check, quiet, host }: RehearsalParts): Promise<void> {
  if (template.text.length > LONGEST) return;
  const spare = new SpareTime({ quiet, host, calm: CALM });
  for (const entry of [...firstOfTypes(template).values()].slice(0, CHANGED)) {
    const places = placesIn(entry);
    const [type, last] = [places[0], places.at(-1)];
    if (type === undefined || last === undefined) continue;
    await spare.next();
    await spare.through(check(parse(halfTyped(template, last).text, template)));
    await spare.next();
    // Many checks depend on what the template declares.
    await spare.through(check(parse(withLetter(template, type), template)));
  }
}
