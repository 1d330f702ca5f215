import assert from "node:assert/strict";
import { extensions, Uri, workspace } from "vscode";

describe("Localisation", () => {
  it("has every text of the manifest in English and in Japanese", async () => {
    const used = [...(await read("package.json")).matchAll(/%([\w.]+)%/g)].map(([, key]) => key).sort();
    assert.ok(used.length > 20);
    for (const file of ["package.nls.json", "package.nls.ja.json"]) {
      assert.deepEqual(Object.keys(JSON.parse(await read(file))).sort(), [...new Set(used)], file);
    }
  });

  it("has every text of the client in Japanese", async () => {
    const code = await read("dist/client/node.cjs");
    const used = [...code.matchAll(/\bl10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text ?? ""));
    const japanese = JSON.parse(await read("l10n/bundle.l10n.ja.json")) as Record<string, string>;
    assert.equal(code.match(/\bl10n\.t\(/g)?.length, used.length, "Each text is one plain string.");
    assert.deepEqual(Object.keys(japanese).sort(), [...new Set(used)].sort());
    assert.ok(Object.values(japanese).every((text) => /[ぁ-んァ-ヶ一-龠]/.test(text)));
  });

  async function read(path: string): Promise<string> {
    const extension = extensions.getExtension("cfn-notes.cfn-notes");
    assert.ok(extension);
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, path)));
  }
});
