import { versions } from "node:process";

/** V8's major version, by which its flags are known: 11 in Node 20, 12 in Node 22, 13 in Node 24. */
export const V8_VERSION: number = Number.parseInt(versions.v8, 10);
