import cloudFormation from "../../../data/comparisons/cloudFormation.yaml";
import network from "../../../data/comparisons/network.yaml";
import services from "../../../data/comparisons/services.yaml";
import storageAndCompute from "../../../data/comparisons/storageAndCompute.yaml";
import traffic from "../../../data/comparisons/traffic.yaml";
import type { Localised } from "../../text/localised.ts";
import type { ComparisonTable } from "./comparison.ts";

/** A text as a file of `server/data/comparisons` has it: the same in both languages, or for each. */
type Written = string | Localised;

interface WrittenTable extends Omit<ComparisonTable, "id" | "rows"> {
  readonly rows: readonly { readonly name: Written; readonly cells: readonly Written[] }[];
}

export const COMPARISONS: readonly ComparisonTable[] = [
  cloudFormation,
  traffic,
  network,
  services,
  storageAndCompute,
].flatMap((content) =>
  Object.entries(content as Readonly<Record<string, WrittenTable>>).map(([id, { rows, ...table }]) => ({
    id,
    ...table,
    rows: rows.map(({ name, cells }) => ({ name: localised(name), cells: cells.map(localised) })),
  })),
);

function localised(text: Written): Localised {
  return typeof text === "string" ? { en: text, ja: text } : text;
}
