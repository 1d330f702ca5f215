import {
  ConfigurationTarget,
  commands,
  Disposable,
  extensions,
  type Memento,
  type WorkspaceConfiguration,
  window,
  workspace,
} from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import { writeSetting } from "../page/writeSetting.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
// CloudFormation's short forms with each kind of value they take, as the YAML extension writes them.
import { cloudFormationTags } from "./yamlTags.json";

const yamlExtension = "redhat.vscode-yaml";
const askedKey = "cfnNotes.yamlTagsAsked";
const addedKey = "cfnNotes.yamlTagsAdded";

/**
 * Offers once in each workspace to add CloudFormation's tags to the settings of the YAML extension, which marks `!Ref`
 * and `!Sub` as unresolved. Nothing is written without a yes, and any other answer is final.
 */
export function offerYamlTags(templates: TemplateDocuments, state: Memento): Disposable {
  const offer = async (): Promise<void> => {
    const isYaml = [...templates.all].some(({ languageId }) => languageId !== "json" && languageId !== "jsonc");
    if (!isYaml || state.get(askedKey, false) || !canAddYamlTags()) return;
    await state.update(askedKey, true);
    const add = inLanguage({ en: "Add Tags", ja: "タグを追加" });
    const answer = await window.showInformationMessage(
      inLanguage({
        en: "The YAML extension does not know CloudFormation's tags and marks !Ref and !Sub as unresolved. Add the tags to this workspace's settings? A command can remove them again.",
        ja: "YAML拡張機能はCloudFormationのタグを認識せず、!Refや!Subを未解決として表示します。このワークスペースの設定にタグを追加しますか？コマンドでいつでも元に戻せます。",
      }),
      add,
      inLanguage({ en: "No", ja: "いいえ" }),
    );
    if (answer === add) await addYamlTags(state);
  };
  const updateContext = (): void => {
    const isInstalled = extensions.getExtension(yamlExtension) !== undefined;
    void commands.executeCommand("setContext", "cfnNotes.yamlExtension", isInstalled);
  };
  showRemoval(state);
  updateContext();
  void offer();
  return Disposable.from(
    templates.onDidChange(() => void offer()),
    extensions.onDidChange(updateContext),
  );
}

/** Adds the missing tags to the workspace's settings and remembers which they were. */
export async function addYamlTags(state: Memento): Promise<void> {
  const configuration = workspace.getConfiguration("yaml");
  const added = missingTags(configuration.get<unknown>("customTags"));
  if (added.length === 0) {
    void window.showInformationMessage(
      inLanguage({
        en: "The YAML extension already knows all of CloudFormation's tags.",
        ja: "YAML拡張機能はCloudFormationのタグをすべて認識しています。",
      }),
    );
    return;
  }
  const own = configuration.inspect<unknown[]>("customTags")?.workspaceValue;
  const inherited = configuration.get<unknown[]>("customTags") ?? [];
  if (!(await writeTags(configuration, [...(own ?? inherited), ...added]))) return;
  await state.update(addedKey, [...state.get<readonly string[]>(addedKey, []), ...(own ? [] : inherited), ...added]);
  showRemoval(state);
}

/** Takes the tags that {@link addYamlTags} added out of the workspace's settings. */
export async function removeYamlTags(state: Memento): Promise<void> {
  const configuration = workspace.getConfiguration("yaml");
  const own = configuration.inspect<unknown[]>("customTags")?.workspaceValue;
  const added = new Set<unknown>(state.get<readonly string[]>(addedKey, []));
  if (!own || added.size === 0) {
    void window.showInformationMessage(
      inLanguage({
        en: "No tags were added to this workspace's settings.",
        ja: "このワークスペースの設定に追加されたタグはありません。",
      }),
    );
    return;
  }
  const kept = own.filter((tag) => !added.has(tag));
  if (!(await writeTags(configuration, kept.length > 0 ? kept : undefined))) return;
  await state.update(addedKey, undefined);
  showRemoval(state);
}

function writeTags(configuration: WorkspaceConfiguration, tags: readonly unknown[] | undefined): Promise<boolean> {
  return writeSetting(configuration, "customTags", tags, { target: ConfigurationTarget.Workspace });
}

/** The tags that `customTags`, as somebody may have written it, does not have. */
export function missingTags(customTags: unknown): string[] {
  const known = new Set(Array.isArray(customTags) ? customTags.map(normalTag) : []);
  return cloudFormationTags.filter((tag) => !known.has(normalTag(tag)));
}

/** `!Ref` alone means `!Ref scalar` to the YAML extension. */
function normalTag(tag: unknown): string {
  const [name = "", kind = "scalar"] = String(tag).trim().split(/\s+/);
  return `${name} ${kind}`;
}

/** Keeps the context key that shows the command which removes the tags. */
function showRemoval(state: Memento): void {
  void commands.executeCommand("setContext", "cfnNotes.yamlTagsAdded", state.get(addedKey) !== undefined);
}

function canAddYamlTags(): boolean {
  return (
    workspace.workspaceFolders !== undefined &&
    extensions.getExtension(yamlExtension) !== undefined &&
    missingTags(workspace.getConfiguration("yaml").get<unknown>("customTags")).length > 0
  );
}
