// A dry run of .github/workflows/release.yml, as far as that needs no network: its checks, its packages, what it may do.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { npmOutput } from "../install.mjs";
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
      const found = spawnSync(process.execPath, [join(root, "scripts/releaseCheck.mjs"), tag], { encoding: "utf8" });
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
    assert.deepEqual(trusted, ["marketplace", "open-vsx", "npm"]);
  });
  await check("the release runs scripts that exist, and what it uploads is there", () => {
    const scripts = [...text.matchAll(/(?:node|bash) ((?:scripts|\.ci)\/\S+)/g)].map(([, path]) => path ?? "");
    assert.ok(scripts.length >= 2, "no scripts were found");
    assert.deepEqual(
      scripts.filter((path) => !existsSync(join(root, path))),
      [],
    );
    const kinds = readdirSync(packages).map((name) => name.replace(`cfn-notes-${version}`, "*"));
    assert.deepEqual(kinds.sort(), ["*.tgz", "*.vsix"]);
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
