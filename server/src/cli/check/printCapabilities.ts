import { relative, resolve } from "node:path";
import { cwd, stdin, stdout } from "node:process";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { looksLikeTemplate } from "../../detect.ts";
import { capabilityWords, type NeededCapabilities, neededCapabilities } from "../../features/neededCapabilities.ts";
import { parse } from "../../model/reading/parse.ts";
import { posix } from "../../node/gitIgnore.ts";
import { textFileNow } from "../../node/textFile.ts";
import { visible } from "../../text/visible.ts";
import { childTemplates } from "../files/childTemplates.ts";
import type { Project } from "../files/projectFiles.ts";
import { templateFiles } from "../files/templateFiles.ts";
import { unusable } from "../files/unchecked.ts";
import { refuse } from "../options/refuse.ts";
import { writeOutput } from "../output/writeOutput.ts";
import type { CheckOptions } from "./checkOptions.ts";

interface Needing extends NeededCapabilities {
  readonly path: string;
}

/** `cfn-notes check --capabilities`: what the deployment of each template has to acknowledge. */
export async function printCapabilities(
  options: CheckOptions,
  { settings, root }: Project,
  language: "en" | "ja",
): Promise<number> {
  const { gitignore, paths, outputFile } = options;
  const named = paths.filter((path) => path !== "-");
  const found = await templateFiles(named, { cwd: cwd(), gitignore, ignoredPaths: settings.ignoredPaths, root });
  const [missing] = found.missing;
  if (missing !== undefined) return refuse("check", unusable(visible(missing), "missing")[language]);
  const all: Needing[] = [];
  const add = (file: string, path: string, text: string): void => {
    if (!looksLikeTemplate(text)) return;
    all.push({
      path,
      ...neededCapabilities(parse(text), (template, uri) =>
        childTemplates(uri === undefined ? file : fileURLToPath(uri), template),
      ),
    });
  };
  if (paths.includes("-"))
    add(resolve(cwd(), options.stdinName), options.stdinName, (await buffer(stdin)).toString("utf8"));
  for (const file of [...found.named, ...found.candidates]) {
    const read = textFileNow(file);
    if ("text" in read) add(file, posix(relative(cwd(), file)), read.text);
  }
  if (all.length === 0) return refuse("check", WORDS[language].nothing);
  const text =
    options.format === "json" ? asJson(all) : options.quiet ? asWords(all) : capabilitiesAsText(all, language);
  if (outputFile === undefined) stdout.write(text);
  else if (!(await writeOutput(resolve(cwd(), outputFile), text, { command: "check", language }))) return 2;
  return 0;
}

function asJson(all: readonly Needing[]): string {
  const list = all.map(({ path, needed, unread }) => ({
    file: path,
    capabilities: capabilityWords(needed),
    because: needed,
    unread,
  }));
  return `${JSON.stringify(list, undefined, 1)}\n`;
}

function asWords(all: readonly Needing[]): string {
  const words = capabilityWords(all.flatMap(({ needed }) => needed));
  return words.length === 0 ? "" : `${words.join(" ")}\n`;
}

function capabilitiesAsText(all: readonly Needing[], language: "en" | "ja"): string {
  const { none, unread: said } = WORDS[language];
  return all
    .flatMap(({ path, needed, unread }) => {
      const words = capabilityWords(needed);
      return [
        `${visible(path)}: ${words.length === 0 ? none : words.join(" ")}`,
        ...words.map((word) => {
          const because = needed.filter(({ capability }) => capability === word).map((one) => visible(one.because));
          return `  ${word}: ${[...new Set(because)].join(", ")}`;
        }),
        ...(unread.length === 0 ? [] : [`  ${said(unread.map(visible).join(", "))}`]),
      ];
    })
    .map((line) => `${line}\n`)
    .join("");
}

const WORDS = {
  en: {
    none: "none",
    unread: (names: string) => `perhaps more: the nested template of ${names} is not here`,
    nothing: "no CloudFormation template was found.",
  },
  ja: {
    none: "不要",
    unread: (names: string) => `ネストされたテンプレート（${names}）がここにないため、ほかにも必要な可能性があります`,
    nothing: "CloudFormationテンプレートが見つかりませんでした。",
  },
} as const;
