import { intersects } from "../../text/intersects.ts";
import type { Level } from "../reading/context.ts";
import type { NotePlace } from "../reading/note.ts";
import type { Reading } from "../reading/readings.ts";
import { type Term, WHOLE_TITLE } from "../reading/terms.ts";
import { isDistinctive, searchedText } from "../words/names.ts";
import type { NamedTopic, TableTopic, TopicTable } from "./topicTable.ts";
import type { NamedPlace } from "./vocabulary.ts";

/** The places of the topics that a term, read as `key`, names; `undefined` if it names none. */
export function topicPlaces(
  key: string,
  term: Term,
  levels: readonly Level[],
  topics: TopicTable,
  reading?: Reading,
): NamedPlace[] | undefined {
  const fits = topics
    .named(key)
    .flatMap((named) => (isReadAs(named, reading) ? (topicFit(named, term, levels) ?? []) : []));
  if (fits.length === 0) return undefined;
  // `Snapshot` is a value of several policies: it means the one of the policy right above it.
  const nearest = Math.min(...fits.map(({ level }) => level ?? Infinity));
  const closest = fits.filter(({ level }) => level === undefined || level === nearest);
  const meant = closest.filter(({ topic }) => isSpokenOf(topic, closest, levels[0]?.key ?? ""));
  const topicsMeant = meant.length > 0 ? meant : closest;
  return topicsMeant.flatMap(({ topic, fit }) => placesOfTopic(topic, topic.places, fit, topicsMeant.length));
}

/**
 * Whether a name still means a topic despite the words that were left out: `Resource Types` are not Resources, a
 * pipeline's default settings not Default.
 */
function isReadAs({ topic, needsContext }: NamedTopic, reading: Reading | undefined): boolean {
  if (reading === undefined || reading.loss === 0) return true;
  if (reading.isWeakened && needsContext && isOfTemplates(topic)) return false;
  return reading.services === undefined || reading.services.has("CloudFormation") || !isOfTemplates(topic);
}

/** Whether a topic is on something that every template has, whichever services it uses. */
export function isOfTemplates({ services }: TableTopic): boolean {
  return services.size === 0 || (services.size === 1 && services.has("CloudFormation"));
}

/** A topic's places, with the number of topics that the name may mean. */
export function placesOfTopic(
  topic: TableTopic,
  places: readonly NotePlace[],
  fit: number,
  meanings: number,
): NamedPlace[] {
  const { order, scope } = topic;
  return places.map((place) => ({ place, fit, order, topic, meanings, scope, breadth: places.length }));
}

/** Whether a term names an aspect of what the rest of its title names: エンドポイント in `エンドポイントのヘルスチェック`. */
export function isKindOfRest(term: Term, topics: TopicTable): boolean {
  if (term.context === undefined) return false;
  const rest = searchedText(term.context);
  return topics.named(term.key).some(({ topic, needsContext }) => needsContext && topic.isUnder(rest));
}

/** Of several certificates that 証明書 may mean, the origin's if the title mentions the custom origin. */
function isSpokenOf(topic: TableTopic, all: readonly TopicFit[], title: string): boolean {
  if (all.length < 2) return true;
  const others = all.filter((other) => other.topic !== topic);
  return [...topic.names].some((name) => title.includes(name) && !others.some((other) => other.topic.names.has(name)));
}

interface TopicFit {
  readonly topic: TableTopic;
  readonly fit: number;
  /** How far above the term its context stands; `undefined` for a name that needs none. */
  readonly level: number | undefined;
}

function topicFit({ topic, needsContext }: NamedTopic, term: Term, levels: readonly Level[]): TopicFit | undefined {
  // The nearer one decides: what the topic must stand under, or a service that it has nothing to do with.
  const agrees = levels.findIndex((level, at) =>
    needsContext
      ? topic.isUnder(level) && (at > 0 || isOwnService(level, topic, levels.slice(1)))
      : intersects(level.services, topic.services),
  );
  const contradicts = levels.findIndex(
    ({ services }, level) =>
      services.size > 0 &&
      topic.services.size > 0 &&
      !intersects(services, topic.services) &&
      // A title that is only the topic's name does not contradict: `CloudWatchアラーム` of a health check.
      !(level === 0 && (term.strength >= WHOLE_TITLE || levels[0]?.key === term.key)),
  );
  if (needsContext && agrees < 0 && standsAlone(topic, term, levels)) return { topic, fit: 1, level: levels.length };
  // Notes on one service do not mean what is around the stack.
  const isAround = topic.scope === "around" && topic.services.size === 0;
  if (isAround && speaksOfService(levels)) return undefined;
  const isContradicted = contradicts >= 0 && (agrees < 0 || contradicts < agrees);
  const isOnStacks = topic.scope === "around" && topic.services.has("CloudFormation");
  if (isContradicted && (needsContext || (isOnStacks && speaksOfService(levels)))) return undefined;
  if (needsContext && agrees < 0) return undefined;
  // `Description` of an AWS FIS template.
  const around = needsContext ? levels.slice(agrees, agrees + 1) : [];
  if (isOfTemplates(topic) && !isDistinctive(term.name) && speaksOfService(around)) return undefined;
  const fit = isContradicted ? 0 : agrees >= 0 ? 2 : 1;
  return { topic, fit, level: needsContext ? agrees : undefined };
}

/** Whether a title means a topic whatever stands above it: デッドレターキュー of Lambda, with a word for queues, is none of SQS. */
function isOwnService({ services }: Level, topic: TableTopic, above: readonly Level[]): boolean {
  const spoken = above.find((level) => level.services.size > 0)?.services;
  return spoken === undefined || intersects(spoken, topic.services) || intersects(services, topic.services);
}

function speaksOfService(levels: readonly Level[]): boolean {
  const spoken = levels.find(({ services }) => services.size > 0)?.services;
  return spoken !== undefined && !spoken.has("CloudFormation");
}

/** Tools that have sections and functions of the same names. */
const OTHER_TOOLS =
  /terraform|kubernetes|\bk8s|helm|docker|jenkins|github|gitlab|azure|google|gcp|ansible|pulumi|serverless|react|vue|java|typescript|python|\bsql|\bapi\b|excel/;

/** Whether a topic's first name needs no context here: see `Topic.alone`. */
function standsAlone({ alone, firstName }: TableTopic, { name, context }: Term, levels: readonly Level[]): boolean {
  if (alone === undefined || name !== firstName) return false;
  if (alone === "explained" && context === undefined) return false;
  if (alone === "in-template-notes" && levels[0]?.isInTemplateNotes !== true) return false;
  return levels.every(({ services, lower }) => services.size === 0 && !OTHER_TOOLS.test(lower));
}
