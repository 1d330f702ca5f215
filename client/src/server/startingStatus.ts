import { LanguageStatusSeverity, l10n, languages } from "vscode";
import { templateLanguages } from "./templateDocuments.ts";

/** What is told of the start of the server, beside the language of the file. */
export interface StartingStatus {
  /** It has begun to answer: there is nothing more to tell. */
  done(): void;
  failed(): void;
}

/** Says that the server is starting, since nothing else shows until it has read the notes. */
export function startingStatus(): StartingStatus {
  const item = languages.createLanguageStatusItem("cfnNotes.server", [...templateLanguages, "markdown"]);
  item.name = "CloudFormation Notes";
  item.text = l10n.t("CloudFormation Notes is starting");
  item.busy = true;
  return {
    done: () => item.dispose(),
    failed: () => {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = l10n.t("CloudFormation Notes did not start");
      item.command = { command: "cfnNotes.restartServer", title: l10n.t("Restart") };
    },
  };
}
