import { nameKey } from "../../notes/words/names.ts";
import { tells } from "./cardWords.ts";
import type { KnownNote } from "./knownNotes.ts";
import { isSameService, isServiceTitle, namesLike } from "./serviceTitle.ts";

/** What is known of a name: a service, or one that only templates have. */
type Thing = Pick<KnownNote, "isService" | "isOfTemplates"> & { readonly isOwn?: boolean };

/** Words of a definition, and of a service's. */
const [FEW, FEW_OF_SERVICE] = [5, 6];
/** Of what kind a service is: in English within the first words, in Japanese at the end. */
const SERVICE_NOUN =
  "(?:services?|storage|database|network|firewall|balancer|queue|registry|warehouse|platform|PaaS|engine|cache|gateway|system|tool|CDN|DNS)\\b(?! (?:account|name|team|console|endpoint|role)s?\\b)";
const SAYS_WHICH =
  "(?:,? (?!and\\b)[\\w()/-]+){0,3}?,? (?:(?:that|which)(?! supports?\\b)|to|for|used|with|where|whose|of|by|in|built|designed|\\w+ing)\\b";
const ENGLISH_KIND = new RegExp(
  `^(?:an? )(?!ex[ae]mple\\b|part\\b)(?:[\\w/()-]+,? ){0,7}?${SERVICE_NOUN}${SAYS_WHICH}`,
  "i",
);
/** The same without an article, as it stands behind a name, with what the service is there for. */
const BARE_KIND = new RegExp(
  `^(?:(?!an?\\b|the\\b|use\\b|[a-z]+[^\\W_suA-Z]s\\b)[\\w/-]+,? ){0,5}?${SERVICE_NOUN}s? (?:that|which|to|for|used|with|where|of)\\b`,
  "i",
);
const JAPANESE_KIND =
  /^(?:CDN|DNS)[。（]|(?:サービス|ストレージ|データベース|DB|機能|仕組み|基盤|ネットワーク|CDN|DNS|キュー|ツール|プラットフォーム|エンジン|ファイアウォール|システム|ゲートウェイ|レジストリー?|リポジトリー?|ブローカー|ウェアハウス|サーバー?|ロードバランサー?|フレームワーク)(?:群|の一つ)?(?:です|である|だ)?(?:[（(][^（()）]*[）)])?。?$/u;
/** Of another kind, with what it does for its users. */
const HELPS =
  /^an? (?:(?!(?:is|are|was|can|has)\b)[\w/()-]+,? ){1,7}?(?:that|which) (?:helps?|lets?|enables?|allows?|provides?|makes?|gives?|automates?)\b/i;
/** What a service is to something else, and where it is, whose, or what it costs: `is a global service`. */
const IS_ROLE = /\b(?:destination|source|target|origin|backend|trigger)\b/i;
const IS_SOME_SERVICE =
  /^(?:an? )(?:(?:public|private|global|regional|region|based|cluster|aws|amazon|managed|fully|serverless|web|cloud|paid|free)[\s-]+)*(?:service|tool|product)s?\b,?(?! (?:that|which(?! means)|where|to|for|used|designed|built|by|with|you|\w+ing)\b)|^an? [\w-]+ (?:service|tool|product)s?\.?$/i;

/** A noun with its article, or several, and what is different in it; `part of` and `example of` do not say what something is. */
const NOUN_OF: readonly RegExp[] = [
  /^an? (?!lot\b|bit\b|must\b|part\b|ex[ae]mple\b|more\b|one-to-|(?:[\w-]+ ){0,2}(?:comparison|overview|summary|explanation|differences?)\b)(?:(?!and (?:it|can|has|is|must)\b|which means\b|(?:is|are|was|can|has|have|will|must|should|needs?|does)\b)[\w/’'()-]+,? ){1,9}?(?:that|which(?! means)|who|where|whose|used|for|to|of|designed|built|between|by|in|within|with|containing|made)\b/i,
  /^the (?:(?!only\b|more\b|is\b|are\b|was\b|has\b|can\b)[\w/’'()-]+ ){1,7}?(?:that|which(?! means)|where|who|used)\b|^the (?:process|practice|ability|act|amount|number|maximum|minimum|time|period|length|size|name|unit|percentage|set|part) of\b/i,
  /^(?!also\b|always\b|only\b|made\b|\w+(?:ed|ing|ly)\b)(?:(?!and\b|or\b|in\b|on\b|by\b|to\b|for\b|is\b|are\b|an?\b|the\b)[\w-]+ ){1,4}(?:that|which)\b/i,
];
/** What a part of templates, or what has a name of its own, is there for. */
const BY_ITS_VERB =
  /^(?:returns?|contains?|defines?|specif(?:y|ies)|controls?|allows?|enables?|lets?|provides?|maps?|routes|stores|holds?|describes?|declares?|determines|distributes|sends|creates|reads|encodes?|looks? up|converts?|translates?|grants|restricts?|filters?|tracks?|tells?|records?|captures?|connects|preserves?|retrieves?|invokes|triggers|limits?|delays?|keeps?|protects?|previews?|pauses?|extends?|imports?|joins?|splits?|selects?|substitutes?|detects?|checks|prevents?|signals?|exports?|shares?|groups?|forces?|identif(?:y|ies)|deploys?|used? to) (?!needs?\b|is\b|are\b|can\b|ha(?:s|ve)\b|must\b|should\b|will\b|only\b|not\b|it\b|them\b|this\b|up\b|down\b|between\b)\w/i;
/** A bound, praise, and what only the text around it tells. */
const ARGUES =
  /\b\d+(?:\.\d+)?\s?(?:%|x|[KMGT]i?B|ms|s|sec\w*|min\w*|hours?|days?|weeks?|months?|years?|instances?|times)(?!\w)|(?<![\w.-])\d{2,}\b|n['’]t\b|\b(?:this|these|those|such|above|below|my|our|we|instead|always|whereas|while|unlike|compared|probably)\b|\b(?:popular|underrated|best|great|good|easiest|simplest|cheapest|common|main|primary|important|key to|most of|recommended|typically|usually|newest|latest|ultimate|unlimited|useful|powerful|new|better|newer|older|cheaper|faster|simpler|benefits?|advantages?|essential|crucial|critical|vital|integral|foundational|fundamental)\b|\b(?:second|third|fourth)\b|\bnot (?:an?|the|just)\b|, not\b|\((?:whatever|not sure|default)/i;

/** What a clause or another noun says more of, at the end of a definition in Japanese: `…する機能`, `…のこと`. */
const JAPANESE_NOUN =
  /(?:[うくぐすつぬぶむ]|(?<!によ)る|[しっいんきりれ][ただ]|の|な|的|用)\s?(?:[一-龠ァ-ヶーA-Za-z\d・/\s]{0,16})(?:機能|サービス|仕組み|こと|もの|やり方|方式|方法|手法|技術|単位|数|値|量|時間|期間|間隔|期限|秒数|一覧|表|集合|集まり|まとまり|グループ|セット|リスト|ルール|規則|ポリシー|環境|場所|領域|範囲|空間|ネットワーク|ストレージ|データベース|キュー|ツール|基盤|プラットフォーム|エンジン|サーバー?|ロードバランサー?|ゲートウェイ|ファイアウォール|デーモン|スクリプト|コマンド|関数|リソース|オブジェクト|ファイル|フォルダー?|テンプレート|ドキュメント|情報|データ|メタデータ|レコード|アドレス|ID|キー|鍵|証明書|名前|別名|識別子|エンドポイント|接続|経路|通路|窓口|入口|出口|コンポーネント|要素|部品|インスタンス|マシン|ボリューム|ディスク|イメージ|スナップショット|コピー|複製|状態|権限|プロトコル|アルゴリズム|概念|枠|上限|下限|最大値|最小値|割合|プラン|モデル|システム|フレームワーク|アプリケーション|ソフトウェア|プログラム|インター?フェー?イ?ス|カード|テーブル|サブネット|ログ|メトリクス|アラーム|差|違い|相違点|ユーザー?|アカウント|エンティティ|条件|設定|パラメータ|識別情報|属性|種類|形式|型|構成|構造|文字列|変数|引数|オプション|タグ|ラベル|メッセージ|イベント|フィルター?|ホスト|ドメイン|ゾーン|回線|装置|履歴|役割|拠点|リポジトリー?|レジストリー?)(?:群|の一つ|のこと)?(?:です|である|だ)?$/u;
/** What a service does for whoever uses it, or a part of templates does. */
const SERVES =
  /(?:提供|管理|自動化|実行|配信|監視|収集|分析|変換|保存|保管|記録|検出|保護|実現|共有|転送|可視化|暗号化)(?:する|します)$/u;
const DOES = /[をにでへが].*(?:[うくぐすつぬぶむる]|ます|定義|宣言|指定|取得|可能|場合)$/u;
const ARGUES_IN_JAPANESE =
  /(?<![A-Za-z\d.-])\d|柔軟|充実|推奨|必要(?!に応じ)|重要|便利|簡単|おすすめ|注意|課金|一番|最も(?:人気|一般的|素早|シンプル|手軽)|もっとも|よく(?:使|利)|に相当|向け|(?:ない|ません|不要|なし)$|(?:設定|指定|使用|利用|追加|登録|作成|確認|付与)すること$|の(?:機能|一部|一種)(?:の一つ)?(?:です|である)?$|^[^、。]{0,12}次に/u;
const JAPANESE_TOPIC =
  /^([^。、（(をがで]{1,40}?)\s?(?:[（(][^（()）]{1,40}[）)])?\s?(とは、?(?!異な|違|別|言え|限ら)|は(?![じずっ])、?)/u;
/** A sentence on something else. */
const HAS_TOPIC = /(?<!また|い|で|に|場合)は(?![じずっ])/u;

/**
 * Whether a text is a definition of a name by its form: `a pool of … that …`, `…とは…`, `…する機能`. Only such forms are; what else is noted on a name is
 * mostly one fact, an opinion or a remark. Of what only templates have, also what that does.
 */
export function isDefinition(text: string, name: string, thing: Thing): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (/[?？]/u.test(line)) return false;
  if (spellsOut(line, name)) return true;
  return /[ぁ-んァ-ヶ一-龠]/u.test(line) ? isInJapanese(line, name, thing) : isInEnglish(line, name, thing);
}

/** Whether a sentence, wherever it stands, begins with a name and says of what kind that is. */
export function saysWhatItIs(sentence: string, name: string, thing: Thing): boolean {
  if (/[ぁ-ん]/u.test(sentence)) {
    const { topic, isOwn } = topicIn(sentence, name);
    return isOwn && (topic.includes("とは") || JAPANESE_KIND.test(sentence)) && isInJapanese(sentence, name, thing);
  }
  return saidOf(sentence, name).isOwn && isInEnglish(sentence, name, thing);
}

/** Whether a text says of what kind a service is, whatever it stands below. */
export function isKindOfService(text: string): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (/[ぁ-ん]/u.test(line)) return /(?:サービス|ストレージ|データベース)(?:です|である)?。?$/u.test(line);
  return ENGLISH_KIND.test(line.replace(/^.{2,60}? (?:is|are) (?=an? )/, "")) || BARE_KIND.test(line);
}

/** Whether a text says of its title what that does, without naming it again. */
export function saysWhatItDoes(text: string): boolean {
  return BY_ITS_VERB.test(text.replace(/^・\s?/u, ""));
}

/** Words before what an acronym stands for: `Short for AWS …`. */
const IS_SHORT_FOR = /^(?:is|it|stands|short|abbreviation|acronym|means|amazon)$/i;

/** Whether a text is what an acronym stands for: `SAM`, `Serverless Application Model`, `サーバーレスアプリケーションモデル`. */
export function spellsOut(text: string, name: string): boolean {
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  const words = text.match(/\b(?!(?:and|for|the|of)\b)[A-Z]?[a-z]+/g) ?? [];
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join("");
  const at = initials.indexOf(name);
  // `SNS = Shout Notification Service` helps to remember what it is not.
  if (isServiceTitle(name) && !namesLike(name, words.slice(at, at + name.length))) return false;
  return at === 0 || (at > 0 && words.slice(0, at).every((word) => IS_SHORT_FOR.test(word)));
}

function isInEnglish(line: string, name: string, { isService, isOfTemplates, isOwn = false }: Thing): boolean {
  const [sentence = ""] = line.split(/(?<=[a-z)\d]{2}[.!])\s/);
  const { said, isOwn: isNamed } = saidOf(sentence.replace(/^(?:is|are) (?=(?:an?|the) )/i, ""), name);
  if (ARGUES.test(sentence) || isCircular(said, name)) return false;
  const isLong = sentence.split(/\s+/).length >= (isService ? FEW_OF_SERVICE : FEW);
  if (!isNamed && IS_SENTENCE.test(said)) return false;
  if (isLong && isKind(isNamed ? said : `is ${said}`, name, isService)) return true;
  return (isOfTemplates || isOwn) && !isService && BY_ITS_VERB.test(said);
}

/** A sentence on something else, which has a verb of its own: `A stopped instance that had an address will …`. */
const IS_SENTENCE =
  /^(?:(?!\b(?:that|which|who|whose|where|when|how|if|whether)\b)[^.])*?\b(?:is|are|was|were|has|have|can|does|do|needs?)\b|\b(?:will|must|should|may)\b/i;

/** Where a sentence on a name has its verb. */
const VERB = /\s(?=(?:is|are|means|refers to|[a-z]+s|allow|let|enable|control|define|determine|specify)\s)/g;
const MOST_VERBS = 4;

/** What a sentence says of a name, from its verb on; the whole where it does not begin with the name. */
function saidOf(sentence: string, name: string): { readonly said: string; readonly isOwn: boolean } {
  const verbs = [...sentence.matchAll(VERB)].slice(0, MOST_VERBS).map(({ index }) => index);
  const at = verbs.find((end) => isSubject(sentence.slice(0, end).trim(), name));
  return at === undefined ? { said: sentence, isOwn: false } : { said: sentence.slice(at + 1), isOwn: true };
}

/** Whether a predicate says of what kind its subject is. */
function isKind(predicate: string, name: string, isService: boolean): boolean {
  if (!/^(?:is|are|means|refers to) /i.test(predicate)) return false;
  const kind = predicate.replace(/^(?:is|are|means|refers to) /i, "");
  // `Instances that …` without a subject may go on as a sentence.
  const forms = /^are /i.test(predicate) ? NOUN_OF : NOUN_OF.slice(0, 2);
  if (!isService) return forms.some((form) => form.test(kind));
  if (IS_ROLE.test(kind) || IS_SOME_SERVICE.test(kind) || (isServiceTitle(name) && /^the /i.test(kind))) return false;
  return ENGLISH_KIND.test(kind) || BARE_KIND.test(kind) || HELPS.test(kind);
}

/** Words by which a text says of what kind something is. */
const KIND_WORDS = 5;

/** Whether the kind that a text tells is the name again: `The protocol used for traffic` of `Protocol`, `are a type of policies`. */
function isCircular(said: string, name: string): boolean {
  if (said.replace(/\W+$/, "").toLowerCase().endsWith(` ${name.toLowerCase()}`)) return true;
  // `An origin is the origin of …`
  const [, noun = ""] = /^(?:is|are) (?:an?|the) (\w+) (?:of|for)\b/i.exec(said) ?? [];
  if (noun !== "" && stems(name).at(-1) === stems(noun)[0]) return true;
  const kind = stems(said.split(/\s+/).slice(0, KIND_WORDS).join(" "));
  const named = stems(name.replace(/\s*[（(][^（()）]*[）)]/gu, ""));
  return named.length > 0 && named.every((stem) => kind.includes(stem));
}

/** Whether what stands before the verb is a name, in whole or by its short form, and no other thing with it. */
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
  if (subject === named || shorts.some((short) => short !== "" && (short === subject || short === named))) return true;
  // `CloudFormation StackSets` of `StackSets`.
  if (subject.endsWith(named) && isServiceTitle(text.split(/\s+/).slice(0, -name.split(/\s+/).length).join(" ")))
    return true;
  // `instances` of `EC2 Instances`, not `A build` of `CodeBuild`.
  const words = name.split(/[\s-]+/);
  const isEnd = !isServiceTitle(name) && words.some((_, at) => plain(words.slice(at).join(" ")) === subject);
  return subject.length > 2 && (isEnd || isSameService(text, name));
}

const STEM = 6;
function stems(text: string): readonly string[] {
  const words = text.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return (words.match(/[a-z\d]{2,}/g) ?? []).map((word) => word.replace(/(?:ing|ed|ies|e?s|y)$/, "").slice(0, STEM));
}

/** What a sentence in Japanese is about, and whether that is the name. */
function topicIn(sentence: string, name: string): { readonly topic: string; readonly isOwn: boolean } {
  const [topic = "", subject = ""] = JAPANESE_TOPIC.exec(sentence) ?? [];
  const isPart = !isServiceTitle(name) && (tells(subject, name) || nameKey(name).includes(nameKey(subject)));
  return { topic, isOwn: subject !== "" && (isSubject(subject, name) || isPart) };
}

function isInJapanese(line: string, name: string, { isService, isOfTemplates, isOwn = false }: Thing): boolean {
  const [first = ""] = line.split(/(?<=。)/u);
  if (isService && JAPANESE_KIND.test(first) && /^(?:CDN|DNS)/.test(first)) return true;
  const sentence = first.replace(/[（(][^（()）]*[）)]/gu, "").replace(/。$/u, "");
  const { topic, isOwn: isNamed } = topicIn(first, name);
  if (!isNamed && HAS_TOPIC.test(sentence)) return false;
  const rest = isNamed ? sentence.slice(sentence.indexOf("は") + 1) : sentence;
  // `タスクを定義するもの` of `タスク定義`, `…のアクション` of `アクション`
  if (ARGUES_IN_JAPANESE.test(rest) || rest.endsWith(name)) return false;
  if (name.length > 3 && rest.includes(`${name.slice(0, -2)}を${name.slice(-2)}`)) return false;
  if (isService)
    return (JAPANESE_KIND.test(sentence) && JAPANESE_NOUN.test(sentence)) || (!isNamed && SERVES.test(sentence));
  if (isNamed && topic.includes("とは")) return true;
  return JAPANESE_NOUN.test(rest) || ((isOfTemplates || isOwn) && DOES.test(rest));
}
