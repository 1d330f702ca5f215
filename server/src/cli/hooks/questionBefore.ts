import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { changeReport } from "../../change/report.ts";
import type { HookContext } from "./afterEdit.ts";
import { type DeployingCommand, deployingCommands, SAM_TEMPLATES } from "./deployingCommands.ts";
import type { HookCall } from "./hookCall.ts";
import { lossesIn, lossesTitle } from "./lossesIn.ts";
import { changeSince, workedTemplate } from "./templateChanges.ts";

/** The question to the person before commands run that deploy or delete; `undefined` if they may just run. */
export async function questionBefore(
  { commands, folder }: HookCall,
  catalogue: Catalogue,
  { language, base }: HookContext,
): Promise<string | undefined> {
  const questions: string[] = [];
  for (const command of commands.flatMap((line) => deployingCommands(line, folder))) {
    if (command.action === "delete") {
      questions.push(WORDS[language].deletes(command.stack));
      continue;
    }
    if (command.unread !== undefined) {
      questions.push(WORDS[language].unread(command.unread));
      continue;
    }
    const file = command.template ?? samTemplate(command);
    // The same line makes it, such as a packaged one; what is no path is the template itself.
    if (file !== undefined && !/[{\n]/.test(file) && !existsSync(file)) {
      questions.push(WORDS[language].unread(relative(folder, file)));
      continue;
    }
    const template = file === undefined ? undefined : await workedTemplate(file, folder);
    const change = template === undefined ? undefined : await changeSince(base, template, catalogue);
    if (template === undefined || change === undefined) continue;
    const lost = lossesIn(change, changeReport(change, language), language);
    if (lost.length > 0)
      questions.push(
        [lossesTitle(template.name, change.base)[language], ...lost.map((line) => `- ${line}`)].join("\n"),
      );
  }
  return questions.length === 0 ? undefined : [...new Set(questions)].join("\n");
}

function samTemplate({ isSam, folder }: DeployingCommand): string | undefined {
  const named = SAM_TEMPLATES.map((name) => join(folder, name));
  return isSam ? named.find((file) => existsSync(file)) : undefined;
}

const WORDS = {
  en: {
    unread: (written: string) =>
      `This deploys ${written}, and the command does not say which template that is. What a template replaces or deletes is told by cfn-notes diff.`,
    deletes: (stack: string | undefined) =>
      `This deletes ${stack === undefined ? "a stack" : `the stack ${stack}`} with all its resources. Data stays only in those with DeletionPolicy Retain or Snapshot.`,
  },
  ja: {
    unread: (written: string) =>
      `${written}をデプロイしますが、どのテンプレートなのかはコマンドからは分かりません。何が置き換えられ、何が削除されるかは、cfn-notes diffで確認できます。`,
    deletes: (stack: string | undefined) =>
      `${stack === undefined ? "スタック" : `スタック${stack}`}を、すべてのリソースとともに削除します。データが残るのは、DeletionPolicyがRetainかSnapshotのリソースだけです。`,
  },
} as const;
