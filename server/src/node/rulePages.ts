import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lazyByKey } from "../text/lazy.ts";
import { PRODUCT } from "./product.ts";

/** The text of the rules' page on a code, and its address. */
export interface RulePage {
  /** Markdown: the title, what it finds, examples, and a line of facts. */
  readonly text: string;
  /** The page's address with the line. */
  readonly uri: string;
}

const FILES = { en: "rules.md", ja: "rules.ja.md" } as const;

/** The sections of the page on the rules in a language, by their codes; none if it can't be read. */
export const rulePages: (language: "en" | "ja") => ReadonlyMap<string, RulePage> = lazyByKey((language) =>
  sectionsOf(join(PRODUCT, "docs", FILES[language])),
);

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
      for (const [, others = ""] of body.matchAll(/(?:Also reports|ほかに報告するコード：)([^.。]+)/g))
        for (const [, other = ""] of others.matchAll(/`([a-z-]+)`/g))
          sections.set(other, { text: body, uri: `${href}#L${line}` });
    }
    line += section.split("\n").length - 1;
  }
  return sections;
}
