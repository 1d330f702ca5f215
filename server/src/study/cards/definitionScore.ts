import { spellsOut } from "./defines.ts";
import type { KnownNote } from "./knownNotes.ts";

/** What a text has to reach. */
const BAR = 3;
/** What has a name of its own is said by fewer words than others. */
const OF_EXACT = 1;
/** Words of what something is short for. */
const MOST_SHORT = 8;

/**
 * Whether a text is a definition of a name: what it is about, of what kind that is or what it does, and enough of it; without what makes it a
 * fact, an opinion or a remark. Each counts, none decides alone.
 */
export function isDefinition(
  text: string,
  name: string,
  thing?: Pick<KnownNote, "isExact" | "isOfTemplates">,
): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  // What a part of templates is, nobody says of anything else.
  if (thing?.isOfTemplates === true) return true;
  if (spellsOut(line, name) && line.split(" ").length <= MOST_SHORT) return true;
  const score = /[ぁ-んァ-ヶ一-龠]/u.test(line) ? scoreInJapanese(line, name) : scoreInEnglish(line, name);
  return score + (thing?.isExact === true ? OF_EXACT : 0) >= BAR;
}

/** The first of these that a text has the form of. */
function formOf(text: string, forms: readonly (readonly [RegExp, number])[]): number {
  return forms.find(([form]) => form.test(text))?.[1] ?? 0;
}

/** What speaks against it, all that apply. */
function against(text: string, marks: readonly (readonly [RegExp, number])[]): number {
  return marks.reduce((sum, [mark, points]) => sum + (mark.test(text) ? points : 0), 0);
}

/** Where a sentence on a name has its verb. */
const VERB =
  /\b(?:is|are|was|means|refers|stands|can|has|have|uses?|supports?|includes?|consists?|provides?|allows?|enables?|lets?|helps?|offers?|delivers?|monitors?|automates?|simplif(?:y|ies)|protects?|detects?|stores?|collects?|distributes?|manages?|controls?|records?|scans?|analy[sz]es?|creates?|makes?|gives?|tracks?|routes?|defines?|contains?|determines?|specif(?:y|ies)|describes?|holds?|acts?|represents?|maps?|sends?|returns?|connects?|runs?|restricts?|grants?|caches?|converts?|translates?|captures?|copies|replicates?|reads?|launches|scales|serves?|encrypts?|centralizes?|integrates|combines?|identif(?:y|ies)|filters?|isolates?|encapsulates?)\b/i;
/** A subject is not within something else. */
const IS_WITHIN = /\b(?:of|that|which|where|who|for|with|from|in|on|to)\b/;
const LONGEST_SUBJECT = 9;
/** What a sentence says of its subject. */
const SAID: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:is|are|means|refers to) (?:an?|the|one of|your)\b[^.]{3,200}?\b(?:of|that|which|where|who|used|for|to|in|within|containing|between|with|by|based|\w+ing|\w+ed)\b/i,
    2,
  ],
  [/^(?:is|are) an?\b/i, 1],
  [/^are (?:(?!and\b|or\b)[\w-]+,? ){0,3}[\w-]+s (?:\w+ed )?(?:that|which|who|of|for|to|used|by)\b/i, 2],
  [/^(?:is|are) (?:used|designed|responsible|where|\w+ed (?:to|for|by|when|as))\b/i, 1],
  [/^(?:is|are|was|means|can|has|have|includes?|supports?|uses?|integrates|consists?|stands)\b/i, -1],
  [/^/, 2],
];
/** What a text without a subject says: of what kind something is, or what it does. */
const TOLD: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:an?|the|your|one of) [^.]{3,200}?\b(?:of|that|which|where|who|used|for|to|in|within|containing|between|with|by|based|\w+ing|\w+ed)\b/i,
    3,
  ],
  [
    /^(?:automatically |also )?(?!(?:uses|requires|includes|supports|needs|costs|works|takes|is|has|was|does)\b)[a-z]+[^\W_su]s (?!(?:to|needs?|is|are|can|ha(?:s|ve)|must|should|will)\b)\w/i,
    2,
  ],
  [/^(?:used? (?:to|for|when|by|as)|lets|allows|enables)\b/i, 2],
  [
    /^(?!(?:capture|monitor|use|get|make|provide|store|run|manage|create|set|add|send|enable|allow|choose|keep|deploy|move|scale|connect|control|define|specify|based|build|host|process|track|view|find|help|stop|protect|route|routing|limit|distribute|share|copy|read|write|start|launch|configure|detect|collect|analyze|apply|attach|assign|automate|check|filter|perform|transform|load|access|handle|encrypt|restrict|only|for|to|in|on|if|when)\b)(?:[\w/’'()-]+,? ){1,8}(?:of|that|which|where|who|used|for|to|within|containing|between|from)\s/i,
    2,
  ],
];
/** A bound, an exception, praise, and what only the text around it tells. */
const AGAINST: readonly (readonly [RegExp, number])[] = [
  [
    /\b\d+(?:\.\d+)?\s?(?:%|x|[KMGT]i?B|ms|s|sec\w*|min\w*|hours?|days?|weeks?|months?|years?|instances?|times)(?!\w)|(?<![\w.-])\d{2,}\b/i,
    -2,
  ],
  [/n['’]t\b|\b(?:not|cannot|no|without|only|but|instead)\b/i, -1],
  [
    /^(?:\S+ ){0,8}?(?:popular|best|great|good|easiest|simplest|cheapest|common|main|primary|important|key to|most of|recommended|typically|usually|normal|newest|latest)\b|\bfeature of (?!.*\b(?:that|which|to)\b)/i,
    -2,
  ],
  [/\b(?:this|these|those|such|above|below|my|our|we)\b/i, -1],
];
const [FEW, ENOUGH] = [5, 6];

function scoreInEnglish(line: string, name: string): number {
  const [sentence = ""] = line.split(/(?<=[a-z)\d]{2}[.!])\s/);
  const at = sentence.search(VERB);
  const subject = sentence.slice(0, Math.max(0, at));
  const isOwn = isSubject(subject, name);
  const said = isOwn ? sentence.slice(at) : sentence;
  const words = sentence.split(/\s+/).length;
  const size = words < FEW ? -1 : words < ENOUGH ? 0 : 1;
  return (isOwn ? 1 + formOf(said, SAID) : told(said)) + size + against(sentence, AGAINST);
}

function told(text: string): number {
  const [first = ""] = text.split(" ");
  return formOf(text, TOLD) || (VERB.test(first) ? 1 : 0);
}

function isSubject(subject: string, name: string): boolean {
  const rest = subject.replace(/\([^)]*\)/g, "").replaceAll(name, "");
  if (subject === "" || subject.split(/\s+/).length > LONGEST_SUBJECT || IS_WITHIN.test(rest)) return false;
  const [named, said] = [stems(name), stems(subject)];
  const acronym = name.replace(/[^A-Z]/g, "");
  return said.some((stem) => named.includes(stem)) || (acronym.length > 1 && subject.includes(acronym));
}

const STEM = 6;
function stems(text: string): readonly string[] {
  const words = text.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return (words.match(/[a-z\d]{2,}/g) ?? []).map((word) => word.replace(/(?:ing|ed|ies|e?s|y)$/, "").slice(0, STEM));
}

const TOPIC = /^([^。、]{1,40}?)(?:とは|は)、?/u;
/** A noun that a clause says more of, a verb, a noun with what it is of, and a deed. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:CDN|DNS)(?:[（(]|$)/u, 4],
  [
    /(?:[うくぐすつぬぶむる]|[しっいんきりれ][ただ]|ための|な|的)\s?(?:[一-龠ァ-ヶーA-Za-z\s・/]{1,24}|もの|こと|やり方|ところ|仕組み|まとまり)(?:群|の一つ|のこと)?(?:です|である|だ)?$/u,
    2,
  ],
  [/(?:ある|あります|なる|なります|いる|(?<!行)います)$/u, 0],
  [/(?:[うくぐすつぬぶむる]|ます|が可能)$/u, 2],
  [/の[一-龠ァ-ヶーA-Za-z\s]{1,16}(?:です|である)?$/u, 2],
  [/[をに][^をに]{0,6}?[一-龠ァ-ヶー]{2,}$/u, 2],
];
const AGAINST_IN_JAPANESE: readonly (readonly [RegExp, number])[] = [
  [/(?<![A-Za-z\d.-])\d/u, -1],
  [/(?:ない|ません|不要|なし)$|のみ|だけ/u, -1],
  [/推奨|必要|重要|便利|おすすめ|注意/u, -1],
  [/一番|もっとも|よく(?:使|利)/u, -2],
];
const [FEW_LETTERS, ENOUGH_LETTERS] = [10, 16];

function scoreInJapanese(line: string, name: string): number {
  const [first = ""] = line.split(/(?<=。)/u);
  const sentence = first.replace(/[（(][^（()）]*[）)]/gu, "").replace(/。$/u, "");
  const [topic = "", said = ""] = TOPIC.exec(sentence) ?? [];
  const named = stems(name);
  const isOwn =
    topic !== "" &&
    (/とは、?$/u.test(topic) ||
      said.includes(name.slice(0, 4)) ||
      name.includes(said) ||
      stems(said).some((stem) => named.includes(stem)));
  const isOther = !isOwn && topic !== "" && !/[にでを]/u.test(said);
  const rest = isOwn ? sentence.slice(topic.length) : sentence;
  const letters = [...line].length;
  const size = letters < FEW_LETTERS ? -1 : letters < ENOUGH_LETTERS ? 0 : 1;
  return (isOwn ? 1 : isOther ? -1 : 0) + formOf(rest, ENDS) + size + against(rest, AGAINST_IN_JAPANESE);
}
