import { Uri, type Webview } from "vscode";

export interface WebviewParts {
  /** Names of files in `client/src/webview`, without their extensions. */
  readonly script: string;
  readonly style: string;
  /** Our own HTML. */
  readonly body: string;
  /** Whether it shows pictures, which are files below the webview's roots. */
  readonly images?: boolean;
}

/**
 * The HTML of a page of ours. Its policy allows nothing but our own style sheet and our own script: no inline script or
 * style, no image but local files if `images` is set, no frame, no form, no request.
 */
export function webviewHtml(
  webview: Webview,
  extensionUri: Uri,
  { script, style, body, images = false }: WebviewParts,
): string {
  const nonce = crypto.randomUUID();
  const file = (name: string): Uri =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "client", "webview", name));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    ...(images ? [`img-src ${webview.cspSource}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>CloudFormation Notes</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(`${style}.css`)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${file(`${script}.js`)}"></script>
</body>
</html>`;
}
