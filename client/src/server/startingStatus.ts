import { type LanguageStatusItem, LanguageStatusSeverity, languages } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import { templateLanguages } from "./templateDocuments.ts";

/** Milliseconds. What starts sooner has nothing to tell: it would only flicker. */
const SHOWN_AFTER = 1000;

/** The status of the server's start, beside the language of the file. */
export interface StartingStatus {
  /** It has begun to answer: the status is hidden. */
  done(): void;
  failed(): void;
}

/** Shows that the server is starting where that takes long, since nothing else does until it has read the notes. */
export function startingStatus(): StartingStatus {
  let item: LanguageStatusItem | undefined;
  const show = (): LanguageStatusItem => {
    item ??= languages.createLanguageStatusItem("cfnNotes.server", [...templateLanguages, "markdown"]);
    item.name = "CloudFormation Notes";
    item.text = inLanguage({ en: "CloudFormation Notes is starting", ja: "CloudFormation Notesを起動しています" });
    item.busy = true;
    return item;
  };
  const timer = setTimeout(show, SHOWN_AFTER);
  return {
    done: () => {
      clearTimeout(timer);
      item?.dispose();
    },
    failed: () => {
      clearTimeout(timer);
      const failed = show();
      failed.busy = false;
      failed.severity = LanguageStatusSeverity.Error;
      failed.text = inLanguage({
        en: "CloudFormation Notes did not start",
        ja: "CloudFormation Notesを起動できませんでした",
      });
      failed.command = { command: "cfnNotes.restartServer", title: inLanguage({ en: "Restart", ja: "再起動" }) };
    },
  };
}
