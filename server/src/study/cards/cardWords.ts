import { SECTION_NAMES } from "../../model/template.ts";
import { nameKey } from "../../notes/words/names.ts";
import { narrates } from "./narration.ts";

/** Headings that order a text and name nothing. */
const GENERIC =
  /^(?:(?:ラピッドファイア.*|速習.*|高速学習.*|クイックリファレンス.*|その他|まとめ|メモ|用語集?|覚え書き|参考|カテゴリー?|タグ|トピック|自分の回答|見るポイント|(?:重要|試験\S*)ポイント|(?:重要|優先|難易|おすすめ|満足|頻出|理解)度|最終更新日?|更新日|作成日|ステータス|状況|対象|img|image|図|figure|参照|注意|補足|備考|概要|はじめに|おわりに|前提|背景|目的|用途|特徴|特長|質問|正解|解説|選択肢|記憶法|覚え方|語呂合わせ|ひっかけ|罠|キーワード|種類|機能|構成|手順|方法|設定|使い方|仕組み|ポイント|メリット|デメリット|利点|欠点|制限|制約|料金|価格|例|例題|問題|解答|答え|回答|結論|理由|原因|対処法?|対策|解決策|症状|内容|説明|詳細|基本|応用|全般|現状|学び|学んだこと|作業内容|動作確認|目標|きっかけ|アクション|所要時間|重要|必須|任意|出典|引用|リンク|関連|関連サービス|目次|試験|資料|料金表|無料枠|ハンズオン|手順書|文献|.*の(?:用途|作成|収集と解析)|Contents|ユースケース|パターン\s*.?|セクション|パラメータ|パラメーター|オプション|デフォルト|タイプ|名前|値|項目|条件|比較|違い|選択肢|準備|実行|確認|結果|現象|環境|課題|感想|所感|ネットワーク|可用性|耐久性|信頼性|セキュリティ|パフォーマンス|性能|運用|監視|拡張性|全体(?:像|構造|構成)|(?:\d+|[一二三四五六七八九])つの.*|TODO|Tips?|FAQ|Q&A|\d+)(?:点|事項|資料|サイト|文献|URL|リンク|方法|一覧|表|一覧表|など|解説|内容)?|.*(?:について|の違い|まとめ|すること|したこと|やること|こと|もの|場合|とき|ため|ので|から|する|した|ます|です|ない|とは|[?？!！。、,:：]))$/iu;
const GENERIC_ENGLISH =
  /^(?:the |some |more |other |key |main |important |common |general |additional |useful |further |basic )*(?:summary|notes?|overview|introduction|intro|reference|references|links?|resources?|examples?|use ?cases?|features?|benefits?|advantages?|disadvantages?|pros|cons|pricing|costs?|limits?|limitations?|tips?|todo|faq|q&a|misc(?:ellaneous)?|others?|important|warning|caution|note that|details?|basics?|options?|types?|steps?|memory aids?|mnemonics?|traps?|gotchas?|exam (?:keys?|tips?|hints?|traps?)|key(?:words?|s| takeaways?| numbers?| facts?)?|takeaways?|reality|scenarios?|explanations?|integrations?|setup|vision|results|prerequisites?|requirements?|conclusions?|questions?|answers?|how it works|architecture|concepts?|definitions?|terms|terminology|parameters?|properties|default|name|value|description|goals?|purpose|characteristics|considerations?|points?|facts?|things|remember|exam|before|after|first|second|third|finally|also|however|performance|availability|durability|reliability|security|monitoring|scaling|storage|networking|troubleshooting|best practices?|getting started|comparisons?|differences?|metrics|components?|functions?|actions?|solutions?|problems?|symptoms?|exam weight|tags?|categor(?:y|ies)|priority|difficulty|(?:rapid|speed|quick|fast|hot|cheat|golden).*|demos?|last updated|updated|author|mnemonics?|mistakes|usage|configuration|settings?|rules?|conditions?|methods?|modes?|status|source|destination|target|scope|level|process|workflow|result|data|input|output|on|off|yes|no|true|false|overall|recommended reading|(?:general )?info(?:rmation)?|misc|working|flexibility|simplicity|(?:\w+ )?(?:implications?|impacts?|analogy|analogies|overhead|effectiveness|efficiency))s?$/i;
/** What only the sentences before tell the meaning of. */
const POINTING =
  /^(?:こ[れのう]|そ[れのう]|あ[れの]|ここ|そこ|これら|それら|[上下左右][のはで記]|前者|後者|同様|むしろ|また[、は]|しかし|ただし|なお|よって|そのため|このため|つまり|例えば|たとえば|これ|例[：:]|注意[！!：:]|同上|yes,|no,|this\b|that\b|these\b|those\b|it\b|its\b|they\b|their\b|them\b|he\b|we\b|you\b|here\b|there\b|such\b|however\b|but\b|and\b|or\b|so\b|also\b|then\b|same\b|both\b|otherwise\b|therefore\b|for example\b|e\.g\b|i\.e\b|see\b|as above\b|above\b|below\b|both\b|which\b|if so\b|in this\b|in that\b|with this\b|by this\b)/iu;
/** What announces something that is not on the card. */
const ANNOUNCING =
  /(?:このような|そのような|以下|下記|次の\s?(?:よう|とおり|通り|図|表|\d|[０-９]|いずれか|どちらか|どれか)|再掲|欄と|後述|前述|上記|上図|下図|図の|表の|右の|左の)|\b(?:following|as follows|below|above|see (?:also|here)|click|screenshot|figure|diagram|shown here|as (?:discussed|mentioned)|mentioned (?:above|earlier|before))\b|[:：]$/iu;
/** Whether a line announces something that is not in it. */
export function isAnnouncing(line: string): boolean {
  return ANNOUNCING.test(line);
}

/** No word to ask for. */
const EMPTY_WORD =
  /^(?:こと|もの|ため|とき|場合|これ|それ|あれ|ここ|そこ|必ず|必要|不要|可能|不可|重要|注意|注|推奨|非推奨|自動|手動|例|なし|あり|なお|また|または|もしくは|および|かつ|ただし|しかし|のみ|だけ|全て|すべて|全部|ない|できない|できる|する|しない|です|ます|以下|以上|未満|有効|無効|同じ|別|他|複数|単一|現在|最新|旧|古い|新|新しい|デフォルト|初期値|基本|通常|特に|より|から|まで|する必要がある|and|or|not|but|the|a|an|is|are|must|only|all|any|no|yes|never|always|also|both|each|every|same|different|new|old|default|note|important|required|optional|warning|tip|example|however|before|after|more|less|most|least|same|one|two|multiple|single|can|cannot|can't|do not|don't|does not|doesn't|without|with|in|on|at|by|from|to|of|for|if|when|then|than|too|very|here|there|this|that|these|those|it|they|we|you|free|cheap(?:er|est)?|fast(?:er|est)?|slow|easy|good|bad|best|high(?:er|est|ly)?|low(?:er|est)?|automatic(?:ally)?|manual(?:ly)?|true|false|enable[ds]?|disable[ds]?|first|last|step \d+|same time|at least|at most|up to|exam|remember|question|answer|why|how|what|q|a|use|used|using)$/iu;

const SECTIONS: ReadonlySet<string> = new Set(SECTION_NAMES);

/** Sections on how to study, or on somebody's day, hold nothing to learn by heart. */
const NOT_TO_LEARN =
  /サンプル問題|練習問題|例題|実技試験|計算(?:方法|例)|例$|試験(?:概要|対策|範囲|ラボ|戦略|形式|当日|情報|ドメイン|ガイド|の(?:流れ|コツ|構成))|模擬試験|演習|問題集|解説集|ハンズオン|参考|資料|リンク集|料金|学習(?:記録|計画|順序|時間|方法|ロードマップ|スケジュール|コスト|リソース|の?進め方|パス|目標|教材|効率)|学べる|勉強(?:法|時間|計画)|次の(?:ステップ|アクション)|今後|進捗|日記|感想|合格|受験|キャリア|(?:習得|修了)(?:後|者)|対象(?:者|読者)|前提(?:知識|資格|条件|スキル|となる)|(?:実務|推奨)経験|推奨(?:スペック|環境)|時間配分|チェックリスト|理解(?:確認|度)|シナリオ|ケーススタディ|スキル一覧|実務スキル|プロジェクト(?:概要|構成)|ディレクトリ構成|語呂|記憶(?:フレーズ|法|術)|暗記(?:フレーズ|カード|法)|よくある(?:ミス|失敗)|避けるべき|頻出度|配点|症状|追加リソース|各選択肢|間違えた問題|誤答|どこから|選択肢の解説|正解の理由|問題解説|タスクステートメント|出題範囲|選んだ|今回の|技術スタック|使用技術|教材|規約|方針$|コスト管理|clean.?up|インストールまで|での環境構築|作成する構成|作成手順|生成ファイル|成果物|作業情報|リソース一覧|実装ルール|便利なコマンド|コスト内訳|^構成図$|結果$|使った技術|システム(?:全体像|構成)|^AWS構成$|^検証|サービスとの(?:関係|連携|統合)|作る(?:主な)?リソース|関連(?:する|AWS|サービス)|依存サービス|(?:てみた|てみました|作った話|してもらう|参加し(?:た|ました|てきました))|職務|職歴|開催|登壇|振り返り|レポート：|Meetup|task statements?|(?:です|ます|どれ|何)か。?$|[?？]$|\b(?:exam\w* (?:guide|overview|tips|format|strategy|weight|day|domains?|info|blueprint|prep)|test day|sample questions?|practice (?:exam|test|questions?)|hands.?on|labs?|pricing|references?|resources|links|quiz|todo|diary|(?:study|learning|review|daily|weekly) (?:schedule|plan|roadmap|path|guides?|tracker|time|order|strategy|goals?|objectives?)|roadmap|next (?:steps|actions?)|what comes next|demos?|instructions|\d(?:st|nd|rd|th) step|tier \d|example (?:\w+ )?(?:work)?flow|how to use|navigation|document (?:series|statistics)|(?:day|week|month) ?\d+|score (?:analysis|report)|about (?:this|the) (?:guide|repo|document|course|exam)|question types|coverage (?:analysis|summary)|checklist|career|prerequisites|changelog|changes made|current status|(?:exam )?readiness|expected outcomes|confidence|scenario|case stud(?:y|ies)|(?:common )?mistakes|mnemonics?|memory (?:aids?|tricks?|palace)|by domain|test \d+|meetup|resume(?! time)|work experience|employment|tech(?:nology)? stack|what i (?:learned|did)|my notes on|table of contents|progress|tracker|folder structure|master guide|carousel|slide \d+|post structure|power tips|anti-patterns|rules? of thumb)\b/iu;

/** Whether cards are to be made of what stands below these titles. */
export function isToLearn(titles: readonly string[]): boolean {
  return !titles.some((title) => NOT_TO_LEARN.test(title) || isOfNotes(title));
}

/** A script or a source file is the writer's own; `appspec.yml` and `cfn-hup.conf` are AWS's. */
const IS_OWN_FILE = /\.(?:sh|py|[cm]?[jt]sx?|tf|rb|go|java|ipynb|ps1|bat|sql|html?|css|txt|csv)$|^\d+[_-]\w/i;

/** Whether a title is a name that can be asked for, not a heading that only orders the text, and no sentence. */
export function isTerm(title: string, titles: readonly string[] = []): boolean {
  const text = title.trim();
  if (isSection(text, titles)) return true;
  if (text.length < 2 || text.length > 48 || !/\p{L}{2}/u.test(text)) return false;
  if (
    /[「」『』"“”?？！=<>*✅❌]|!(?!\p{Lu})|^\d+[:：.]|^[a-z]{1,3}$|\(s\)|^[^\p{L}\p{N}]|\d:\d\d|YouTube|(?:手順|方法|[ぁ-ん]方|注意|トラブル|ハンズオン|とは|対策)$/u.test(
      text,
    )
  )
    return false;
  if (/https?:|\.(?:com|org|io|md)\b|^[#@/!<]|→|⇒|=>|->|[[\]{}|]|\s\/\s.*\s\/\s/u.test(text)) return false;
  if (
    /(?:不可|可能|不要|必要|必須|推奨)$|^(?:based on|in case|(?:great|good|best|useful|ideal) for|during|with|without|of|across|within|remember|depending|according|after|before|by|when|over|for|pre-?requisites?)\b/iu.test(
      text,
    )
  )
    return false;
  if (
    /^(?:the |an? |では|usual |three |two |context on |[IVX]+\.\s|第\d|分野\s*\d|ステップ\s*[\d０-９]|[A-H][.:：)]\s)|\bcertified\b|認定|^(?:skill|task|domain|module|phase|step|level|test|option|day|week|month|chapter|part|section|lab|exercise)s?\s*[\dA-Z][\d.]*\b(?!\w)|\bmnemonic\b|[,、]\s*\d/iu.test(
      text,
    )
  )
    return false;
  if (IS_OWN_FILE.test(text)) return false;
  if (
    isGeneric(text) ||
    isGeneric(text.replace(/\s*[（(][^（()）]*[）)]$/u, "")) ||
    POINTING.test(text) ||
    EMPTY_WORD.test(text)
  )
    return false;
  if (/^\d{1,4}[-/年.]\d|\d{1,3}\s?[%％]$|^\d[\d,.]*\s?(?:[KMGT]i?B(?!\w)|\p{L}{1,2}$)/u.test(text)) return false;
  return !isClause(text);
}

/** Whether a title orders a text and names nothing. */
export function isGeneric(title: string): boolean {
  // `Key features & concepts`
  return title.split(/\s(?:&|and)\s/u).every((part) => GENERIC.test(part) || GENERIC_ENGLISH.test(part));
}

/** Whether a title is a section of templates, which elsewhere is a word like any other. */
export function isSection(title: string, titles: readonly string[]): boolean {
  return SECTIONS.has(title) && titles.some((above) => /cloudformation|テンプレート|template/iu.test(above));
}

/** A title without what decorates it: signs in front, a colon behind, `（重要）`. */
export function withoutSigns(title: string): string {
  return title
    .replace(
      /^(?:[\s■●▶◆\p{Extended_Pictographic}]|\u{fe0f})+|\s*[:：.。–—-]\s*$|\s*[（(](?:重要|必須|注意)[）)]\s*$|\s\^[A-Za-z\d-]+$/gu,
      "",
    )
    .trim();
}

/** What one does: `Perform data analytics`. */
const IS_COMMAND =
  /^(?:[a-z]+ly(?: |$)|(?:operates|built|works|runs|comes|based|designed|managed|hosted|handled|used|created|stored|set|done|made) (?:at|on|in|by|with|for)\b|(?:handles|manages|performs|creates|sends|stores|supports|allows|provides|helps|enables|requires|uses|contains|includes|offers|gives|works|ensures|prevents|reduces|improves|removes|integrates|automates)\s)|^(?:perform|create|define|configure|set up|enable|select|choose|deploy|send|check|add|update|attach|verify|review|ensure|implement|connect|install|start|stop|open|write|click|go|take|avoid|understand|learn|know|remember|move|copy|apply|assign|protect|collect|analyze|understanding|choosing|configuring|setting up)\s+\p{Ll}/u;

/** Whether it says something of something, instead of naming it. */
function isClause(text: string): boolean {
  // A command: `cfn-get-metadata`.
  if (/^[a-z]+(?:-[a-z]+)+$/.test(text)) return false;
  if (/[ぁ-ん]/u.test(text)) {
    return (
      /を|[^ぁ-ん][はがも][^ぁ-ん]|[がは][^ぁ-ん]+(?:い|く)$|[はがも]\d|じゃない|(?:に|で|へ|から|と)[^ぁ-ん].*(?:可能|不可|必要|不要|変更|設定|実施|作成|利用|使用|化)$/u.test(
        text,
      ) ||
      /(?:と[0-9０-９]|[劣優勝減増上下止終始変代替入出異][くるすむぶつう]|する|した|して|される|された|できる|できない|ない|たい|れば|ます|ません|です|ある|いる|なる|なし|あり|たら|なら|ください|よう|べき|まで|より|だけ|のみ|など|たり|[をにがはへとで])$/u.test(
        text,
      )
    );
  }
  const words = text.split(/\s+/);
  return (
    IS_COMMAND.test(text.charAt(0).toLowerCase() + text.slice(1)) ||
    words.length > 6 ||
    // Long names are written with capitals: `Route 53 Resolver for Hybrid Clouds`.
    (words.length > 4 && words.filter((word) => /^[a-z]/.test(word)).length > words.length / 2) ||
    /\b(?:is|are|was|were|can|cannot|will|should|must|has|have|does|do|don't|doesn't|if|when|because|that|which|you|we|it|to|how|what|why|use|uses|using|used|allows?|lets?|make|makes|need|needs|get|gets)\b/i.test(
      text,
    )
  );
}

/** Whether a word is written in Katakana alone. */
export function isKatakana(text: string): boolean {
  return /^[ァ-ヶー・]+$/u.test(text);
}

/** A name as it stands in a console or template, or in Katakana: worth being asked for by what it does. */
export function isProperName(title: string): boolean {
  const core = title.replace(
    /(?:属性|ポリシー|パラメータ|パラメーター|レコード|レポート|セクション|コマンド|関数)$/u,
    "",
  );
  if (core.length < 4) return /^[A-Z\d]{2,}$/.test(core) && core !== title;
  if (/^[a-z]+(?:-[a-z0-9]+)+$/.test(core) || /^[ァ-ヶー・]{6,}$/u.test(core)) return true;
  // `CreationPolicy`, `HTTPCode_ELB_5XX`, `X-Forwarded-For`, `Simple AD`, `Connection Draining`; not `Environment`.
  const words = core.split(/[\s/]+/);
  if (words.length > 5 || !words.every((word) => /^[\p{Lu}\d][\w.:-]*$/u.test(word))) return false;
  return words.length > 1 || /\p{Ll}.*\p{Lu}|\p{Lu}{3}|[-_:]/u.test(core);
}

/** Whether a word of a sentence is worth a gap. */
export function isAnswer(word: string): boolean {
  const text = word.trim();
  if (text.length < 2 || text.length > 32 || !/\p{L}{2}|\d/u.test(text)) return false;
  if (EMPTY_WORD.test(text) || GENERIC_ENGLISH.test(text) || POINTING.test(text)) return false;
  // Bold that ends within a sentence is the writer's voice, not a name.
  if (/[。、，,.!！?？;；:：]/u.test(text)) return false;
  // What one does: `関連付ける`.
  if (/[ぁ-ん]/u.test(text))
    return !isClause(text) && !/[るすくむぶぐう]$/u.test(text) && !/^[ぁ-ん]|[ぁ-ん]{5,}|(?:とき|場合)$/u.test(text);
  return (
    text.split(/\s+/).length <= 4 &&
    !/^\W|['’]s$|\b(?:is|are|not|can|cannot|must|only|never|always|no|any|all|the|and|or|to|be|per|without|same|every|each)\b/i.test(
      text,
    )
  );
}

/** Whether a text stands by itself as an answer or a question. */
export function standsAlone(text: string): boolean {
  const lines = text.split("\n");
  // What is announced may follow at once.
  const isOpen = lines.some((line, index) => ANNOUNCING.test(line) && !/^[　\s]*・/u.test(lines[index + 1] ?? ""));
  if (POINTING.test(text.replace(/^[・\s]+/u, "")) || isOpen || narrates(text)) return false;
  if (
    /(?:理解する|理解しておく|押さえる|押さえておく|覚える|覚えておく|とか|for example|注意|参照|について|気がする|かも|方法です)[。.]?$|^・?(?:デベロッパー|企業|会社|ある\S{1,8}|ユーザー|管理者|エンジニア|セキュリティ専門家)は.*必要があります。?$|^・?(?:aws|sudo|\$|eb|npm|kubectl|docker|git) [^ぁ-ん]*$/u.test(
      text,
    )
  )
    return false;
  if (/[★☆]|^・?[*※]/u.test(text) || isOfNotes(text) || /^・?(?:Q|質問|問)\d*\s*[:：]/u.test(text)) return false;
  // Where something is found, in a console or in documentation.
  if (/\S ?[>＞] ?\S.*[>＞]|ドキュメント ?[>＞]|documentation ?>|\bX{2,}\b|\bx+ ?[月日]/u.test(text)) return false;
  if (/\.(?:png|jpe?g|gif|svg)\b|\bnote\.|(?:この|次の|以下の|各|練習|例|模擬)問題|問題(?:集|文|\d)|試験/iu.test(text))
    return false;
  if (/--(?!\w)|\*\*|~~|==|`/u.test(text)) return false;
  if (/https?:\/\/|!\[|\bwww\./.test(text) || !/\p{L}/u.test(text)) return false;
  return balanced(text) && !/[…‥]$|\.\.\.$/u.test(text);
}

/** Whether a text is about the notes that it stands in. */
export function isOfNotes(text: string): boolean {
  return /\bthis (?:folder|document|guide|file|repo|repository|page|section|article|course|module|series)\b|(?:この|本)(?:フォルダー?|ドキュメント|ファイル|ガイド|記事|リポジトリ|ページ|章|コース|ドメイン|分野|単元|教材|プロジェクト|モジュール|セクション|問題)|構成図の|問われる/iu.test(
    text,
  );
}

function balanced(text: string): boolean {
  return (
    !/^[^（(]*[）)]/u.test(text) &&
    (text.match(/[（(]/gu)?.length ?? 0) === (text.match(/[）)]/gu)?.length ?? 0) &&
    (text.match(/[「『]/gu)?.length ?? 0) === (text.match(/[」』]/gu)?.length ?? 0)
  );
}

/** Columns that a text takes: a Japanese letter says as much as two others. */
export function weight(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[ -ÿ]/u.test(sign) ? 1 : 2), 0);
}

/** Whether a text has a name, or the telling part of it, in it. */
export function tells(text: string, name: string): boolean {
  const said = nameKey(text);
  const parts = [name, ...name.split(/[\s（）()・/,、]+/u), name.replace(/(?:属性|ポリシー|レコード|レポート)$/u, "")];
  return parts.some(
    (part) => !/^(?:AWS|Amazon)$/.test(part) && nameKey(part).length > 2 && said.includes(nameKey(part)),
  );
}
