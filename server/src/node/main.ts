import { runLanguageServer } from "./languageServer.ts";

runLanguageServer([]);
