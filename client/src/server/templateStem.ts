import type { Uri } from "vscode";

/** The name of a template's file without its ending: `web` of `web.template.yaml`. */
export function templateStem({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/(?:\.template)?\.[^.]*$/, "");
}
