import { map, object, objectType, oneOf, property, union } from "../types/build.ts";
import type { ValueType } from "../types/catalogue.ts";
import type { OwnTypes } from "../types/ownTypes.ts";

/** The events that start a state machine; the other kinds start functions alone. */
export const STATE_MACHINE_EVENTS: readonly string[] = [
  "Api",
  "CloudWatchEvent",
  "EventBridgeRule",
  "Schedule",
  "ScheduleV2",
];

/** Events by names of one's own, each with its `Type` and `Properties` of whichever type it has. */
export function eventsOf(kinds: readonly string[], own: OwnTypes): ValueType {
  const alternatives = kinds.map((kind) => {
    const properties = own.object(kind);
    return object(
      objectType("EventSource", properties.url, [
        property("Type", oneOf(kind), "What starts it.", "イベントの種類。", { required: true }),
        property("Properties", object(properties), "The details of the event.", "イベントの詳細。"),
      ]),
    );
  });
  return map(union(...alternatives));
}
