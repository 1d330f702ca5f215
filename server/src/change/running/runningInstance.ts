import type { Detail } from "../resourceState.ts";
import { reasons } from "./reasons.json";

/** A possible effect on a running server, or on the servers of a group. */
export type Effect =
  | "none"
  | "new instances only"
  | "changed in place"
  | "stops and starts"
  | "user data does not run again"
  | "user data runs at the next start"
  | "replaced"
  | "replaced one by one"
  | "replaced in batches"
  | "replaced all at once"
  | "new group"
  | "waits for signals"
  | "applied by cfn-hup"
  | "more are launched"
  | "size set back to the template"
  | "terminated"
  | "kept, no longer managed";

/** A sentence of `reasons.json`, with what fills its `{}`. */
export interface Reason {
  readonly key: keyof typeof reasons;
  readonly names: readonly string[];
}

/** An instance or a group that an edit touches, or seems to touch. */
export interface RunningInstance {
  readonly id: string;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
  /** The changes that bring it about. */
  readonly details: readonly Detail[];
  /** For `applied by cfn-hup`: after how many minutes at the latest. */
  readonly minutes?: number;
}

/** Why something happens, in one or more sentences. */
export function reasonText({ reasons: all }: RunningInstance, language: "en" | "ja"): string {
  const [comma, blank] = language === "ja" ? ["、", ""] : [", ", " "];
  return all
    .map(({ key, names }) =>
      reasons[key][language].replace("{0}", () => names[0] ?? "").replace("{}", () => names.join(comma)),
    )
    .join(blank);
}

/** AWS's pages that say so. */
export function reasonPages({ reasons: all }: RunningInstance): readonly string[] {
  return [...new Set(all.map(({ key }) => reasons[key].page))];
}

/** Why nothing happens to what runs. */
export function idleReason(details: readonly Detail[]): Reason["key"] {
  if (details.some(({ attribute }) => attribute === "Metadata")) return "metadataUnread";
  return details.some(({ attribute }) => attribute === "CreationPolicy") ? "creationPolicyIdle" : "policyIdle";
}

/** The properties that they are on. */
export function detailNames(details: readonly Detail[]): readonly string[] {
  return [...new Set(details.map(({ name }) => name ?? "Tags"))];
}
