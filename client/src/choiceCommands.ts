import { commands, window } from "vscode";
import { choices } from "./choices.json";
import { inLanguage, type Said } from "./page/inLanguage.ts";
import type { TemplateDocuments } from "./server/templateDocuments.ts";

interface Choice extends Said<string> {
  readonly command: string;
  /** The context that it needs. */
  readonly needs?: string;
}

/** The commands of choices.json, each of which asks for one of several commands. */
export function choiceCommands(templates: TemplateDocuments): Record<string, () => Promise<void>> {
  const isThere = ({ needs }: Choice): boolean => {
    if (needs === "selection") return window.activeTextEditor?.selection.isEmpty === false;
    return needs !== "template" || templates.all.size > 0;
  };
  return Object.fromEntries(
    Object.entries(choices).map(([name, { title, of }]) => [name, () => choose(title, of.filter(isThere))]),
  );
}

async function choose(title: Said<string>, offered: readonly Choice[]): Promise<void> {
  const items = offered.map(({ command, en, ja }) => ({ label: inLanguage({ en, ja }), command }));
  const chosen = await window.showQuickPick(items, { title: inLanguage(title) });
  await (chosen && commands.executeCommand(chosen.command));
}
