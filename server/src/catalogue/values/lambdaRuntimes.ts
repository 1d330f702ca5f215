import lambdaRuntimes from "../../../data/lambdaRuntimes.yaml";
import type { RuntimeInfo } from "../types/catalogue.ts";

/** Lambda runtimes by name, the present ones first. */
export const LAMBDA_RUNTIMES: ReadonlyMap<string, RuntimeInfo> = new Map(
  Object.entries(lambdaRuntimes()).map(([name, { deprecation, blockCreate, blockUpdate, successor }]) => [
    name,
    { name, deprecation, blockCreate, blockUpdate, successor },
  ]),
);
