import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A rule with what the page beside it says, as `scripts/rules/describedRules.mjs` reads it. */
export interface DescribedRule {
  readonly code: string;
  readonly category: string;
  readonly others: readonly string[];
  readonly title: { readonly en: string; readonly ja: string };
  readonly topic?: string;
  /** AWS's pages that it is based on, beside those of the topic's note. */
  readonly sources: readonly string[];
  /** The page's path. */
  readonly page: string;
  /** With examples, in each language. */
  readonly text: { readonly en: string; readonly ja: string };
  readonly examples: readonly Example[];
}

export interface Example {
  readonly kind: "Bad" | "Good";
  /** A template, or the part of one that is to be put into the first bad one. */
  readonly source: string;
  /** Where it begins in the page. */
  readonly line: number;
}

/** The rules of the project, or of a copy of it. The script is not bundled with the tests: it finds files by its own place. */
export async function describedRules(project?: string): Promise<readonly DescribedRule[]> {
  const script = pathToFileURL(join(process.cwd(), "scripts/rules/describedRules.mjs")).href;
  const module = (await import(script)) as { describedRules(project?: string): Promise<readonly DescribedRule[]> };
  return module.describedRules(project);
}
