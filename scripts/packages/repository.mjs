// Where the project is published: in GitHub Actions the repository that runs the workflow, elsewhere git's "origin" where
// that is on GitHub. The manifests of the packages are filled with it when they are packed, so that a fork needs no edit.
import { spawnSync } from "node:child_process";
import { root } from "../paths.mjs";

/**
 * The fields of package.json that follow from the repository; none where it has no known home. Where the documentation site is
 * published, `CFN_NOTES_SITE` says its address.
 * @returns {{ repository?: { type: "git", url: string }, bugs?: { url: string }, homepage?: string }}
 */
export function repositoryFields() {
  const address = repositoryAddress();
  if (address === undefined) return {};
  return {
    repository: { type: "git", url: `git+${address}.git` },
    bugs: { url: `${address}/issues` },
    homepage: process.env["CFN_NOTES_SITE"] || `${address}#readme`,
  };
}

/** @returns {string | undefined} such as https://github.com/OWNER/NAME */
function repositoryAddress() {
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: name } = process.env;
  if (name) return `${server}/${name}`;
  const { stdout } = spawnSync("git", ["remote", "get-url", "origin"], { cwd: root, encoding: "utf8" });
  const found = /^(?:https:\/\/|git@)(github\.com)[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/.exec(stdout ?? "");
  return found === null ? undefined : `https://${found[1]}/${found[2]}`;
}
