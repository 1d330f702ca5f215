import { map, object, objectType, oneOf, property, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";
import { apiEvents } from "./apiEvents.ts";
import { mappingEvents } from "./mappingEvents.ts";
import { pushEvents } from "./pushEvents.ts";
import { ruleEvents } from "./ruleEvents.ts";
import { type Scope, samUrl } from "./scope.ts";

/** The events of a function: by type, what `Properties` holds. */
export function functionEvents(scope: Scope): ReadonlyMap<string, ObjectType> {
  const rows = [...apiEvents(scope), ...ruleEvents(scope), ...mappingEvents(scope), ...pushEvents(scope)];
  return new Map(
    rows.map(([type, properties]) => [
      type,
      objectType(type, samUrl(`sam-property-function-${type.toLowerCase()}`), properties),
    ]),
  );
}

/** The events of a state machine. */
export function stateMachineEvents(scope: Scope): ReadonlyMap<string, ObjectType> {
  const all = functionEvents(scope);
  return new Map(
    ["Api", "CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"].flatMap((type) => {
      const properties = all.get(type);
      return properties ? [[type, properties] as const] : [];
    }),
  );
}

/** An event as one object: its `Type`, and `Properties` of whichever type it has. */
export function eventObject(events: ReadonlyMap<string, ObjectType>): ValueType {
  const alternatives = [...events].map(([type, properties]) =>
    object(
      objectType("EventSource", properties.url, [
        property("Type", oneOf(type), "What starts it.", "イベントの種類。", { required: true }),
        property("Properties", object(properties), "The details of the event.", "イベントの詳細。"),
      ]),
    ),
  );
  return map(union(...alternatives));
}
