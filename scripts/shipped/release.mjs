// A dry run of .github/workflows/release.yml, as far as that needs no network: its checks, its packages, what it may do.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { npmOutput } from "../install.mjs";
import { mcpName } from "../packages/mcpEntry.mjs";
import { repositoryFields } from "../packages/repository.mjs";
import { root } from "../paths.mjs";

/** @typedef {{ run?: string, uses?: string }} Step */
/** @typedef {{ needs?: string | string[], permissions?: Record<string, string>, environment?: string, steps: Step[] }} Job */

/**
 * @param {string} packages what was packed
 * @param {(title: string, body: () => unknown) => Promise<boolean>} check
 */
export async function release(packages, check) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const [tag, status] of /** @type {const} */ ([
    [`v${version}`, 0],
    [version, 1],
    ["v99.0.0", 1],
  ]))
    await check(`a release from the tag ${tag} ${status === 0 ? "may begin" : "is refused"}`, () => {
      const found = spawnSync(process.execPath, [join(root, "scripts/packages/releaseCheck.mjs"), tag], {
        encoding: "utf8",
      });
      assert.equal(found.status, status, found.stderr);
      assert.match(status === 0 ? found.stdout : found.stderr, status === 0 ? /^npm-tag=(next|latest)$/m : /is wanted/);
    });

  await check("npm start and npm test say at once which Node is needed", () => {
    const older = 'Object.defineProperty(process.versions, "node", { value: "18.20.8" });';
    for (const script of ["start", "test", "build"]) {
      const code = `${older} await import(${JSON.stringify(pathToFileURL(join(root, `scripts/${script}.mjs`)).href)});`;
      const found = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
      assert.deepEqual([found.status, found.stdout], [1, ""]);
      assert.match(found.stderr, /^Node 20\.19\.0 or newer is needed; this is Node 18\.20\.8\.[^\n]*\n$/);
    }
  });
  await check("the command says in one line which Node it needs", () => {
    const older = 'Object.defineProperty(process.versions, "node", { value: "18.20.8" });';
    const code = `${older} await import(${JSON.stringify(pathToFileURL(join(root, "dist/cfn-notes.js")).href)});`;
    for (const [locale, said] of /** @type {const} */ ([
      ["C", /^cfn-notes: Node 20\.19\.0 or newer is needed; this is Node 18\.20\.8\.[^\n]*\n$/],
      ["ja_JP.UTF-8", /^cfn-notes: Node 20\.19\.0以降が必要です[^\n]*\n$/],
    ])) {
      const env = { ...process.env, LC_ALL: locale };
      const found = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8", env });
      assert.deepEqual([found.status, found.stdout], [2, ""]);
      assert.match(found.stderr, said);
    }
  });
  await check("a version that the README's lines do not install is refused", () => {
    const folder = mkdtempSync(join(tmpdir(), "cfn-notes-release-"));
    const { readmes, manifest } = { readmes: ["README.md", "README.ja.md"], manifest: join(root, "package.json") };
    const others = [...readmes, ".pre-commit-hooks.yaml", "docs/check.md", "CHANGELOG.md"];
    const texts = new Map(others.map((path) => [path, readFileSync(join(root, path), "utf8")]));
    mkdirSync(join(folder, "docs"));
    const refusal = (/** @type {Record<string, string>} */ changed) => {
      for (const [path, text] of texts) writeFileSync(join(folder, path), changed[path] ?? text);
      writeFileSync(join(folder, "package.json"), changed["package.json"] ?? readFileSync(manifest, "utf8"));
      const args = [
        join(root, "scripts/packages/releaseCheck.mjs"),
        changed["tag"] ?? `v${version}`,
        "--folder",
        folder,
      ];
      return spawnSync(process.execPath, args, { encoding: "utf8" }).stderr;
    };
    assert.equal(refusal({}), "");
    const readme = texts.get("README.md") ?? "";
    assert.match(
      refusal({ "README.md": readme.replace("--install-extension cfn-notes.", "--install-extension other.") }),
      /README\.md installs other/,
    );
    const odd = readFileSync(manifest, "utf8").replace(`"version": "${version}"`, '"version": "0.1.0"');
    const only = { "package.json": odd, "CHANGELOG.md": "## 0.1.0 - 2026-11-26\n\nFirst.\n", tag: "v0.1.0" };
    assert.match(refusal(only), /is a pre-release .* nobody could install it so/);
    rmSync(folder, { recursive: true });
  });
  await check("no dependency wants a newer Node than the project", () => {
    const { packages: locked } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    const tooNew = Object.entries(locked).filter(([, { engines }]) =>
      /^\s*(?:>=|\^|~)?\s*v?2[1-9]\b/.test(engines?.node ?? ""),
    );
    assert.deepEqual(
      tooNew.map(([path]) => path),
      [],
    );
  });

  const text = readFileSync(join(root, ".github/workflows/release.yml"), "utf8");
  const jobs = /** @type {Record<string, Job>} */ (parse(text).jobs);
  await check("the release publishes only what was tested, and stores no token", () => {
    assert.doesNotMatch(text, /secrets\./);
    for (const [name, { needs, permissions = {}, environment }] of Object.entries(jobs)) {
      if (name !== "packages") assert.ok([needs].flat().includes("packages"), `${name} does not wait for the packages`);
      if ("id-token" in permissions) assert.equal(environment, "release", `${name} runs without approval`);
    }
    const trusted = Object.keys(jobs).filter((name) => "id-token" in (jobs[name]?.permissions ?? {}));
    assert.deepEqual(trusted, ["marketplace", "open-vsx", "npm", "mcp-registry", "attestation"]);
  });
  await check("every workflow runs actions by a commit, with its tag beside it", () => {
    const folder = join(root, ".github/workflows");
    const uses = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/\buses: (.*)/g)].map(
        ([, action = ""]) => `${name}: ${action}`,
      ),
    );
    assert.ok(uses.length > 5, "no actions were found");
    assert.deepEqual(
      uses.filter((one) => !/ [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(one)),
      [],
    );
  });
  await check("the release runs scripts that exist, and what it uploads is there", () => {
    const scripts = [...text.matchAll(/(?:node|bash) ((?:scripts|\.ci)\/\S+)/g)].map(([, path]) => path ?? "");
    assert.ok(scripts.length >= 2, "no scripts were found");
    assert.deepEqual(
      scripts.filter((path) => !existsSync(join(root, path))),
      [],
    );
    const kinds = readdirSync(packages).map((name) => name.replace(`cfn-notes-${version}`, "*"));
    const isOnGitHub = mcpName(repositoryFields().repository?.url ?? "") !== undefined;
    assert.deepEqual(kinds.sort(), ["*.tgz", "*.vsix", ...(isOnGitHub ? ["server.json"] : [])]);
  });
  await check("the MCP Registry is told of the package by the name that its manifest has", () => {
    const env = { ...process.env, GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "someone/their-fork" };
    const folder = mkdtempSync(join(tmpdir(), "cfn-notes-entry-"));
    const packed = spawnSync(process.execPath, [join(root, "scripts/packages/npmPackage.mjs"), folder], {
      encoding: "utf8",
      env,
    });
    assert.equal(packed.status, 0, packed.stderr);
    const entry = JSON.parse(readFileSync(join(folder, "server.json"), "utf8"));
    const [only] = entry.packages;
    assert.deepEqual([entry.name, entry.version], ["io.github.someone/their-fork", version]);
    assert.deepEqual([only.identifier, only.version, only.packageArguments[0].value], ["cfn-notes", version, "mcp"]);
    assert.equal(entry.repository.url, "https://github.com/someone/their-fork");
    const unpacked = spawnSync("tar", ["-xzOf", packed.stdout.trim(), "package/package.json"], { encoding: "utf8" });
    assert.equal(JSON.parse(unpacked.stdout).mcpName, entry.name);
    rmSync(folder, { recursive: true });
  });
  await check("npm would take the package", () => {
    const home = mkdtempSync(join(tmpdir(), "cfn-notes-npm-cache-"));
    // Nothing listens there: whatever would need the registry fails.
    const offline = ["--registry", "http://127.0.0.1:9", "--fetch-retries", "0", "--cache", home];
    const file = join(packages, `cfn-notes-${version}.tgz`);
    const output = npmOutput(["publish", file, "--dry-run", "--json", "--tag", "next", ...offline], packages);
    rmSync(home, { recursive: true, force: true });
    assert.match(output, /"name":\s*"cfn-notes"/);
  });
}
