import drills, { type Row } from "../../../data/drills.yaml";
import incidents from "../../../data/incidents.yaml";
import type { Localised } from "../../text/localised.ts";

/** The stack operation that is asked about; `run`: none, the stack is in operation. */
export type Ask = Row["ask"];

/** A semantic fault in `drills.yaml`, where its fields are explained. */
export interface FaultKind extends Row {
  readonly id: string;
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

export const FAULT_KINDS: readonly FaultKind[] = Object.entries(drills()).map(([id, kind]) => ({ id, ...kind }));

export const INCIDENT_DATA: IncidentData = incidents() as IncidentData;
