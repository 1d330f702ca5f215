#!/usr/bin/env node
import "./optimiseLate.ts";
import "./neededNode.ts";

// Everything else is loaded when the flag is set.
const { start } = await import("./start.ts");
await start();
