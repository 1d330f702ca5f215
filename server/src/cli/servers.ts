import type { Command } from "./options/commandLine.ts";
import { LANGUAGE, NO_BUILT_IN, NOTES } from "./options/commonOptions.ts";
import { refuse } from "./options/refuse.ts";

export const LSP: Command = {
  name: "lsp",
  operands: "",
  summary: {
    en: "Runs the language server, for editors; docs/editors.md has their configuration.",
    ja: "エディター用の言語サーバーを起動します。各エディターの設定はdocs/editors.mdにあります。",
  },
  options: [
    {
      name: "stdio",
      help: { en: "communicate over standard input and output (default)", ja: "標準入出力で通信する（デフォルト）" },
    },
    { name: "node-ipc", help: { en: "communicate over Node's IPC", ja: "NodeのIPCで通信する" } },
    {
      name: "socket",
      value: { name: "PORT" },
      help: { en: "communicate over a TCP socket", ja: "TCPソケットで通信する" },
    },
    {
      name: "pipe",
      value: { name: "NAME" },
      help: { en: "communicate over a named pipe", ja: "名前付きパイプで通信する" },
    },
    NOTES,
  ],
  // main.ts starts the server; what comes here can't be started.
  run: async (_, language) => refuse("lsp", NO_TRANSPORT[language]),
};

const NO_TRANSPORT = {
  en: "choose how to communicate: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.",
  ja: "通信方法がありません。--stdio、--node-ipc、--socket=PORT、--pipe=NAMEのどれかを指定してください。",
} as const;

export const MCP: Command = {
  name: "mcp",
  operands: "",
  summary: {
    en: "Runs an MCP server on standard input and output, for assistants. It checks templates and looks notes up, reads\nonly below this folder and in the folders of notes, and changes nothing; see docs/assistants.md.",
    ja: "アシスタント用のMCPサーバーを標準入出力で起動します。テンプレートの検査とノートの検索だけを行い、\nこのフォルダーとノートのフォルダー以外は読まず、何も変更しません。docs/assistants.mdを参照してください。",
  },
  options: [NOTES, NO_BUILT_IN, LANGUAGE],
  // The protocol's library, which nothing else needs, comes with it.
  run: async (given, language) => {
    const { serveAssistants } = await import("./mcp/serveAssistants.ts");
    return serveAssistants(given, language);
  },
};
