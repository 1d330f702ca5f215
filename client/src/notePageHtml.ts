import { Uri, type Webview } from "vscode";

/**
 * The page of the note view. Its policy allows nothing but our own style sheet and our own script:
 * no inline script or style, no image, no frame, no form, no request.
 */
export function notePageHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "client", "webview", "noteStyle.css"));
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "client", "webview", "notePage.js"));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="announcement" class="visually-hidden" role="status" aria-live="polite"></div>
<main id="notes"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
