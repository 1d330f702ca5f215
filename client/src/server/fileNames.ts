import type { Uri } from "vscode";

/** The name of a file: `web.template.yaml`. */
export function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The name of a template's file without its ending: `web` of `web.template.yaml`. */
export function templateStem(uri: Uri): string {
  return baseName(uri).replace(/(?:\.template)?\.[^.]*$/, "");
}
