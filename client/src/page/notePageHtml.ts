import type { Uri, Webview } from "vscode";
import { webviewHtml } from "./webviewHtml.ts";

/** The page of the note view. */
export function notePageHtml(webview: Webview, extensionUri: Uri): string {
  return webviewHtml(webview, extensionUri, {
    script: "notePage",
    style: "noteStyle",
    body: `<div id="announcement" class="visually-hidden" role="status" aria-live="polite"></div>
<main id="notes"></main>
<footer id="missing" class="missing"></footer>`,
    images: true,
  });
}
