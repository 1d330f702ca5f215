import endedServices from "../../../data/endedServices.yaml";
import { type Localised, localised } from "../../text/localised.ts";

/** The end of a service or type, also for new customers only. */
export interface Lifecycle {
  /** Since when new customers can't use it (ISO date). */
  readonly closed?: string;
  /** The day on which it ends for all (ISO date). */
  readonly ends?: string;
  /** The replacement. */
  readonly instead?: Localised;
  /** AWS's page that says so. */
  readonly source: string;
}

/** All rows of `endedServices.yaml`, by their `AWS::Service` or type. */
export const ENDED_SERVICES: ReadonlyMap<string, Lifecycle> = new Map(
  Object.entries(endedServices()).map(([name, { instead, ...row }]) => [
    name,
    instead === undefined ? row : { ...row, instead: localised(instead) },
  ]),
);

/** The end of a type or its service; `undefined` if there is none in sight. */
export function lifecycleOf(type: string): Lifecycle | undefined {
  return ENDED_SERVICES.get(type) ?? ENDED_SERVICES.get(type.split("::", 2).join("::"));
}
