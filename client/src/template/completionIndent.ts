import { window } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { isYaml, unitOf } from "./enterOffer.ts";

const COMPLETION = "textDocument/completion";

/** Has the server indent as the editor does where a template has no indentation yet. */
export const completionIndent: NonNullable<Middleware["sendRequest"]> = (type, param, token, next) => {
  const editor = window.activeTextEditor;
  const isCompletion = (typeof type === "string" ? type : type.method) === COMPLETION;
  if (!isCompletion || editor === undefined || param === undefined) return next(type, param, token);
  const { document, options } = editor;
  const indent = options.insertSpaces === false && !isYaml(document) ? "\t" : " ".repeat(unitOf(options));
  return next(type, { ...param, indent }, token);
};
