import { type Diagnostic, extensions, type Uri, workspace } from "vscode";
import { withoutJsonErrors } from "./jsonErrors.ts";

/** What is shown of the server's diagnostics: in JSON not what the editor's own support reports in other words. */
export function diagnosticsShown(uri: Uri, diagnostics: Diagnostic[]): Diagnostic[] {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const isTold =
    // `jsonc` allows there what CloudFormation does not: comments, a comma at the end.
    document?.languageId === "json" &&
    extensions.getExtension("vscode.json-language-features") !== undefined &&
    workspace.getConfiguration("json", uri).get("validate.enable", true);
  return isTold ? withoutJsonErrors(diagnostics) : diagnostics;
}
