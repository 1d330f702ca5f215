/**
 * Whether a version is a pre-release: versions of the Marketplace have no suffix, so an odd second number says it, as VS Code's
 * documentation recommends.
 * @param {string} version such as 0.3.1
 */
export function isPreRelease(version) {
  return Number(version.split(".")[1]) % 2 === 1;
}
