// Fetches what editor tests need and is not there yet: the VS Code server and a browser. Two tests at once would fetch both twice.
import { browserPath } from "./browser.mjs";
import { codeServer } from "./codeServer.mjs";

if (process.platform === "win32") console.log("The VS Code server does not run on Windows.");
else console.log(`${codeServer().product}, ${browserPath()}`);
