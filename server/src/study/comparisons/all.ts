import { cloudFormationComparisons } from "./cloudFormation.ts";
import type { ComparisonTable } from "./comparison.ts";
import { networkComparisons } from "./network.ts";
import { serviceComparisons } from "./services.ts";
import { storageAndComputeComparisons } from "./storageAndCompute.ts";
import { trafficComparisons } from "./traffic.ts";

export const COMPARISONS: readonly ComparisonTable[] = [
  ...cloudFormationComparisons,
  ...trafficComparisons,
  ...networkComparisons,
  ...serviceComparisons,
  ...storageAndComputeComparisons,
];
