import drills from "../../../data/drills.yaml";
import incidents from "../../../data/incidents.yaml";
import type { Localised } from "../../text/localised.ts";

/** The stack operation that is asked about; `run`: none, the stack is in operation. */
export type Ask = "create" | "update" | "delete" | "run";

/** A semantic fault in `drills.yaml`, where its fields are explained. */
export interface FaultKind {
  readonly id: string;
  readonly group?: string;
  readonly in?: "Resources" | "Parameters" | "Outputs";
  readonly of?: readonly string[];
  readonly at: readonly string[];
  readonly needs?: string;
  readonly without?: readonly string[];
  readonly from?: readonly string[];
  readonly not?: readonly string[];
  readonly do: "set" | "plus" | "seconds" | "suffix" | "copy" | "remove" | "first" | "other" | "swap";
  readonly to?: string;
  readonly ask: Ask;
  readonly outcome: Localised;
  readonly cause: Localised;
  readonly holds: Localised;
  readonly fix: Localised;
  readonly source: string;
  readonly incident?: string;
  readonly fails?: readonly string[];
}

/** A message of CloudFormation and the documentation page that quotes it. */
interface EventText {
  readonly reason: string;
  readonly source: string;
}

/** A failing stack operation in `incidents.yaml`. */
export interface Incident {
  /** The topic whose note explains the failure, and the part of the message quoted there. */
  readonly topic: string;
  readonly says: readonly string[];
  readonly during: "create" | "update";
  readonly events: readonly (EventText & {
    readonly of?: readonly string[];
    readonly stack?: "yes";
    readonly status: string;
  })[];
}

/** A wrong answer with the reason. */
export interface WrongAnswer {
  readonly text: Localised;
  readonly reason: Localised;
}

interface IncidentData {
  readonly events: Readonly<Record<"cancelled" | "notCreated" | "notUpdated", EventText>>;
  readonly incidents: Readonly<Record<string, Incident>>;
  readonly attempts: readonly (WrongAnswer & {
    readonly for?: readonly string[];
    readonly unless?: readonly string[];
  })[];
  readonly causes: readonly WrongAnswer[];
  readonly general: readonly (WrongAnswer & { readonly ask: readonly Ask[] })[];
}

export const FAULT_KINDS: readonly FaultKind[] = Object.entries(
  drills() as Readonly<Record<string, Omit<FaultKind, "id">>>,
).map(([id, kind]) => ({ id, ...kind }));

export const INCIDENT_DATA: IncidentData = incidents() as IncidentData;
