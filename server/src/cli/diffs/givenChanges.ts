import { posix } from "node:path";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { nestedChanges, type ReadNested } from "../../change/nestedChanges.ts";
import { mayUseOthers, type OtherTemplate, usesOf } from "../../change/otherTemplates.ts";
import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { parameterValues } from "../../change/values/parameterValues.ts";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { textFile } from "../../node/textFile.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Given } from "../options/commandLine.ts";
import type { NamedText, TemplatePair } from "./templatePair.ts";
import { templatePairs } from "./templatePairs.ts";

interface GivenChange {
  readonly pair: TemplatePair;
  readonly change: TemplateChange;
  /** The logical id by which another template nests it. */
  readonly stack?: string;
  /** The templates beside it. */
  readonly others: () => readonly OtherTemplate[];
}

/** The changes that the arguments ask about, or why there are none. */
export async function givenChanges(
  given: Given,
  language: "en" | "ja",
  catalogue: Catalogue,
): Promise<readonly GivenChange[] | { readonly problem: string }> {
  const parameters = await givenParameters(given, language);
  if ("problem" in parameters) return parameters;
  const templates = await templatePairs(given, language);
  if ("problem" in templates) return templates;
  const othersOf = templatesBeside(templates.project);
  const found: GivenChange[] = [];
  for (const pair of templates.pairs) {
    const change = templateChange(
      { template: parse(pair.before.text), parameters: parameters.before },
      { template: parse(pair.after.text), parameters: parameters.after },
      catalogue,
    );
    for (const one of [{ pair, change }, ...(await changesWithin({ pair, change }, catalogue))])
      found.push({ ...one, others: () => othersOf(one.pair.after.file) });
  }
  // Nested templates are reported with the parameters that they get there.
  const nested = new Set(found.filter(({ stack }) => stack !== undefined).map(({ pair }) => pair.after.file));
  return found.filter(({ pair, stack }) => stack !== undefined || !nested.has(pair.after.file));
}

/** The templates of a project that may use others, beside one of them; each is read once, and only when it is asked for. */
function templatesBeside(project: readonly NamedText[]): (file: string) => readonly OtherTemplate[] {
  const using = project.filter(({ text }) => mayUseOthers(text));
  const read = memoBy(({ text }: NamedText) => usesOf(parse(text)));
  return (file) =>
    using
      .filter((one) => one.file !== file)
      .map((one) => ({
        file: one.file,
        uses: read(one),
        leads: (path) => posix.join(posix.dirname(one.file), path) === file,
      }));
}

/** The changes in the templates that both sides nest, if their files are there. */
async function changesWithin(
  { pair, change }: Pick<GivenChange, "pair" | "change">,
  catalogue: Catalogue,
): Promise<readonly Omit<GivenChange, "others">[]> {
  const texts = { before: new Map<string, string>(), after: new Map<string, string>() };
  const reader =
    (side: "before" | "after"): ReadNested =>
    async (paths) => {
      const path = joinedPath(paths);
      const text = await pair.nested[side](path);
      if (text === undefined || !looksLikeTemplate(text)) return undefined;
      texts[side].set(path, text);
      return parse(text);
    };
  const found = await nestedChanges(change, {
    before: reader("before"),
    after: reader("after"),
    compare: (one, other) => templateChange(one, other, catalogue),
  });
  return found.map(({ stacks, change: inner, ...paths }) => {
    const named = (side: "before" | "after"): { readonly file: string; readonly text: string } => {
      const path = joinedPath(paths[side]);
      return { file: posix.join(posix.dirname(pair[side].file), path), text: texts[side].get(path) ?? "" };
    };
    return {
      stack: stacks.at(-1) ?? "",
      pair: { before: named("before"), after: named("after"), nested: pair.nested },
      change: inner,
    };
  });
}

/** The path that a chain of paths leads to, each of which is relative to the file before. */
function joinedPath(paths: readonly string[]): string {
  return paths.reduce((from, path) => posix.join(posix.dirname(from), path), "");
}

type Values = ReadonlyMap<string, string>;

/** The parameters' values before and after, as the arguments name them; those of the deployed stack count for both. */
async function givenParameters(
  given: Given,
  language: "en" | "ja",
): Promise<{ readonly before: Values; readonly after: Values } | { readonly problem: string }> {
  const [deployed, wanted] = [given.text("before-parameters"), given.text("parameters")];
  const before = await valuesIn(deployed ?? wanted, new Map());
  if (before === undefined) return { problem: WORDS[language](deployed ?? wanted ?? "") };
  const after = wanted === undefined ? before : await valuesIn(wanted, before);
  return after === undefined ? { problem: WORDS[language](wanted ?? "") } : { before, after };
}

async function valuesIn(file: string | undefined, previous: Values): Promise<Values | undefined> {
  if (file === undefined) return previous;
  const found = await textFile(file);
  return "text" in found ? parameterValues(found.text, previous) : undefined;
}

const WORDS = {
  en: (file: string) => `${file} can't be read as a JSON file of parameters.`,
  ja: (file: string) => `${file}をパラメータのJSONファイルとして読み込めません。`,
} as const;
