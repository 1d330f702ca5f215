import { type ConfigurationTarget, type WorkspaceConfiguration, window } from "vscode";
import { inLanguage } from "./inLanguage.ts";

/**
 * Writes a setting; if that fails, as on a file system where nothing may be changed, tells the user, which the editor
 * does not.
 *
 * @returns whether it was written
 */
export async function writeSetting(
  configuration: WorkspaceConfiguration,
  key: string,
  value: unknown,
  { target, ofLanguage }: { readonly target: ConfigurationTarget; readonly ofLanguage?: true },
): Promise<boolean> {
  try {
    await configuration.update(key, value, target, ofLanguage);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      inLanguage({
        en: `The settings could not be written: ${reason}`,
        ja: `設定を書き込めませんでした（${reason}）。`,
      }),
    );
    return false;
  }
}
