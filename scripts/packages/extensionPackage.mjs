// Packs the extension:  node scripts/packages/extensionPackage.mjs [FOLDER]     (after npm run build)
// leaves cfn-notes-VERSION.vsix in FOLDER (default: the project's). Its manifest gets the repository's address, as far as there is one: links and pictures of
// the README lead there then, since its page on the Marketplace has no files beside it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Transform } from "node:stream";
import zlib from "node:zlib";
import { deflateAsync } from "@gfx/zopfli";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { root } from "../paths.mjs";
import { isPreRelease } from "./channel.mjs";
import { repositoryFields } from "./repository.mjs";

// vsce's archiver deflates with zlib at its default level: by Zopfli, which looks for the shortest code, the archive is
// 140 KB smaller.
class BestDeflate extends Transform {
  /** @type {Buffer[]} */
  #chunks = [];

  /**
   * @override
   * @param {Buffer} chunk
   * @param {BufferEncoding} _
   * @param {() => void} done
   */
  _transform(chunk, _, done) {
    this.#chunks.push(chunk);
    done();
  }

  /**
   * @override
   * @param {import("node:stream").TransformCallback} done
   */
  _flush(done) {
    const whole = Buffer.concat(this.#chunks);
    const quick = zlib.deflateRawSync(whole);
    // Pictures and the catalogue are deflated already.
    if (quick.length > 0.9 * whole.length) return done(null, quick);
    deflateAsync(whole, { numiterations: 1 }).then(
      (packed) => done(null, packed),
      (error) => done(error),
    );
  }
}
Object.assign(zlib, { DeflateRaw: BestDeflate });

const { scripts: _, devDependencies: __, ...manifest } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const staged = mkdtempSync(join(tmpdir(), "cfn-notes-extension-"));
try {
  for (const path of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    cpSync(join(root, path), join(staged, path));
  }
  const fields = repositoryFields();
  writeFileSync(join(staged, "package.json"), `${JSON.stringify({ ...manifest, ...fields }, undefined, 2)}\n`);
  const packagePath = join(resolve(process.argv[2] ?? root), `${manifest.name}-${manifest.version}.vsix`);
  const hasHome = fields.repository !== undefined;
  await createVSIX({
    cwd: staged,
    packagePath,
    dependencies: false,
    preRelease: isPreRelease(manifest.version),
    ignoreFile: writtenIgnoreFile(),
    allowMissingRepository: !hasHome,
    rewriteRelativeLinks: hasHome,
    ...(hasHome && { githubBranch: `v${manifest.version}` }),
  });
  console.log(packagePath);
} finally {
  rmSync(staged, { recursive: true, force: true });
}

/** What is staged is packed; vsce would ask for a list otherwise. */
function writtenIgnoreFile() {
  const file = join(staged, ".vscodeignore");
  writeFileSync(file, ".vscodeignore\n");
  return file;
}
