import { nameKey } from "../../notes/words/names.ts";
import type { Card } from "./card.ts";
import { isGeneric, isKatakana, isProperName, isTerm, standsAlone, tells, withoutSigns } from "./cardWords.ts";
import { isSameService, isServiceTitle } from "./serviceTitle.ts";

type Asked = Pick<Card, "kind" | "front" | "back" | "where" | "path">;

/** What a card asks, as it is shown: with what it is about in front, where its own words do not say it. */
export function askedText(card: Asked): string {
  return [...subjectOf(card), card.front].join(" › ");
}

/** Words that many things share, though they are written like names. */
const COMMON =
  /^(?:HTTPS?|HTTP\/S|TCP|UDP|TLS|SSL|SSH|DNS|IP(?:v[46])?|APIs?|REST|URLs?|URI|ARN|JSON|YAML|XML|CSV|SQL|CPU|GPU|RAM|SSD|HDD|OS|IDs?|UI|CLI|SDK|AZs?|VMs?|SLA|TTL|FIFO|ACL|CIDR|HA|DR|CI|CD)$/i;
/** Words, not names: `Event Bus`, `Blue/Green`, `All-Except`, `CNAME`. */
const MANY_HAVE = /[\s/]|^[A-Z\d]{2,8}$|^[A-Z][a-z]+-[A-Z][a-z]+$/;
/** A title's number: `3．`, `8.5 `. */
const NUMBERING =
  /^(?:(?:Task|Chapter|Module|Section|Part|Lesson|Unit)\s*\d[\d.]*\s*[-–:：.]?\s+(?=\p{L})|\d+(?:[.．]\d+)+\s+|\d+[.．)）:：]\s*)/u;
const LONGEST_TITLE = 40;
const IS_FILE = /^(?:readme|index|notes?|memo|メモ|ノート|まとめ|untitled|todo)$|[_/]|^[\d-]+$/iu;
/** A title over a list of all sorts of services. */
const OF_SERVICES = /サービス(?:一覧)?$|\bservices$/iu;
const NAMES_THING = /[A-Z]{2}|[A-Z]\w*[a-z]\w*[A-Z]|(?!^)\b[A-Z][a-z]|[ァ-ヶー]{4}|\w-\w/;
/** What something is compared with is not what is asked about: `EBSとの違いは？` */
const IS_COMPARED = /^[^とや、]{1,30}との(?:違い|差|関係)|^how (?:is|does) it /iu;
/** A title of a course or an exam, not of a thing: `分野 2: 高可用性 8%`, `Module 3`. */
const ORDERS_NOTES = /[%％]|^(?:分野|第\d)|^(?:domain|module|chapter|part|section|lesson|week|day|test)s?\b/iu;

/**
 * The nearest title above that says what a card is about, and the service that this belongs to unless the title is a name by itself.
 * They are no part of the card's own words: these find it again.
 */
function subjectOf({ kind, front, back, where, path }: Asked): readonly string[] {
  if (/^(?:name|template)$/.test(kind)) return [];
  // `これは何に使う？` is asked below many titles.
  if (kind === "question" && !IS_COMPARED.test(front) && (front.length > LONGEST_TITLE || NAMES_THING.test(front)))
    return [];
  const [name = ""] = front.split(/[:：]/u);
  if (/^(?:term|list)$/.test(kind) && isServiceTitle(name)) return aboveService(name, path);
  if (/^(?:term|list)$/.test(kind) && isUnmistakable(front)) return [];
  // A sentence shares words with any title.
  const isShort = /^(?:term|list|cell)$/.test(kind);
  const isTold = (title: string): boolean => isShort && tells(title, front);
  const isSaid = (title: string): boolean => (isShort ? tells(front, title) : nameKey(front).includes(nameKey(title)));
  // A file may be about one thing: `Connection Draining.md`.
  const isOfOne = where.length === 1 && isProperName(where[0] ?? "") && /\s/.test(where[0] ?? "");
  const titles = where
    .slice(isOfOne ? 0 : 1)
    .map(bare)
    .filter((title) => !isTold(title) && standsAlone(title) && !OF_SERVICES.test(title));
  const nearest =
    titles.findLast((title) => isTerm(title, where) || isServiceTitle(title)) ??
    titles.findLast((title) => title.length <= LONGEST_TITLE && !ORDERS_NOTES.test(title) && !isGeneric(title));
  if (nearest !== undefined && (isServiceTitle(nearest) || isUnmistakable(nearest)))
    return isSaid(nearest) ? [] : [nearest];
  const isFair = (title: string): boolean => !/^(?:word|number|cell)$/.test(kind) || !tells(title, back);
  const service = path.map(bare).findLast((title) => isServiceTitle(title) && isFair(title));
  const isNamed = service !== undefined && tells(nearest ?? "", service);
  const [file = ""] = path.map(bare);
  // `templates: …` says nothing without the title of its file.
  const isBare = nearest === undefined && service === undefined && (isShort || !NAMES_THING.test(front));
  if (isBare && !isSaid(file) && !isTold(file) && isTitleOfFile(file)) return [file];
  return [isNamed ? undefined : service, nearest]
    .filter((title) => title !== undefined)
    .filter((title) => !isSaid(title) && !isTold(title));
}

function isTitleOfFile(title: string): boolean {
  return (
    title.length <= 2 * LONGEST_TITLE && /\p{L}{3}/u.test(title) && !ORDERS_NOTES.test(title) && !IS_FILE.test(title)
  );
}

/** What another thing makes of a service: `Application Load Balancer › Lambda functions`, `Cross-Zone Balancing › ALB`. */
function aboveService(name: string, path: readonly string[]): readonly string[] {
  const above = path.map(bare).findLast((title) => isServiceTitle(title) || (isProperName(title) && /\s/.test(title)));
  const nearest = bare(path.at(-1) ?? "");
  // Health checks say something of ALB, they do not say what it is.
  const topic = path.length > 1 && isTerm(nearest) && standsAlone(nearest) ? nearest : undefined;
  const around = above ?? topic;
  return around === undefined || isSameService(around, name) || tells(name, around) || tells(around, name)
    ? []
    : [around];
}

/** Whether a name can be only one thing: `CreationPolicy`, not `Event Bus` or `セキュリティポリシー`, which many services have. */
export function isUnmistakable(title: string): boolean {
  return isProperName(title) && !isKatakana(title) && !MANY_HAVE.test(title) && !COMMON.test(title);
}

/** Without signs, its number, and what explains a title: `(2019年4月1日現在)`. */
function bare(title: string): string {
  return withoutSigns(title)
    .replace(NUMBERING, "")
    .replace(/^\[([^[\]]+)\]$/, "$1")
    .replace(/\s*[（(][^（()）]*[）)]$/u, "");
}
