import { dirname, resolve } from "node:path";
import { cwd } from "node:process";
import { looksLikeTemplate } from "../../detect.ts";
import { posix } from "../../node/gitIgnore.ts";
import { isBelow, textFile } from "../../node/textFile.ts";
import { projectOf } from "../files/projectFiles.ts";
import { templateFiles } from "../files/templateFiles.ts";
import { unusable } from "../files/unchecked.ts";
import type { Given } from "../options/commandLine.ts";
import { type GitBase, gitBase, isIn } from "./gitBase.ts";
import { movedTogether } from "./movedTogether.ts";
import type { NamedText, ReadNested, TemplatePair } from "./templatePair.ts";

/** Stands for a stack that is not there. */
export const NO_STACK = "Resources: {}\n";

interface TemplatePairs {
  readonly pairs: readonly TemplatePair[];
  /** All files below the paths that may be templates, as they are now. */
  readonly project: readonly NamedText[];
}

/** The templates that the arguments name: two files, or those below paths with what a commit has of them. */
export async function templatePairs(
  given: Given,
  language: "en" | "ja",
): Promise<TemplatePairs | { readonly problem: string }> {
  const say = WORDS[language];
  const revision = given.text("base");
  if (revision === undefined) return twoFiles(given.operands, language);
  // An environment of the project file counts before a branch of its name.
  const { environments } = (await projectOf(cwd())).settings;
  const base = await gitBase(cwd(), environments.get(revision) ?? revision);
  if (base === undefined) return { problem: say.noBase(revision) };
  const paths = given.operands.length > 0 ? given.operands : ["."];
  const found = await templateFiles(paths, { cwd: cwd(), gitignore: true, ignoredPaths: [], root: cwd() });
  const pairs: TemplatePair[] = [];
  const project: NamedText[] = [];
  for (const file of [...found.named, ...found.candidates]) {
    const now = await textFile(file);
    if (!("text" in now) || !looksLikeTemplate(now.text)) continue;
    const after = { file: posix(base.pathInRepository(file)), text: now.text };
    project.push(after);
    const pair = await pairWithRevision(base, file, after, revision);
    if (pair !== undefined) pairs.push(pair);
  }
  const folders = paths.map((path) => resolve(cwd(), path));
  // One that is new may be one that was elsewhere in the repository.
  const isMoved = pairs.some(({ was }) => was === "new");
  const gone = await deletedPairs(base, isMoved ? [base.top] : folders, revision);
  const isAsked = ({ was, after: { file } }: TemplatePair): boolean =>
    was !== "gone" || isIn(folders, resolve(base.top, file));
  return { pairs: movedTogether(pairs, gone).filter(isAsked), project };
}

async function pairWithRevision(
  base: GitBase,
  file: string,
  after: NamedText,
  revision: string,
): Promise<TemplatePair | undefined> {
  const text = await base.textOf(file);
  if (text === after.text) return undefined;
  const before = (path: string): Promise<string | undefined> => base.textOf(resolve(dirname(file), path));
  return {
    before: { file: `${revision}:${after.file}`, text: text ?? NO_STACK },
    after,
    nested: { before, after: nestedIn(file) },
    ...(text === undefined && { was: "new" as const }),
  };
}

/** Templates below the working directory or, for a template that is elsewhere, below its own folder. */
function nestedIn(file: string): ReadNested {
  const folder = dirname(resolve(cwd(), file));
  const root = isBelow(cwd(), folder) ? cwd() : folder;
  return async (path) => {
    const child = resolve(folder, path);
    const found = isBelow(root, child) ? await textFile(child) : undefined;
    return found !== undefined && "text" in found ? found.text : undefined;
  };
}

const NONE: ReadNested = async () => undefined;

/** The templates that the commit has and the folders have no more. */
async function deletedPairs(
  base: GitBase,
  folders: readonly string[],
  revision: string,
): Promise<readonly TemplatePair[]> {
  const pairs: TemplatePair[] = [];
  for (const file of await base.deletedBelow(folders)) {
    const text = await base.textOf(file);
    if (text === undefined || !looksLikeTemplate(text)) continue;
    const name = posix(base.pathInRepository(file));
    pairs.push({
      before: { file: `${revision}:${name}`, text },
      after: { file: name, text: NO_STACK },
      nested: { before: async (path) => base.textOf(resolve(dirname(file), path)), after: NONE },
      was: "gone",
    });
  }
  return pairs;
}

async function twoFiles(
  operands: readonly string[],
  language: "en" | "ja",
): Promise<TemplatePairs | { readonly problem: string }> {
  const say = WORDS[language];
  if (operands.length !== 2) return { problem: say.twoFiles };
  const read: NamedText[] = [];
  for (const file of operands) {
    const found = await textFile(file);
    if (!("text" in found)) return { problem: unusable(file, found.problem)[language] };
    if (!looksLikeTemplate(found.text) && !isNoStack(found.text))
      return { problem: unusable(file, "no-template")[language] };
    read.push({ file, text: found.text });
  }
  const [before, after] = read;
  if (before === undefined || after === undefined) return { pairs: [], project: [] };
  const nested = { before: nestedIn(before.file), after: nestedIn(after.file) };
  return { pairs: [{ before, after, nested }], project: [] };
}

/** A template without any resource is no stack. */
function isNoStack(text: string): boolean {
  return /^\s*\{?\s*"?Resources"?\s*:\s*(?:\{\s*\})?\s*\}?\s*$/.test(text.slice(0, 200));
}

const WORDS = {
  en: {
    twoFiles: "two templates are needed, the deployed one and the new one; or --base and a commit.",
    noBase: (revision: string) =>
      `${revision} is not a commit of the Git repository of this folder. Without a repository, two files can be compared.`,
  },
  ja: {
    twoFiles:
      "デプロイ済みのテンプレートとこれからデプロイするテンプレートの2つか、--baseでコミットを指定してください。",
    noBase: (revision: string) =>
      `${revision}は、このフォルダーのGitリポジトリのコミットではありません。リポジトリがなければ、2つのファイルを指定して比較できます。`,
  },
} as const;
