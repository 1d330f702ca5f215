import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PRODUCT } from "./product.ts";

/** What the page on the rules says of a code, and where. */
export interface RulePage {
  /** Markdown: the title in Japanese, then in English what it finds, with examples. */
  readonly text: string;
  /** The page's address with the line. */
  readonly uri: string;
}

let readOnce: ReadonlyMap<string, RulePage> | undefined;

/** The sections of docs/rules.md by their codes; without any where it can't be read. */
export function rulePages(): ReadonlyMap<string, RulePage> {
  readOnce ??= sectionsOf(join(PRODUCT, "docs", "rules.md"));
  return readOnce;
}

function sectionsOf(file: string): ReadonlyMap<string, RulePage> {
  const sections = new Map<string, RulePage>();
  const { href } = pathToFileURL(file);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return sections;
  }
  let line = 1;
  for (const section of text.split(/^(?=## )/m)) {
    const code = /^## (\S+)/.exec(section)?.[1];
    if (code !== undefined) {
      const body = section.slice(section.indexOf("\n") + 1).trim();
      sections.set(code, { text: body, uri: `${href}#L${line}` });
      // Codes that a rule reports beside its own are named in its last line.
      for (const [, others = ""] of body.matchAll(/Also reports ([^.]+)\./g))
        for (const [, other = ""] of others.matchAll(/`([a-z-]+)`/g))
          sections.set(other, { text: body, uri: `${href}#L${line}` });
    }
    line += section.split("\n").length - 1;
  }
  return sections;
}
