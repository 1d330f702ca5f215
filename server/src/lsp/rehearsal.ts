import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Host } from "./host.ts";
import type { Quiet } from "./quiet.ts";
import { SpareTime } from "./spareTime.ts";
import { firstOfTypes, halfTyped, placesIn, withLetter } from "./typicalEdits.ts";

interface RehearsalParts {
  readonly template: Template;
  /** Completes in a text that is not open. */
  readonly complete: (template: Template, offset: number) => void;
  /** Checks it, in steps. */
  readonly check: (template: Template) => Iterable<void>;
  readonly quiet: Pick<Quiet, "calm">;
  readonly host: Pick<Host, "delay" | "now">;
}

/** In the resources of so many types somebody begins to type, … */
const TYPED = 16;
/** … and the text is checked for so many of these. */
const CHECKED = 4;
/** In longer texts even a single edit would hold up somebody. In UTF-16 units. */
const LONGEST = 5_000_000;
/** So long nobody has asked or written anything, in milliseconds. */
const CALM = 500;

/**
 * Tries, while nobody does anything, what happens when somebody types: completes words that are begun, checks the text with
 * them, and with a type that is changed. The first ones who do so do not wait for V8 to compile it, then.
 */
export async function rehearse({ template, complete, check, quiet, host }: RehearsalParts): Promise<void> {
  if (template.text.length > LONGEST) return;
  const spare = new SpareTime({ quiet, host, calm: CALM });
  for (const [index, entry] of [...firstOfTypes(template).values()].slice(0, TYPED).entries()) {
    const places = placesIn(entry);
    const [type, last] = [places[0], places.at(-1)];
    if (type === undefined || last === undefined) continue;
    await spare.next();
    const { text, caret } = halfTyped(template, last);
    const typed = parse(text, template);
    await spare.next();
    complete(typed, caret);
    if (index >= CHECKED) continue;
    await spare.next();
    await spare.through(check(typed));
    await spare.next();
    // Many checks depend on what the template declares.
    await spare.through(check(parse(withLetter(template, type), template)));
  }
}
