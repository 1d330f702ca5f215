import cloudFormation from "../../../data/comparisons/cloudFormation.yaml";
import network from "../../../data/comparisons/network.yaml";
import services from "../../../data/comparisons/services.yaml";
import storageAndCompute from "../../../data/comparisons/storageAndCompute.yaml";
import traffic from "../../../data/comparisons/traffic.yaml";
import { lazy } from "../../text/lazy.ts";
import { localised, type WrittenText } from "../../text/localised.ts";
import type { ComparisonTable } from "./comparison.ts";

interface WrittenTable extends Omit<ComparisonTable, "id" | "rows"> {
  readonly rows: readonly { readonly name: WrittenText; readonly cells: readonly WrittenText[] }[];
}

/** All tables, loaded when first used. */
export const COMPARISONS: () => readonly ComparisonTable[] = lazy(() =>
  [cloudFormation, traffic, network, services, storageAndCompute].flatMap((read) =>
    Object.entries(read() as Readonly<Record<string, WrittenTable>>).map(([id, { rows, ...table }]) => ({
      id,
      ...table,
      rows: rows.map(({ name, cells }) => ({ name: localised(name), cells: cells.map(localised) })),
    })),
  ),
);
