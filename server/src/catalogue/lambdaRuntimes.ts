import type { RuntimeInfo } from "./catalogue.ts";

/** Lambda runtimes by name. */
export const LAMBDA_RUNTIMES: ReadonlyMap<string, RuntimeInfo> = new Map();
