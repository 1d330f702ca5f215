import { nameKeys } from "../../notes/words/nameKeys.ts";
import { nameKey } from "../../notes/words/names.ts";
import { isUnmistakable, tells, weight } from "./cardWords.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** What somebody thinks of it, needs for it, does with it or would use it for: `great for production`, `need to scale`, `use tags to`. */
const IS_OPINION =
  /^(?:(?:in|on|at|by|with|for|to|as|under|within|through)(?=\s)|if|when|while|during|using|use(?! (?:to|for|when|by|in|as|with)\b)|ensure|avoid|consider|combine|choose|implement|design|configure|enable|allow|deny|add|make|mandate|leverage|deploy|learn|understand|know|remember|review|the (?:same|stronger|more|less|better|higher|lower)|is there|up to|at (?:least|most)|from|between|adds|increases|reduces|improves|saves|uses|requires|boosts|the (?:maximum|minimum|max|min|limit)|recall|recap|imagine|suppose|we|think|get|take|keep|see|find|go|pay|one (?!of\b(?! the (?:most|best|main|many)))|two|three|sometimes|always|usually|often|even|needs?|have|must|should|paid|possible|potential|use for|great|good|best|better|recommended|useful|helpful|ideal|suitable|only|the (?:only|default)|same|not|no|more|less|many|few|some|most|all|any|every|each|default|other|similar|different|easy|easiest|simple|fast|expensive|cheap|works?|looks?(?! up)|comes?|keeps?|happens?|another|basically|just|applies|supports?|depends|costs?|takes|lives|typically|generally|attached|available|detailed|comparison|overview|details|important|supported|required)\b/i;
/** What speaks of something else than the name: `makes them importable`. */
const POINTS_BACK =
  /^(?:[^\s,.]+ ){1,5}(?:them|it|this|these|those|both)\b(?! is\b)|\b(?:to|of|on|in|for|with) that \w+|["“”]/i;
/** `a unit of …`, `your resources` */
const BY_ARTICLE = /^(?:an?|the|your|one of|type of|kind of|part of)\s/i;
/** What says more of a noun; `the most specific route wins` has none. */
const SAYS_MORE =
  /\b(?:of|that|which|who|whose|where|when|for|to|used|from|between|with|in|on|by|at|per|as|across|over|under|within|into|through|your|[a-z]+(?:ed|ing))\b/i;
/** A sentence on something, which has a verb of its own: `The function used is simple`. */
const HAS_PREDICATE =
  /^(?:(?!\b(?:that|which|who|where|when|whose|how|used)\b)[^,.])*?\b(?:is|are|was|were|has|have|had|can|will|must|should|does|do)\b/i;
/** The same by any verb, before what says more of the noun: `A typical application reads data`. */
const HAS_VERB_OF_ITS_OWN =
  /^(?:(?!\b(?:that|which|where|who|whose|of|for|used|when|between)\b).)*?\b[a-z]{3,}s (?:the|an?|its|people|data|you|your|it|to|from|in|on|how)\b|^(?:an?|the) (?:typical|common|good|simple|great|usual|main)\b/i;
/** `is used to`, `can be attached to`, `used when` */
const BY_USE =
  /^(?:(?:is|are|was) (?:an?|the (?!default|same|only|best|most|first)|used|where|when|how|one of|(?:designed|meant|needed|made|called|defined|created|run|invoked|triggered|stored|sent) (?:to|for|by|when|from|with|in|as))\b|can be used|used|use(?= (?:to|for|when|by|in|as|with)\b)|lets|makes|tells|gives|(?:invoked|triggered|generated|called|sent|returned|attached|raised|emitted) (?:when|by|for|from|to|with))\s/i;
/** `returns the value`, `contains records that …`; plural nouns with what they are of do as well. */
const BY_VERB =
  /^(?:automatically |also |can )?(?!(?:increases|improves|reduces|saves|shifts|boosts|uses|does|goes|gets|takes|needs|has(?! an? ))\b)[a-z]+[^\W_su]s (?!to\b|from\b|with\b|in\b|within\b|on\b|at\b|by\b|not\b|and\b|or\b|are\b|is\b|can\b|needs?\b|must\b|should\b|have\b)\w/;
/** The same in a sentence that begins with a capital: verbs by which people say what a thing is there for. */
const BY_ITS_VERB =
  /^(?:returns?|contains?|defines?|specif(?:y|ies)|controls?|allows|enables|lets|provides|maps?|routes|stores|holds?|describes?|declares?|determines|distributes|sends|creates|reads|encodes?|looks? up|converts?|translates?|grants|restricts?|filters?|tracks?|records?|captures?|connects|preserves?|retrieves?|invokes|triggers|limits?|delays?|keeps?|protects?|previews?|pauses?|extends?|imports?|joins?|splits?|selects?|substitutes?|detects?|checks|prevents?|signals?|exports?|shares?|groups?|forces?|identif(?:y|ies)|deploys?) (?!needs?\b|is\b|are\b|can\b|ha(?:s|ve)\b|must\b|should\b|will\b|only\b|not\b|it\b|them\b|this\b|up\b|down\b|between\b)\w/i;

/** Whether a text says of its title what that does, without naming it again. */
export function saysWhatItDoes(text: string): boolean {
  return BY_ITS_VERB.test(text.replace(/^・\s?/u, ""));
}

/** `collection of log events`, `fully managed service for search`: a noun that says of what kind something is, and more of it. */
const BY_NOUN =
  /^(?:(?:[\w/'’()-]|\.(?=\w))+,? ){0,8}(?:services?|collections?|sets?|groups?|grouping|lists?|number|sequences?|units?|storage|director(?:y|ies)|rules?|polic(?:y|ies)|tools?|metrics?|metadata|blueprints?|templates?|snapshots?|backups?|cop(?:y|ies)|containers?|entit(?:y|ies)|resources?|connections?|endpoints?|gateways?|networks?|interfaces?|servers?|databases?|cache|engine|queues?|streams?|files?|documents?|objects?|records?|keys?|arrays?|flags?|identifiers?|ids?|lookups?|expressions?|texts?|configurations?|options?|strateg(?:y|ies)|agents?|ident(?:ity|ities)|permissions?|roles?|users?|address(?:es)?|ranges?|blocks?|types?|class(?:es)?|ways?|methods?|features?|functions?|processes|mechanism|events?|actions?|conditions?|values?|parameters?|fields?|attributes?|names?|total|amount|sum|count|time|period|percentage|rate|size|limit|balancers?|locations?|firewalls?|volumes?|scripts?|settings?|statements?|layers?|platform|system|solution|framework|environment|model|protocol|software|device|program|package|zone|table|index|hostname|string|inputs?|outputs?|variables?|references?)(?:\s*[（(][^()（）]*[）)])?,? (?:of|about|that|which|where|who|whose|used|for|to|from|in|within|containing|between|with|by|based|available|sent|received)\s/i;
const HAS_VERB =
  /\b(?:is|are|means|refers|has|have|can|will|[a-z]{2,}[^\W_su]s|lets?|allow|enable|provide|define|contain|help|use|make|create|run|store)\b/;
/** Words of a phrase that says enough, and of a sentence that says more than a name in it. */
const LEAST_WORDS = 5;
const LEAST_BESIDE_NAME = 12;
const IS_CLAUSE =
  /^\w+ (?:the|an?|your|all) |^\S+ [a-z]+[^\W_su]s (?:the|an?|your|you|to|\w+ing)\b|\b(?:can|is|are|was|were|has|have|had|will|must|should|we|you|it|they)\b/i;
/** What a thing is, and not how: `is a unit of`, `are objects that`; what comes of it, has it or does. */
const IS_KIND =
  /^(?:is|are) (?:an?|the (?=(?:[\w/-]+,? ){1,6}(?:of|that|which|where|who)\b)|one of|where|how|used|designed|responsible|\w+ed [a-z]+s (?=(?:in|of|that|which|for)\b)\w+|(?!(?:\w+(?:ed|ly|able|ible|ful|ial|ant)|by|for|in|on|at|from|with|about|as|being|state(?:less|ful)|global|regional|run|sent|done|kept|written|built|made|set|held|given|taken|shown|known|outside|inside|part|specific|similar|subject|due|crucial|vital|key|critical|good|likely)\b)(?:[\w-]+,? ){0,5}(?:[\w-]+s|people|storage|software|hardware|infrastructure|(?:meta)?data|capacity|space|code|information|text|logic|traffic),? (?:that|which|of|for|to|used|in|within|containing|with))\b/i;
/** What is said of a thing that one knows: `are almost similar to`, `can be enabled`. */
const IS_REMARK =
  /^(?:is|are|has|have|can) (?:not|n't|on|off|set to|often|commonly|frequently|only|almost|similar|easy|very|also|always|never|now|great|good|best|free|important|the (?:same|default|only|best|most|high)|an? (?:better|great|good)|no|more|less|been)\b|^(?:can|will|may|must|should) (?!be used (?:to|for|as)\b)|^(?:has|have) (?!an?\s)|^[a-z]+s (?:can|are|is|will|have|has|do|does|may|must|should|needs?|also|that|which)\b|^(?:applies|supports?|costs?|takes|requires?|needs?|works?|integrates?|verif(?:y|ies)|always)\b/i;

/** Columns of a sentence that may say what something is. */
const SHORTEST = 14;
/** A noun at the end that a clause or another noun says more of: `…する機能`, `接続の数`, `…に使うサービスです`. */
const ENDS_IN_NOUN =
  /(?:[うくぐすつぬぶむる]|[しっいんきりれ][ただ]|の|な|的)\s?(?:[^ぁ-ん、。]|やり方|もの|こと|ところ|[ぁ-ん]み)(?:[^をがにへで、。]|で(?=[あす]))*(?:です|である|だ)?(?:[（(][^（()）]*[）)])?[。.]?$/u;
/** A verb or the copula at its end, or a noun that something is done with: `…を行う。`, `…を定義`. */
const ENDS_IN_VERB =
  /(?:[うくぐすつぬぶむる]|ます)(?:[（(][^（()）]*[）)])?[。.]?$|[をに][^をにがはで、。]{0,6}?[一-龠ァ-ヶー]{2,}(?:[（(][^（()）]*[）)])?[。.]?$|(?:が|[一-龠])可能[。.]?$/u;
/** What a service does for whoever uses it. */
const SERVES =
  /(?:提供|管理|自動化|自動|実行|配信|監視|構築|収集|分析|変換|保存|保管|記録|検出|保護|処理|作成|デプロイ|キャッシュ|実現|共有|転送|接続|解決|可視化|暗号化)(?:する|します|される|されます|できる|できます|を行う|を行います|で実行)?(?:[（(][^（()）]*[）)])?。?$/u;
/** What a service is: `…のサービス`, `…するストレージ`; other nouns tell what it is used for, or suffers from. */
const KIND_OF_SERVICE =
  /^(?:CDN|DNS)[。（]|(?:サービス|ストレージ|データベース|DB|機能|仕組み|基盤|ネットワーク|CDN|DNS|キュー|ツール|プラットフォーム|エンジン|ファイアウォール|システム|ゲートウェイ|レジストリー?|リポジトリー?|ブローカー|ウェアハウス|サーバー?|ロードバランサー?|フレームワーク)(?:群|の一つ)?(?:です|である|だ)?(?:[（(][^（()）]*[）)])?。?$/u;
/** What a service is to something else. */
const IS_ROLE = /\b(?:destination|source|target|origin|backend|trigger)\b/i;
/** The same in English: of what kind it is, or what it does for whoever uses it. */
const SERVES_IN_ENGLISH =
  /[ぁ-ん]|^(?:(?:(?!\b(?:connects?|uses|removes?|sends?|option)\b)[^.])*?\b(?:an? ways? (?:to|of)|[PSI]aaS|manager|IDE|DBaaS|product|solution|framework|feature|web|virtual|servers?|services?|storage|database|monitoring|management|platform|networks?|tool|engine|queue|cache|firewall|CDN|DNS|enables?|allows?|lets?|helps?|provides?|offers?|delivers|monitors?|automates?|automatically|simplif(?:y|ies)|protects?|detects?|stores?|collects?|distributes?|manages?|managed|controls?|records?|scans?|analy[sz]es?|recommends?|creates?|makes?|gives?|tracks?|orchestrates?|translates?|processes|routes?)\b)/i;
/** What it is in English, within its first words. */
const ENGLISH_KIND =
  /^(?:[\w()-]+ (?:\([\w ]+\) )?(?:is|are) )?(?:(?:an?|the) )?(?:[\w/-]+,? ){0,7}?(?:services?|storage|database|network|firewall|balancer|queue|registry|warehouse|platform|engine|cache|gateway|system|CDN|DNS)\b(?! (?:account|name|team|console|endpoint|role)s?\b)/i;
const HAS_OBJECT = /[をにでへが]|から|まで|として|により|ごと|のみ/u;
const JAPANESE_OPINION =
  /^(?:サポート|対応|利用可能|使用可能|提供)(?:され|し|でき|な)|を(?:\d+つ)?(?:選択|入力|クリック|押下|許可)(?:する|します)?(?:[（(][^（()）]*[）)])?。?$|最も(?:人気|一般的|簡単|重要|素早|シンプル|手軽)|充実|\dつ(?:[（(][^（()）]*[）)])?。?$|の(?:機能|一部|一種)(?:の一つ)?(?:です|である)?。?$|つの[^。]{0,14}から選|に依存|[有無]料|を[^。、をがに]{0,8}作成(?:する|します)。?$|た(?:ら|後)[、，]|次に|て(?:いく|くる|おく)。?$|(?:違い|使い分け|比較|ポイント|(?:注意|つの)点|概要|前提|課金)(?:です)?。?$|(?:不要|必要|重要|簡単|便利|必須|推奨|最適|安全|柔軟|豊富|容易|有効|なし|不可|ダメ|みたいな|ワークロード|ユースケース|ケース|向け)(?:です)?。?$|^[□☐]|\d[^。]*設定(?:する|可能)?。?$|^[^をがに]*に設定(?:する)?。?$/u;
const SUBJECT = /^・?([^。、をにでが（(]{2,24}?)\s?は(?![じずっ])/u;

/**
 * Whether a text says by its form what a name stands for: `a pool of …`, `returns the …`, `…する機能`. What is noted on a common word without such a form
 * is mostly one fact, an opinion, or a list of words.
 */
export function defines(text: string, name: string, isService: boolean): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (spellsOut(line, name)) return true;
  if (isService && (IS_ROLE.test(line) || !SERVES_IN_ENGLISH.test(line))) return false;
  if (/[?？]/u.test(line)) return false;
  const isListed = text.startsWith("・");
  return /[ぁ-んァ-ヶ一-龠]/u.test(line)
    ? definesInJapanese(line, name, isService, isListed)
    : definesInEnglish(line, name, isListed);
}

/** What a sentence in Japanese says something is: `…は…する機能です`, and what stands behind `…とは`. */
const SAYS_WHAT =
  /^([^。、（(]{2,40}?)\s?(?:[（(][^（()）]{1,40}[）)])?\s?(?:とは、?(?!異な|違|別|言え|限ら)|は、?(?![じずっ]))/u;
/** By an article or a noun that more is said of; not `is resilient within`, `is part of`. */
const IS_OF_KIND =
  /^(?:is|are) (?:an?|the|one of|(?!\w+(?:ed|ing)\b|run|sent|done|kept|specific|similar|subject|due|close|able|prone)(?:[\w-]+ ){1,4}(?:that|which|of|used)|used to)\b(?! (?:(?:the|its|your) )?(?:hell|lot|bit|opposite|new|paid|free|good|great|better|best|common|must|part|same|only|most|many|easy|easiest|main|center|heart|backbone|foundation|next|specific|core|key|crucial|vital|essential|important|popular|powerful|perfect|ideal|effective|fundamental)\b)/i;
const IN_PARENTHESES = /\s*[（(]([^（()）]*)[）)]\s*$/u;

/** Whether a sentence, wherever it stands, says what a name stands for: it begins with the name, and says of what kind that is. */
export function saysWhatItIs(sentence: string, name: string, isService: boolean): boolean {
  if (/[ぁ-ん]/u.test(sentence)) {
    const [begin = "", subject = ""] = SAYS_WHAT.exec(sentence) ?? [];
    const says = /とは、?$/u.test(begin) ? ENDS_IN_NOUN : KIND_OF_SERVICE;
    return isSameName(subject, name) && says.test(sentence) && !JAPANESE_OPINION.test(sentence);
  }
  const [subject = "", predicate = ""] = sentence.split(/\s(?=(?:is|are|allows?|lets?|enables?)\s)/, 2);
  const says =
    IS_OF_KIND.test(predicate) || (!isService && /^(?:allow|let|enable)s? (?:you|us|one|users)\b/.test(predicate));
  if (!says || (isService && IS_ROLE.test(sentence))) return false;
  return isSameName(subject.replace(/^(?:an?|the)\s/i, ""), name) && definesInEnglish(sentence, name, false);
}

/** Whether two texts are one name, with or without a short form in parentheses, singular or plural. */
function isSameName(one: string, other: string): boolean {
  const keysOf = (text: string): readonly string[] =>
    [text.replace(IN_PARENTHESES, ""), IN_PARENTHESES.exec(text)?.[1] ?? ""]
      .flatMap(nameKeys)
      .map((key) => key.replace(/ies$/, "y").replace(/s$/, ""))
      .filter((key) => key.length > 1);
  const known = new Set(keysOf(other));
  return keysOf(one).some((key) => known.has(key));
}

/** Whether a text says of what kind a service is, whatever it stands below. */
export function isKindOfService(text: string): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  return /[ぁ-ん]/u.test(line)
    ? KIND_OF_SERVICE.test(line) && /(?:サービス|ストレージ|データベース)(?:です|である)?。?$/u.test(line)
    : ENGLISH_KIND.test(line);
}

/** `リソース属性取得`, `環境別設定マップ`; not `低頻度アクセス` or `耐障害性ワークロード`, which say for what it is. */
const IS_NOUN_OF_ACTION =
  /^[^ぁ-ん、。・/+→（(]{2,}(?:取得|検索|選択|生成|作成|定義|分割|結合|連結|置換|変換|指定|参照|削除|更新|登録|監視|検出|検知|検証|配信|配布|転送|保存|保管|制御|管理|分析|収集|分散|共有|接続|実行|計算|[一-龠ァ-ヶ]化|パラメータ|マップ|情報|一覧|設定|名|値|ID)$/u;

/** Whether what stands in a column of descriptions may be one: it defines its row, or is no sentence on something else. */
export function describes(text: string, name: string, isService: boolean): boolean {
  if (!isService && IS_NOUN_OF_ACTION.test(text)) return true;
  if (isService || /[ぁ-んァ-ヶ一-龠]/u.test(text)) return defines(text, name, isService);
  return defines(text, name, false) || !(HAS_PREDICATE.test(text) || IS_OPINION.test(text));
}

/** What a service does with what it has. */
const HAS_ONE = /^(?:supports|provides|uses|has|lets|allows|offers|contains|handles)\b/;

/** Words before what an acronym stands for: `Short for AWS …`. */
const FEW_WORDS = 3;
const IS_SHORT_FOR = /^\W*(?:\S+ )?(?:is|stands|short|abbreviation|acronym|means|AWS|Amazon)\b/i;

/** Whether a text is what an acronym stands for: `SAM`, `Serverless Application Model`, `サーバーレスアプリケーションモデル`. */
export function spellsOut(text: string, name: string): boolean {
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  const words = text.match(/\b(?!(?:and|for|the|of)\b)[A-Z]?[a-z]+/g) ?? [];
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join("");
  const at = initials.indexOf(name);
  return at === 0 || (at > 0 && at <= FEW_WORDS && IS_SHORT_FOR.test(text));
}

/** What a thing that only can be one is there for: `NoEcho: to pass in a secret`. */
const IS_PURPOSE = /^(?:to|for) (?!example\b|instance\b|now\b|us\b|me\b|more\b)(?:[a-z]+ing\b|[a-z]+ )/i;

function definesInEnglish(line: string, name: string, isListed: boolean): boolean {
  if (isUnmistakable(name) && IS_PURPOSE.test(line))
    return !POINTS_BACK.test(line) && !/, [a-z]+ (?:for|at|the|an?|to)\b/.test(line);
  // What a verb is done with may be named again: `Preview changes before applying them.`
  if (IS_OPINION.test(line) || (POINTS_BACK.test(line) && !BY_ITS_VERB.test(line))) return false;
  // `sets` of `Change sets` is no verb.
  // What is last in a sentence on something else: `The service that uses Edge Locations is CloudFront.`
  if (nameKey(line).endsWith(nameKey(name.replace(/^(?:AWS|Amazon) /, ""))) && line.length > 2 * name.length)
    return false;
  const named = line.toLowerCase().startsWith(name.toLowerCase()) ? name.length : 0;
  const at = line.slice(named).search(HAS_VERB) + named;
  if (at >= named && isSubject(line.slice(0, at), name)) {
    const predicate = line.slice(at);
    if (IS_REMARK.test(predicate)) return false;
    return !/^(?:is|are)\b/.test(predicate) || (IS_KIND.test(predicate) && predicate.split(/\s+/).length > LEAST_WORDS);
  }
  // What a service has is no definition of that: `RDS supports encryption at rest`.
  if (at > 0 && HAS_ONE.test(line.slice(at)) && isServiceTitle(line.slice(0, at).trim())) return false;
  const words = line.split(/\s+/).length;
  // `Back up data using snapshots.` says of snapshots what their name does.
  if (words < LEAST_BESIDE_NAME && nameKey(line).includes(nameKey(name))) return false;
  if (BY_ARTICLE.test(line))
    return SAYS_MORE.test(line) && !HAS_PREDICATE.test(line) && !HAS_VERB_OF_ITS_OWN.test(line) && words >= LEAST_WORDS;
  if (isListed) return BY_ITS_VERB.test(line) && words >= LEAST_WORDS;
  if (BY_USE.test(line) || BY_VERB.test(line)) return true;
  // What says more of a noun has verbs of its own.
  const [noun = ""] = line.split(/\b(?:that|which|where|who|when)\b|\.\s/, 1);
  return (BY_ITS_VERB.test(line) || (BY_NOUN.test(line) && !IS_CLAUSE.test(noun))) && words >= LEAST_WORDS;
}

/** Whether what stands before the verb is a name, in whole or by its short form, and no other thing with it. */
function isSubject(text: string, name: string): boolean {
  const plain = (one: string): string =>
    nameKey(one.replace(/\s*[（(][^（()）]*[）)]/gu, ""))
      .replace(/ies$/, "y")
      .replace(/s$/, "");
  const subject = plain(text.replace(/^(?:an?|the)\s/i, ""));
  // `Relational Database Service (RDS)` of `RDS`.
  if (text.includes(`(${name})`)) return true;
  return (subject.length > 2 && plain(name).endsWith(subject)) || isShortFor(subject, name);
}

/** Whether a name has another one in parentheses: `Elastic Block Store (EBS)`. */
function isShortFor(subject: string, name: string): boolean {
  const [, short = ""] = /[（(]([^（()）]+)[）)]/u.exec(name) ?? [];
  return short !== "" && nameKey(short).replace(/s$/, "") === subject;
}

function definesInJapanese(line: string, name: string, isService: boolean, isListed: boolean): boolean {
  const [first = "", ...rest] = line.split(/(?<=。)/u);
  // `CDN。画像や動画をキャッシュ。`
  const sentence = (weight(first) < SHORTEST && rest.length > 0 ? line : first).replace(/[（(][^（()）]*[）)]/gu, "");
  if (JAPANESE_OPINION.test(sentence)) return false;
  const subject = SUBJECT.exec(sentence)?.[1];
  if (subject !== undefined && !tells(subject, name) && !tells(name, subject) && nameKey(subject) !== nameKey(name))
    return false;
  // `通信の暗号化` is one of many things in a list.
  const says = ENDS_IN_NOUN.test(sentence) && (!isListed || isService || HAS_OBJECT.test(sentence));
  if (says && (!isService || KIND_OF_SERVICE.test(sentence))) return true;
  // A list of facts does not say what its title is.
  const [topic = ""] = /^[^、。]*?(?=[にでと]は)/u.exec(sentence) ?? [];
  if (isListed || (topic !== "" && !nameKeys(topic).some((key) => key.includes(nameKey(name))) && !tells(topic, name)))
    return false;
  // What a sentence tells of a service by its name is one fact of many; below the name it is what the service does.
  if (subject !== undefined && isService) return false;
  return isService ? SERVES.test(sentence) : HAS_OBJECT.test(sentence) && ENDS_IN_VERB.test(sentence);
}
