// What the MCP Registry is told of the command's server (https://modelcontextprotocol.io/registry/package-types): it takes an
// entry whose name the npm package's manifest confirms (`mcpName`).

/** The registry's limit, in characters. */
const MAX_DESCRIPTION = 100;
const DESCRIPTION = "Checks CloudFormation templates offline, previews what a deployment does, and knows your notes.";

/**
 * @param {string} repository such as git+https://github.com/OWNER/NAME.git
 * @returns {string | undefined} the name that the owner may use; there is none outside of GitHub
 */
export function mcpName(repository) {
  const [, owner, name] = /^git\+https:\/\/github\.com\/([^/]+)\/([^/]+)\.git$/.exec(repository) ?? [];
  return owner === undefined ? undefined : `io.github.${owner}/${name}`;
}

/**
 * @param {{ name: string, version: string, mcpName?: string | undefined, repository?: { url: string } }} manifest of the npm package
 * @returns {object | undefined} the content of server.json
 */
export function mcpEntry({ name: identifier, version, mcpName: name, repository }) {
  if (name === undefined || repository === undefined) return undefined;
  if (DESCRIPTION.length > MAX_DESCRIPTION) throw new Error("The description is too long for the MCP Registry.");
  return {
    $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    name,
    title: "CloudFormation Notes",
    description: DESCRIPTION,
    version,
    repository: { url: repository.url.replace(/^git\+|\.git$/g, ""), source: "github" },
    packages: [
      {
        registryType: "npm",
        identifier,
        version,
        transport: { type: "stdio" },
        packageArguments: [
          { type: "positional", value: "mcp" },
          { type: "named", name: "--notes", description: "A folder of Markdown notes", format: "filepath" },
        ],
      },
    ],
  };
}
