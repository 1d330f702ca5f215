import { LanguageStatusSeverity, languages } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";
import { templateLanguages } from "./templateDocuments.ts";

/** The status of the server's start, beside the language of the file. */
export interface StartingStatus {
  /** It has begun to answer: the status is hidden. */
  done(): void;
  failed(): void;
}

/** Shows that the server is starting, since nothing else does until it has read the notes. */
export function startingStatus(): StartingStatus {
  const item = languages.createLanguageStatusItem("cfnNotes.server", [...templateLanguages, "markdown"]);
  item.name = "CloudFormation Notes";
  item.text = inLanguage({ en: "CloudFormation Notes is starting", ja: "CloudFormation Notesを起動しています" });
  item.busy = true;
  return {
    done: () => item.dispose(),
    failed: () => {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = inLanguage({
        en: "CloudFormation Notes did not start",
        ja: "CloudFormation Notesを起動できませんでした",
      });
      item.command = { command: "cfnNotes.restartServer", title: inLanguage({ en: "Restart", ja: "再起動" }) };
    },
  };
}
