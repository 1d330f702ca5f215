import type { Level } from "./context.ts";
import { isDistinctive, nameKey } from "./names.ts";
import type { NotePlace } from "./place.ts";
import type { Term } from "./terms.ts";
import {
  compact,
  type NamedPlace,
  placeWithoutTopic,
  propertyPlace,
  servicePlace,
  type Vocabulary,
} from "./vocabulary.ts";

/** A property of more services than that is an everyday name. */
const MAX_SERVICES = 2;
const MAX_OWNERS = 24;
/** From this strength on nothing but a suffix was taken off the title. */
const WHOLE_TITLE = 5.5;

/** The types, properties or services of the catalogue that a term is the name of, as far as the context makes it clear. */
export function cataloguePlaces(term: Term, levels: readonly Level[], vocabulary: Vocabulary): NamedPlace[] {
  const isDistinct = isDistinctive(compact(term.name)) || /^[A-Za-z]+(?:\s+[A-Za-z]+)+$/.test(term.name);
  const found = placeWithoutTopic;
  const types = ofNearestService(vocabulary.typesNamed(term.key), (type) => type, isDistinct, levels);
  if (types.items.length > 0) return types.items.map((type) => found({ kind: "type", type }, types.fit));
  const owners = vocabulary.propertyOwners?.(compact(term.name)) ?? [];
  const below = owners.filter(({ type }) => levels.some(({ text }) => isNamedIn(type, text)));
  const nearest = ofNearestService(owners, ({ type }) => type, isDistinct, levels);
  // `Timeout` right under `Lambda` is clear if that service has only one.
  const isClear = isDistinct || (nearest.items.length === 1 && term.strength >= WHOLE_TITLE);
  const closest = below.length > 0 ? below : isClear ? nearest.items : [];
  if (closest.length > 0 && closest.length <= MAX_OWNERS) {
    return closest.map((owner) => found(propertyPlace(owner), below.length > 0 ? 2 : nearest.fit));
  }
  const namespaces = vocabulary.services.named(term.key) ?? [];
  if (namespaces.length > 0) return namespaces.map((namespace) => found(servicePlace(namespace), 1));
  return closest.length === 0 ? metricPlaces(term.name).map((place) => found(place, 1)) : [];
}

/** Whether a title is a type's name or its last part. */
function isNamedIn(type: string, title: string): boolean {
  return title.includes(type) || nameKey(title) === nameKey(type.split("::").slice(2).join(""));
}

/** Of several types' things with one name those of the nearest service; all, if the name is no everyday one and has few owners. */
function ofNearestService<T>(
  items: readonly T[],
  typeOf: (item: T) => string,
  isDistinct: boolean,
  levels: readonly Level[],
): { readonly items: readonly T[]; readonly fit: number } {
  const namespaceOf = (item: T): string => typeOf(item).split("::")[1] ?? "";
  const nearest = levels.find(({ services }) => services.size > 0);
  if (nearest) return { items: items.filter((item) => nearest.services.has(namespaceOf(item))), fit: 2 };
  const isEverywhere = !isDistinct || new Set(items.map(namespaceOf)).size > MAX_SERVICES;
  return { items: isEverywhere ? [] : items, fit: 1 };
}

/** A name that nothing else has may be a metric's: it then stands in alarms. */
function metricPlaces(name: string): NotePlace[] {
  if (!isDistinctive(name)) return [];
  const paths = [["MetricName"], ["Metrics", "MetricStat", "Metric", "MetricName"]];
  return paths.map((path) => ({ kind: "property", type: "AWS::CloudWatch::Alarm", path, value: name }));
}
