import { type QuickPickItem, QuickPickItemKind, type TextDocument, window } from "vscode";
import type { Base, BaseTexts } from "./baseText.ts";
import { changeMessages } from "./changeMessages.ts";

interface Choice extends QuickPickItem {
  readonly base?: Base | "file";
}

/**
 * Asks which text a template is to be compared with: its last commit, the text at opening, a branch or a tag, another
 * file.
 */
export async function chooseBase(document: TextDocument | undefined, bases: BaseTexts): Promise<void> {
  if (!document) return;
  const messages = changeMessages();
  const repository = await bases.repository(document);
  const refs = (await repository?.getRefs({}))?.flatMap(({ name }) => name ?? []) ?? [];
  const environments = repository ? await bases.environments(document) : [];
  const chosenBase = bases.chosen(document);
  // Without a repository there is no commit.
  const now: Base = repository || chosenBase.kind === "file" ? chosenBase : { kind: "opened" };
  const choice = (label: string, base: Base | "file", description = ""): Choice => {
    const isChosen = base === "file" ? now.kind === "file" : JSON.stringify(base) === JSON.stringify(now);
    return { label, base, description: [description, isChosen ? messages.chosen : ""].filter(Boolean).join(", ") };
  };
  const separator = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const commit = (ref: string, description?: string): Choice => choice(ref, { kind: "commit", ref }, description);
  const items: Choice[] = [
    ...(repository ? [commit("HEAD", messages.lastCommit)] : []),
    choice(messages.asOpened, { kind: "opened" }),
    choice(messages.anotherFile, "file"),
    ...(environments.length === 0 ? [] : [separator(messages.environments)]),
    ...environments.map(({ name, revision }) => choice(name, { kind: "environment", name }, revision)),
    ...(refs.length === 0 ? [] : [separator(messages.branches)]),
    ...refs.map((ref) => commit(ref)),
  ];
  const chosen = await window.showQuickPick(items, { title: messages.chooseBase });
  const base = chosen?.base === "file" ? await chooseFile(document) : chosen?.base;
  await (base && bases.choose(document, base));
}

async function chooseFile({ uri }: TextDocument): Promise<Base | undefined> {
  const [file] = (await window.showOpenDialog({ defaultUri: uri })) ?? [];
  return file && { kind: "file", uri: file.toString() };
}
