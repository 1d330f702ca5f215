import { nameKey } from "../../notes/words/names.ts";
import { stems } from "./contentWords.ts";
import { ASKS_INDIRECTLY, ENDS_CLAUSE, kindIn, saysWhatItDoes, spellsOut } from "./defines.ts";
import type { KnownNote } from "./knownNotes.ts";
import { isSameService, isServiceTitle } from "./serviceTitle.ts";

/** Minimum score of a definition. */
const BAR = 3;
/** Minimum score for parts of templates, whose names are rarely ambiguous. */
const OF_TEMPLATES = 1;
/** Bonus for unambiguous names. */
const OF_EXACT = 1;
/** Maximum number of words of an expanded abbreviation. */
const MAX_SHORT = 8;

/** Whether a text is a definition of a name. Subject, category or action, and length add to a score; facts, opinions and remarks reduce it. @param bonus what the place of the text adds */
export function isDefinition(
  text: string,
  name: string,
  thing?: Pick<KnownNote, "isExact" | "isOfTemplates" | "isService">,
  bonus = 0,
): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (spellsOut(line, name) && line.split(" ").length <= MAX_SHORT)
    // The name in full alone is no definition.
    return text.includes("\n") || /[ぁ-ん]/u.test(line) || line.split(" ").length > name.length + 1;
  const bar = (thing?.isOfTemplates === true ? OF_TEMPLATES : BAR) - bonus;
  if (!/[ぁ-んァ-ヶ一-龠]/u.test(line))
    return scoreInEnglish(line, name, thing?.isExact !== false || thing.isService) >= bar;
  return thing?.isOfTemplates === true || scoreInJapanese(line, name) + (thing?.isExact === true ? OF_EXACT : 0) >= bar;
}

/** Whether the first sentence of a text has marks against a definition: limits, exceptions, praise. */
export function isArgued(text: string): boolean {
  const [sentence = ""] = text.split(/(?<=[a-z)\d]{2}[.!])\s|(?<=。)/u);
  return against(sentence, /[ぁ-ん]/u.test(sentence) ? AGAINST_IN_JAPANESE : AGAINST) < 0;
}

/** The points of the first pattern that matches. */
function formOf(text: string, forms: readonly (readonly [RegExp, number])[]): number {
  return forms.find(([form]) => form.test(text))?.[1] ?? 0;
}

/** The sum of the points of all patterns that match. */
function against(text: string, marks: readonly (readonly [RegExp, number])[]): number {
  return marks.reduce((sum, [mark, points]) => sum + (mark.test(text) ? points : 0), 0);
}

/** Main verbs of sentences about a thing. */
const VERBS =
  /\b(?:is|are|was|means|refers|stands|can|has|have|uses?|supports?|includes?|consists?|provides?|allows?|enables?|lets?|helps?|offers?|delivers?|monitors?|automates?|simplif(?:y|ies)|protects?|detects?|stores?|collects?|distributes?|manages?|controls?|records?|scans?|analy[sz]es?|creates?|makes?|gives?|tracks?|routes?|defines?|contains?|determines?|specif(?:y|ies)|describes?|holds?|acts?|represents?|maps?|sends?|returns?|connects?|runs?|restricts?|grants?|caches?|converts?|translates?|captures?|copies|replicates?|reads?|launches|scales|serves?|encrypts?|centralizes?|integrates|combines?|identif(?:y|ies)|filters?|isolates?|encapsulates?)\b/gi;
/** Predicates of a sentence whose subject is the name, by their first words. */
const SAID: readonly (readonly [RegExp, number])[] = [
  [/^(?:means|refers to)\b/i, 2],
  [
    /^(?:was|can|has|have|includes?|supports?|uses?|integrates|consists?|stands|\w+s (?:out|up|on|in|at|well|automatically|the same)\b|run (?:sequentially|in parallel)\b)\b/i,
    -1,
  ],
  [/^/, 2],
];
/** Texts without a subject: a category, or what the thing does. */
const TOLD: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:an?|the(?! (?:more|most)\b)|your|one of) [^.]{3,200}?\b(?:of|that|which|where|who|used|for|to|in|within|containing|between|with|by|based|\w+ing|\w+ed)\b/i,
    3,
  ],
  [
    /^(?:automatically |also )?(?!contains the\b|has a\b)(?!(?:uses|requires|includes|supports|needs|costs|works|takes|comes|is|has|was|does|(?:resource|parameter|companie|customer|user|instance|result|service|object|function|request|event|developer|organization|application|template|stack|attribute|value|rule|group|role)s)\b)[a-z]+[^\W_su]s (?!(?:to|needs?|is|are|can|ha(?:s|ve)|must|should|will|use|return|contain|allow|provide|have|support|react|apply)\b)\w/i,
    2,
  ],
  [/^(?:used? (?:to|when|by|as)|used for|lets|allows|enables)\b/i, 2],
  [/^(?:to|for) (?!example\b|instance\b|now\b|us\b|me\b|more\b)[a-z]/i, 1],
];
/** A noun phrase with a complement (`pool of …`): a definition of an unambiguous name; of others it may be a remark. */
const NOUN_PHRASE =
  /^(?!\w+ (?:stands|flows|travels|goes|comes|happens|works) )(?!(?:supports|applies|react|workloads|up|capture|monitor|use|get|make|provide|store|run|manage|create|set|add|send|enable|allow|choose|keep|deploy|move|scale|connect|control|define|specify|based|build|host|process|track|view|find|help|stop|protect|route|routing|limit|distribute|share|copy|read|write|start|launch|configure|detect|collect|analyze|apply|attach|assign|automate|check|filter|perform|transform|load|access|handle|encrypt|restrict|only|for|to|in|on|if|when|be|now|implement|ensure|avoid|consider|recover|commit|migrate|decouple|accelerate|replicate|offload|improve|reduce|optimize|simplify|resize|restore|trigger|force|ha|how|can|could|may|either|with|without|pick|select|organized|grouped|pay|multi-\w+|\w+ed (?:into|in|on|by)|\w+ing (?:an?|to|the)|resilient|assumed|assigned|suited|ideal|perfect|suitable|similar|typical|billed|charged|stateless|stateful|internal)\b)(?!(?:[\w-]+ ){0,3}(?:comparison|overview|summary|explanation|examples?|differences?) )(?:(?:[\w/’'-]+|\([A-Z]{2,6}\)) ){1,8}?(?:of|that|which|where|who|used|for|to|within|containing|between|from)\s/i;
/** Limits, exceptions, praise, and references to context. */
const AGAINST: readonly (readonly [RegExp, number])[] = [
  [
    /\b\d+(?:\.\d+)?\s?(?:%|x|[KMGT]i?B|ms|s|sec\w*|min\w*|hours?|days?|weeks?|months?|years?|instances?|times)(?!\w)|(?<![\w.-])\d{2,}\b/i,
    -2,
  ],
  [/n['’]t\b|\b(?:not|cannot|no|only|but|instead|always)\b/i, -1],
  [
    /^(?:\S+ ){0,8}?(?:popular|really|underrated|beneficial|convenient|powerful (?:feature|tool)s?|(?:powerful|robust|versatile) and|first line of|address\w* limitations|very (?!large|low|high)|best|great|good|easiest|simplest|cheapest|common|main|primary|important|key to|most of|recommended|typically|usually|often used|normal|newest|latest|ultimate|unlimited|useful)\b|\bfeature of (?!.*\b(?:that|which|to)\b)/i,
    -2,
  ],
  [/\b(?:this|these|those|such|above|below|my|our|we)\b/i, -1],
  [
    /\b(?:essential|crucial|critical|vital|integral|foundational|fundamental|key) (?:diagnostic |security )?(?:component|part|piece|service|tool|element|resource|aspect)s?\b|\bcore (?:component|part)\b|\bessential for\b|^[^,]*\b(?:provid|offer)\w* (?:additional|more|better|similar|different)\b/i,
    -2,
  ],
  [/\b(?:most likely|probably|(?:one|many)-to-(?:one|many))\b|\((?:whatever|not sure)\b/i, -2],
  [
    /\bhas (?:limitations|bottlenecks|drawbacks)\b|\bunlike\b|\b(?:is|are) another\b|\balternative to\b|\bbetter (?:fit|suited|choice)\b|^\W*(?:is )?(?:the |an? )?(?:successor|replacement|new name)\b/i,
    -2,
  ],
  // Locations, owners, lists of names, and one of two alternatives.
  [
    /^(?!used\b|managed\b|shared\b|(?:designed|optimi[sz]ed|intended|suited) for\b)(?:\w+ed (?:in|on|at|by|from|with|for|to|and|directly)|built on)\b|^(?:needs? to|one (?!of\b)|used by (?!.* to )|only)\b|\bthe (?:second|third|fourth)\b|^(?:[\w ]{2,20}(?: \([^()]*\))?, ){2,}(?:and )?[\w ]{2,20}(?: \([^()]*\))?\.?$|^(?:doesn['’]t|does not|if|by|when|(?:the )?same|different|\w+ing (?:an?|the)|\w+ supported)\b|\(default\)|(?<!\()\b(?:en|dis)abled by default\b|\bmost other\b|\bthat will be \w+\.?$/i,
    -2,
  ],
];
const MAX_VERBS = 3;
const [FEW, ENOUGH, ENOUGH_OF_DEED] = [5, 6, 7];

/** A sentence with another subject: `AWS maintains a latency database`, `your service is responsible for …`. */
const IS_OF_OTHER =
  /^(?:every|each|all|any|most|some|many|both)\s|^(?:[\w-]+ ){0,3}?[a-z]{2,}[^\W_su]s (?:allow|enable|let|help|provide|contain|represent|support|require|include|define|describe|give|offer)\s|^an? [^.]{3,60}? is an?\s|^(?:AWS|Amazon) (?:[a-z]+ly )?[a-z]+s (?!of\b|for\b|to\b|that\b)|^(?:(?!\b(?:that|what|which|who|where|when|whose|how|if|whether|used)\b)[^,.:])+?\s(?:is|are|was|were|has|have|had|can|may|will|must|should|does|do|needs?|(?!(?:services|instances|resources|groups|users|requests|files|keys|types|names|rules|events|metrics|logs|records|values|settings|sets)\b)[a-z]{2,}[^\W_su]s (?:to |with |from )?(?:the|an?|its|your|you|it|all|only|no|both))\b/i;

function scoreInEnglish(line: string, name: string, isExact: boolean): number {
  const [sentence = ""] = line.split(/(?<=[a-z)\d]{2}[.!])\s/);
  // The first verb may be part of the name: `A read replica is …`.
  const verbs = [...sentence.matchAll(VERBS)].map(({ index }) => index);
  const at = verbs.slice(0, MAX_VERBS).find((start) => isSubject(sentence.slice(0, start).trim(), name));
  const isOwn = at !== undefined;
  const words = sentence.split(/\s+/).length;
  if (!isOwn && (IS_OF_OTHER.test(sentence.replaceAll("::", "")) || isOfService(sentence, name))) return -BAR;
  const said = isOwn ? sentence.slice(at) : sentence;
  if (isCircular(said, name)) return -BAR;
  if (/^(?:is|are)\b/i.test(said)) {
    const kind = kindIn(said, isServiceTitle(name));
    return kind === 0 ? -BAR : BAR - 1 + kind + against(sentence, AGAINST);
  }
  // A predicate without a subject needs more words: `Handles DNS failover.`
  const enough = !isOwn && verbs[0] === 0 ? ENOUGH_OF_DEED : ENOUGH;
  const size = words < (isServiceTitle(name) ? FEW + 1 : FEW) ? -1 : words < enough ? 0 : 1;
  // Begins with another service: `RDS Multi-AZ`, `rds supports …`.
  const [first = ""] = said.split(" ", 1);
  const told = formOf(said, TOLD) || (saysWhatItDoes(said) || (isExact && isNounPhrase(said, name)) ? 2 : 0);
  return (isOwn ? 1 + formOf(said, SAID) : isServiceTitle(first) ? 0 : told) + size + against(sentence, AGAINST);
}

/** Number of first words that have the category. */
const KIND_WORDS = 5;
const WORDS = /[a-z\d]{2,}/g;

/** Whether the category is the name again: `The protocol used for traffic` of `Protocol`, `are a type of policies`. */
function isCircular(said: string, name: string): boolean {
  // The name is the subject: `cfn-signal tells …`.
  if (nameKey(said).startsWith(nameKey(name))) return false;
  if (` ${nameKey(said)}`.endsWith(nameKey(/^\w{1,5}$/.test(name) ? ` ${name}` : name))) return true;
  const kind = stems(said.split(/\s+/).slice(0, KIND_WORDS).join(" "), WORDS);
  const named = stems(name.replace(/\s*[（(][^（()）]*[）)]/gu, ""), WORDS);
  return named.length > 0 && named.every((stem) => kind.includes(stem));
}

/** Whether the subject is another service: `RDS sets up a channel between …`. */
function isOfService(text: string, name: string): boolean {
  const [lead = "", ...rest] = text.split(/\s(?=(?:only |also |automatically )?[a-z]{3,}s\b)/, 2);
  const isNamed = isServiceTitle(lead) || (isServiceTitle(name) && /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(lead));
  return rest.length > 0 && /^[A-Z]/.test(lead) && isNamed && !isSameService(lead, name);
}

/** Whether a text begins with a noun phrase and is no sentence such as `Load balancers manage traffic for …`. */
function isNounPhrase(text: string, name: string): boolean {
  const [phrase = ""] = NOUN_PHRASE.exec(text) ?? [];
  const verbs = [...phrase.matchAll(VERBS)].filter(({ 0: verb }) => !verb.endsWith("s"));
  return (
    phrase !== "" &&
    !nameKey(phrase).startsWith(nameKey(name)) &&
    !/\b(?:still|also|you)\b/.test(phrase) &&
    !verbs.some(({ index }) => /s $/.test(phrase.slice(0, index)))
  );
}

/** Whether the words before the verb are the name or its short form, and nothing else. */
function isSubject(written: string, name: string): boolean {
  const text = written.replace(/^(?:an?|the)\s/i, "");
  const plain = (one: string): string =>
    nameKey(one.replace(/\s*[（(][^（()）]*[）)]/gu, "").replace(/\b(?:AWS|Amazon)\s/g, ""))
      .replace(/ies$/, "y")
      .replace(/s$/, "");
  const [subject, named] = [plain(text), plain(name)];
  const shorts = [text, name].flatMap((one) =>
    [...one.matchAll(/[（(]([^（()）]+)[）)]/gu)].map(([, short = ""]) => plain(short)),
  );
  if (subject === named || shorts.some((short) => short === subject || short === named)) return true;
  // With the service before it: `CloudFormation StackSets` of `StackSets`.
  const before = text.split(/\s+/).slice(0, -name.split(/\s+/).length).join(" ");
  if (subject.endsWith(named) && isServiceTitle(before) && !isServiceTitle(text)) return true;
  // The last words of the name: `instances` of `EC2 Instances`, not `A build` of `CodeBuild`.
  const words = name.split(/[\s-]+/);
  const isEnd = !isServiceTitle(name) && words.some((_, at) => plain(words.slice(at).join(" ")) === subject);
  return subject.length > 2 && (isEnd || isSameService(text, name));
}

const TOPIC = /^([^。、]{1,40}?)(?:とは|は)、?/u;
/** Endings of Japanese definitions: a noun after a relative clause, a verb, a noun with の, a noun of action. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:CDN|DNS)(?:[（(]|$)/u, 4],
  [
    /(?:[うくぐすつぬぶむ]|(?<!によ)る|[しっいんきりれ][ただ]|ための|な|的)\s?(?:[一-龠ァ-ヶーA-Za-z\s・/]{1,24}|もの|こと|やり方|ところ|仕組み|まとまり)(?:群|の一つ|のこと)?(?:です|である|だ)?$/u,
    2,
  ],
  [ASKS_INDIRECTLY, 3],
  [/も[^、]{0,24}(?:可能|でき(?:る|ます))$/u, 0],
  [/ことで.*でき(?:る|ます)$|^[^・]{0,18}でき(?:る|ます)$/u, 1],
  [/(?:ある|あります|なる|なります|いる|(?<!行)います)$/u, 0],
  [/(?:[うくぐすつぬぶむる]|ます|が可能)$/u, 2],
  [/の[一-龠ァ-ヶーA-Za-z\s]{1,16}(?:です|である)?$/u, 2],
  [/(?:を|に(?!よる))[^をに]{0,6}?[一-龠ァ-ヶー]{2,}$/u, 2],
];
const AGAINST_IN_JAPANESE: readonly (readonly [RegExp, number])[] = [
  [/(?<![A-Za-z\d.-])\d/u, -1],
  [
    /可能$|たい場合$|^[^をに]{1,20}(?:の|への)(?:利用|使用|制御|監視|制限|暗号化|転送|通信|保存|バランス|最適化)$|^適切な|に応じた[^をに]{1,4}$|^[^を]*に(?:保存|有効化|確保)$|(?:を|的に)選ぶ$|(?:時|とき|場合)に[^を]{1,12}(?:使用|利用)$/u,
    -3,
  ],
  [/(?:ない|ません|不要|なし)$|のみ(?!で)|だけ|柔軟に/u, -1],
  [/推奨|必要(?!に応|な(?:とき|時|場合))|重要|便利|おすすめ|注意|課金/u, -1],
  [
    /^[^は]*(?:設定|指定|使用|利用|追加|登録|作成|確認|付与)すること$|とする(?:こと)?$|^[^をが、]*の(?:追加|作成|有効化|変更)$/u,
    -3,
  ],
  [/済み$|済み、|の後継|強力な|[%％](?:の)?(?:削減|短縮|改善|向上)$/u, -2],
  [/一番|もっとも|よく(?:使|利)|(?<!AWS)の中核|(?:リージョナル|リージョン|グローバル)サービス(?:です|である)?$/u, -2],
];
/** A sentence that ends in a verb states a fact: `AMIはリージョンごとに作成される`. */
const TELLS = /(?:[うくぐつぬぶむる]|(?<!で|ことを指|に使われま|に使用されま)す)$/u;
/** A short ending with する: the sentence says what is done with its object. */
const IS_DONE = /^[^をはに、]{1,10}(?:する|します|できる|できます|可能)$/u;
const IS_CLAUSE = /[うくぐすつぬぶむるた]$/u;
const [FEW_LETTERS, ENOUGH_LETTERS] = [10, 16];

function scoreInJapanese(line: string, name: string): number {
  const [first = ""] = line.split(ENDS_CLAUSE);
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
  // The name with を between its parts: `タスクを定義するもの` of `タスク定義`.
  const isOfItself = name.length > 3 && rest.includes(`${name.slice(0, -2)}を${name.slice(-2)}`);
  // `…ことでVPN接続を設定できる` is an instruction; with a relative clause it also defines: `応答を調べるヘルスチェックを作成できる`.
  const [before = "", done = ""] = rest.replaceAll(" ", "").split(`${name.replace(/\s*[（(].*$|\s/gu, "")}を`);
  if (isOfItself || rest.endsWith(name) || (IS_DONE.test(done) && !IS_CLAUSE.test(before))) return -BAR;
  const letters = [...line].length;
  const size = letters < FEW_LETTERS ? -1 : letters < ENOUGH_LETTERS ? 0 : 1;
  const isTold = isOwn && !/とは、?$/u.test(topic) && TELLS.test(sentence);
  return (isTold ? -1 : isOwn ? 1 : isOther ? -1 : 0) + formOf(rest, ENDS) + size + against(rest, AGAINST_IN_JAPANESE);
}
