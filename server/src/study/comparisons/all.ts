import { cloudFormationComparisons } from "./cloudFormation.ts";
import type { ComparisonTable } from "./comparison.ts";
import { trafficComparisons } from "./traffic.ts";

export const COMPARISONS: readonly ComparisonTable[] = [...cloudFormationComparisons, ...trafficComparisons];
