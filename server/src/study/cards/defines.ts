import { nameKeys } from "../../notes/words/nameKeys.ts";
import { nameKey } from "../../notes/words/names.ts";
import { isUnmistakable, tells, weight } from "./cardWords.ts";
import { isSameService, isServiceTitle, namesLike } from "./serviceTitle.ts";

/** Verbs that begin a definition by function: `Returns the value of …`. */
const BY_ITS_VERB =
  /^(?:returns?|contains?|defines?|specif(?:y|ies)|controls?|allows|enables|lets|provides|maps?|routes|stores|holds?|describes?|declares?|determines|distributes|sends|creates|reads|encodes?|looks? up|converts?|translates?|grants|restricts?|filters?|tracks?|records?|captures?|connects|preserves?|retrieves?|invokes|triggers|limits?|delays?|keeps?|protects?|previews?|pauses?|extends?|imports?|joins?|splits?|selects?|substitutes?|detects?|checks|prevents?|signals?|exports?|shares?|groups?|forces?|identif(?:y|ies)|deploys?) (?!needs?\b|is\b|are\b|can\b|ha(?:s|ve)\b|must\b|should\b|will\b|only\b|not\b|it\b|them\b|this\b|up\b|down\b|between\b)\w/i;

/** Whether a text describes the function of its title, with a verb at the beginning. */
export function saysWhatItDoes(text: string): boolean {
  return BY_ITS_VERB.test(text.replace(/^・\s?/u, ""));
}

/** Minimum width of a defining sentence. */
const MIN_SENTENCE = 14;
/** Ends in a noun with a modifier: `…する機能`, `接続の数`, `…に使うサービスです`. */
const ENDS_IN_NOUN =
  /(?:[うくぐすつぬぶむる]|[しっいんきりれ][ただ]|の|な|的)\s?(?:[^ぁ-ん、。]|やり方|もの|こと|ところ|[ぁ-ん]み)(?:[^をがにへで、。]|で(?=[あす]))*(?:です|である|だ)?(?:[（(][^（()）]*[）)])?[。.]?$/u;
/** Ends in a verb or a noun of action: `…を行う。`, `…を定義`. */
const ENDS_IN_VERB =
  /(?:[うくぐすつぬぶむる]|ます)(?:[（(][^（()）]*[）)])?[。.]?$|[をに][^をにがはで、。]{0,6}?[一-龠ァ-ヶー]{2,}(?:[（(][^（()）]*[）)])?[。.]?$|(?:が|[一-龠])可能[。.]?$/u;
/** What a setting decides, as an indirect question: `何台まで失敗してよいか`; `いつ使うか` is what a section would be on. */
export const ASKS_INDIRECTLY: RegExp =
  /(?:何|[どい][のうこれちつ]|いくつ|誰).{2,}(?<!使う|使える|使い分ける|違う|異なる|必要|書く|すべき|べき|なの|です|ます|でしょう)か[。.]?$|[うくぐすつぬぶむるた]かどうか[。.]?$/u;
/** Ends in what a service does. */
const SERVES =
  /(?:提供|管理|自動化|自動|実行|配信|監視|構築|収集|分析|変換|保存|保管|記録|検出|保護|処理|(?<![一-龠ァ-ヶー])作成|デプロイ|キャッシュ|実現|共有|転送|接続|解決|可視化|暗号化)(?:する|します|される|されます|できる|できます|を行う|を行います|で実行)?(?:[（(][^（()）]*[）)])?。?$/u;
/** Ends in a category of services: `…のサービス`, `…するストレージ`. */
const KIND_OF_SERVICE =
  /^(?:CDN|DNS)[。（]|(?:サービス|ストレージ|データベース|DB|機能|仕組み|基盤|ネットワーク|CDN|DNS|キュー|ツール|プラットフォーム|エンジン|ファイアウォール|システム|ゲートウェイ|レジストリー?|リポジトリー?|ブローカー|ウェアハウス|サーバー?|ロードバランサー?|フレームワーク)(?:群|の一つ)?(?:です|である|だ)?(?:[（(][^（()）]*[）)])?。?$/u;
/** The role of a service for another one. */
const IS_ROLE = /\b(?:destination|source|target|origin|backend|trigger)\b/i;
/** Has a category of services or a verb for what they do, in English; Japanese text is checked elsewhere. */
const SERVES_IN_ENGLISH =
  /[ぁ-ん]|^(?:(?:(?!\b(?:connects?|uses|removes?|sends?|option)\b)[^.])*?\b(?:an? ways? (?:to|of)|[PSI]aaS|manager|IDE|DBaaS|product|solution|framework|feature|web|virtual|servers?|services?|storage|database|monitoring|management|platform|networks?|tool|engine|queue|cache|firewall|CDN|DNS|enables?|allows?|lets?|helps?|provides?|offers?|delivers|monitors?|automates?|automatically|simplif(?:y|ies)|protects?|detects?|stores?|collects?|distributes?|manages?|managed|controls?|records?|scans?|analy[sz]es?|recommends?|creates?|makes?|gives?|tracks?|orchestrates?|translates?|processes|routes?)\b)/i;
/** A category of services within the first words. */
const ENGLISH_KIND =
  /^(?:[\w()-]+ (?:\([\w ]+\) )?(?:is|are) )?(?:(?:an?|the) )?(?:[\w/-]+,? ){0,7}?(?:services?|storage|database|network|firewall|balancer|queue|registry|warehouse|platform|engine|cache|gateway|system|CDN|DNS)\b(?! (?:account|name|team|console|endpoint|role)s?\b)/i;
const HAS_OBJECT = /[をにでへが]|から|まで|として|により|ごと|のみ/u;
const JAPANESE_OPINION =
  /^(?:サポート|対応|利用可能|使用可能|提供)(?:され|し|でき|な)|を(?:\d+つ)?(?:選択|入力|クリック|押下|許可|アタッチ)(?:する|します)?(?:[（(][^（()）]*[）)])?。?$|最も(?:人気|一般的|簡単|重要|素早|シンプル|手軽)|充実|\dつ(?:[（(][^（()）]*[）)])?。?$|の(?:機能|一部|一種)(?:の一つ)?(?:です|である)?。?$|に相当(?:する|します)?。?$|^[^をにが]*で実現(?:する|します|できる)?。?$|つの[^。]{0,14}から選|に依存|[有無]料|を[^。、をがに]{0,8}作成(?:する|します)。?$|た(?:ら|後)[、，]|次に|て(?:いく|くる|おく)。?$|(?:違い|使い分け|比較|ポイント|(?:注意|つの)点|概要|前提|課金)(?:です)?。?$|(?:不要|必要|重要|簡単|便利|必須|推奨|最適|安全|柔軟|豊富|容易|有効|なし|不可|ダメ|みたいな|ワークロード|ユースケース|ケース|向け)(?:です)?。?$|^[□☐]|(?:ページ|画面|タブ|コンソール)[^。]*で(?:確認|参照)(?:することが)?でき(?:る|ます)。?$|を[^をがに。]{0,8}(?:減ら|抑え|節約|短縮|削減|軽減)[^。]{0,4}でき(?:る|ます)。?$|\d[^。]*設定(?:する|可能)?。?$|^[^をがに]*に(?:対して)?設定(?:する)?。?$/u;
const SUBJECT = /^・?([^。、をにでが（(]{2,24}?)\s?は(?![じずっ])/u;

/** Whether a text has the form of a definition (`a pool of …`, `…する機能`), and not of a fact, an opinion or keywords. */
export function defines(text: string, name: string, isService: boolean): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (spellsOut(line, name)) return true;
  if (isService && (IS_ROLE.test(line) || IS_SOME_SERVICE.test(line) || !SERVES_IN_ENGLISH.test(line))) return false;
  if (/[?？]/u.test(line)) return false;
  return !/[ぁ-んァ-ヶ一-龠]/u.test(line) || definesInJapanese(line, name, isService, text.startsWith("・"));
}

/** The subject of a Japanese definition: `…とは`, `…は`. */
const SAYS_WHAT =
  /^([^。、（(]{2,40}?)\s?(?:[（(][^（()）]{1,40}[）)])?\s?(?:とは、?(?!異な|違|別|言え|限ら)|は、?(?![じずっ]))/u;
/** Predicates with a category and a distinguishing feature; `is the base of` and `is also one of` are opinions. */
const KINDS: readonly RegExp[] = [
  /^(?:is|are) used (?:to (?!improve|ensure|enhance|reduce|simplify)|when you)\b/i,
  /^(?:is|are) an? (?!lot\b|bit\b|must\b|part\b|ex[ae]mple\b|(?:\w+ly )?(?:regional|global|public|resilient)(?: \w+)? service\b(?! (?:that|which|to|for)\b))(?:(?!and (?:it|can|has|is|must)\b|which means\b)[\w/’'()-]+,? ){1,9}?(?:that|which(?! means)|who|where|whose|used|for|to|of|designed|built|between|by|in|within|with)\b/i,
  /^(?:is|are) the (?:(?:[\w-]+ ){1,6}(?:that|which|where|you|used)|(?:process|practice|ability|act|amount|number|maximum|minimum|time|period|length|size|name|unit|percentage|set|part)(?: of)?)\b/i,
  /^are (?!also\b|most\b|always\b|only\b|made\b|part\b|\w+(?:ed|ing|ly)\b|run|sent|done|kept|specific|similar|subject|due|close|able|prone)(?:(?!(?:by|and|when|if)\b)[\w-]+ ){1,4}(?:that|which|of|used|\w+ed (?:to|with|by|in|from|for))\b/i,
];
const IN_PARENTHESES = /\s*[（(]([^（()）]*)[）)]\s*$/u;

/** Whether a sentence defines a name wherever it is: it begins with the name and has a category. */
export function saysWhatItIs(sentence: string, name: string, isService: boolean): boolean {
  if (/[ぁ-ん]/u.test(sentence)) {
    const [begin = "", subject = ""] = SAYS_WHAT.exec(sentence) ?? [];
    const says = /とは、?$/u.test(begin) ? ENDS_IN_NOUN : KIND_OF_SERVICE;
    return isSameName(subject, name) && says.test(sentence) && !JAPANESE_OPINION.test(sentence);
  }
  const [subject = "", predicate = ""] = sentence.split(/\s(?=(?:is|are)\s)/, 2);
  if (kindIn(predicate, isService) < (isService ? 2 : 1) || (isService && IS_ROLE.test(sentence))) return false;
  return isSameName(subject.replace(/^(?:an?|the)\s/i, ""), name);
}

/** Only location, owner or price: `is a global service`, `Public service (usable from AWS)`. */
const IS_SOME_SERVICE =
  /^(?:is )?(?:an? )?(?:(?:public|private|global|regional|region|based|cluster|aws|amazon|managed|fully|serverless|web|cloud|paid|free|ha|highly|available|scalable|durable|reliable|and)[\s-]+)*(?:service|tool|product)s?\b,?(?! (?:that(?! can be accessed| runs? in)|which(?! means)|where|to|for|used|designed|built|by|with|you|\w+ing)\b)|^is an? (?:\w+ly )?[\w-]+ (?:service|tool|product)s?\.?$/i;

/** How clearly a predicate (`is …`) has a category: 2 with a distinguishing feature, 1 for a service without one, else 0. */
export function kindIn(predicate: string, isService: boolean): 0 | 1 | 2 {
  if (isService && (!/^is an?\b/i.test(predicate) || IS_SOME_SERVICE.test(predicate))) return 0;
  if (KINDS.some((kind) => kind.test(predicate))) return 2;
  return isService && isKindOfService(predicate.slice(3)) ? 1 : 0;
}

/** Whether two texts are the same name, regardless of an abbreviation in parentheses and plural. */
function isSameName(one: string, other: string): boolean {
  const keysOf = (text: string): readonly string[] =>
    [text.replace(IN_PARENTHESES, ""), IN_PARENTHESES.exec(text)?.[1] ?? ""]
      .flatMap(nameKeys)
      .map((key) => key.replace(/ies$/, "y").replace(/s$/, ""))
      .filter((key) => key.length > 1);
  const known = new Set(keysOf(other));
  return keysOf(one).some((key) => known.has(key));
}

/** Whether a text has a category of services, and so defines one in any context. */
export function isKindOfService(text: string): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  return /[ぁ-ん]/u.test(line)
    ? KIND_OF_SERVICE.test(line) && /(?:サービス|ストレージ|データベース)(?:です|である)?。?$/u.test(line)
    : ENGLISH_KIND.test(line);
}

/** Maximum number of words before an expanded acronym: `Short for AWS …`. */
const MAX_WORDS = 3;
const IS_SHORT_FOR = /^\W*(?:\S+ )?(?:is|stands|short|abbreviation|acronym|means|AWS|Amazon)\b/i;

/** Whether a text expands an acronym: `SAM`, `Serverless Application Model`, `サーバーレスアプリケーションモデル`. */
export function spellsOut(text: string, name: string): boolean {
  if (isServiceTitle(name) && /^[A-Z]+\d$/.test(name) && isSameService(text, name)) return text.length > 8;
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  const words = text.match(/\b(?!(?:and|for|the|of)\b)[A-Z]?[a-z]+/g) ?? [];
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join("");
  const at = initials.indexOf(name);
  // A mnemonic: `SNS = Shout Notification Service`.
  if (isServiceTitle(name) && !namesLike(name, words.slice(at, at + name.length))) return false;
  // Mentioned in passing: `項目にはTTL（Time To Live）を…`.
  const before = text.slice(0, text.indexOf(words[Math.max(at, 0)] ?? ""));
  if (/[をに]/u.test(before.replace(/^[^ぁ-ん、]*(?:と?は)/u, ""))) return false;
  return at === 0 || (at > 0 && at <= MAX_WORDS && IS_SHORT_FOR.test(text));
}

/** The end of a defining clause; facts may follow: `…するサービス、無料で使える`. */
export const ENDS_CLAUSE: RegExp = /(?<=。)|(?<=[うくすつぬむるのた]サービス|のこと|する機能|集合体)、/u;

function definesInJapanese(line: string, name: string, isService: boolean, isListed: boolean): boolean {
  const [first = "", ...rest] = line.split(ENDS_CLAUSE);
  // The first sentence may be only a category: `CDN。画像や動画をキャッシュ。`
  const sentence = (weight(first) < MIN_SENTENCE && rest.length > 0 ? line : first).replace(
    /[（(][^（()）]*[）)]/gu,
    "",
  );
  if (JAPANESE_OPINION.test(sentence)) return false;
  const subject = SUBJECT.exec(sentence)?.[1];
  if (subject !== undefined && !tells(subject, name) && !tells(name, subject) && nameKey(subject) !== nameKey(name))
    return false;
  // A noun in a list, such as `通信の暗号化`, is a feature.
  if (/か[。.]?$/u.test(sentence)) return !isService && isUnmistakable(name) && ASKS_INDIRECTLY.test(sentence);
  const says = ENDS_IN_NOUN.test(sentence) && (!isListed || isService || HAS_OBJECT.test(sentence));
  if (says && (!isService || KIND_OF_SERVICE.test(sentence))) return true;
  // Facts in a list, or on another topic.
  const [topic = ""] = /^[^、。]*?(?=[にでと]は)/u.exec(sentence) ?? [];
  if (isListed || (topic !== "" && !nameKeys(topic).some((key) => key.includes(nameKey(name))) && !tells(topic, name)))
    return false;
  // A sentence with the service as its subject is one fact; without a subject it is what the service does.
  if (subject !== undefined && isService) return false;
  return isService ? SERVES.test(sentence) : HAS_OBJECT.test(sentence) && ENDS_IN_VERB.test(sentence);
}
