import { memoBy } from "../../../text/memoBy.ts";
import { isOfStudies, isReadme, tellsToDeploy } from "../../reading/guidesTemplates.ts";
import { decodedName, folderSteps, withoutExtension } from "../../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../../reading/note.ts";
import { lineOf, passageOf } from "../../reading/passage.ts";
import { WHOLE_TITLE } from "../../reading/terms.ts";
import { isDistinctive, nameKey } from "../../words/names.ts";

/** Names of folders for a project's documents. */
export const DOCS: RegExp =
  /^(?:docs?|documents?|documentation|specs?|specifications?|ドキュメント|設計書?|仕様書?)$/iu;

/** Names of folders of study notes, and not of a project's documents. */
const KNOWLEDGE =
  /^[._\d-]*(?:notes?|memos?|til|obsidian|vault|knowledge(?:[-_]?base)?|kb|articles?|books?|blog|posts?|faq|cheat[-_ ]?sheets?|.*(?:(?<!運用|リリース)ノート|メモ|記事|覚え書き|備忘録|学習|勉強|試験|用語).*|.*[-_](?:notes?|memos?|exams?|certification)|(?:.*[-_])?(?:aws|amazon|cloud|cfn|cloudformation|saa|sap|dva|soa|clf|dop|cert\w*|exam|my|self)[-_](?:study|learning)|(?:study|learn(?:ing)?)[-_](?:aws|amazon|cloud|cfn|cloudformation)(?:[-_].*)?|(?:aws|amazon|cloudformation)[-_]notes?(?:[-_].*)?|certified[-_].*)$/iu;

/** Titles of files on writing templates. */
const ON_TEMPLATES = /cloudformation|\bcfn\b/i;
/** Titles of files on deploying what some templates declare. */
const ON_DEPLOYING = /\bdeploy/i;

/** Titles of files on how something is made. */
const DESIGN = /\b(?:design|model|architecture|quick ?start)\b|設計|アーキテクチャ/i;

/** Whether a file is a study note: that is on all templates. */
export const isLearned: (file: NoteFileContent) => boolean = memoBy(({ uri, title }) =>
  [...folderSteps(uri), ...(SPECIFICATION.test(title) ? [] : [title])].some(
    (step, at, steps) => KNOWLEDGE.test(step) && !PROGRAM.test(step) && !isPublished(step, steps.slice(0, at)),
  ),
);

/** `学習ノートアプリ 仕様書`: of a program for notes. */
const SPECIFICATION = /(?:仕様|設計|要件定義|定義|手順)書?\W*$/u;

/** `article-management`, `記事管理アプリ（Articles）` */
const PROGRAM =
  /[-_ ](?:management|manager|app|api|system|server|client|frontend|backend|bot)\W*$|(?:アプリ(?:ケーション)?|システム|サイト)(?:[（(]|\s|$)/iu;

/** Whether a file's own name says that it holds notes: `cfn-notes.md`. */
export function isCalledNotes({ uri }: NoteFileContent): boolean {
  return KNOWLEDGE.test(withoutExtension(decodedName(uri)));
}

/** Whether a folder among a project's documents holds articles, questions, or notes on one thing: those are on the project. */
function isPublished(folder: string, above: readonly string[]): boolean {
  if (/.[-_]notes?$/i.test(folder)) return above.some(isOfDocs);
  return isOfDocs(above.at(-1) ?? "") && /^(?:articles?|blog|posts?|faq|kb)$/i.test(folder);
}

/** `Documents` is where computers have all of a person's files. */
function isOfDocs(folder: string): boolean {
  return DOCS.test(folder) && !/^documents$/i.test(folder);
}

/** Whether a file is on writing templates. Memoised: each note at a place asks for its file. */
export const isOnTemplates: (file: NoteFileContent) => boolean = memoBy(({ uri, title }) => {
  const isOnThese = [ON_DEPLOYING, DESIGN, REPORT, DECISION].some((pattern) => pattern.test(title));
  const isOfProject = isReadme(uri) || IN_CAPITALS.test(decodedName(uri)) || isReported(uri);
  return ON_TEMPLATES.test(title) && !isOnThese && !isOfProject;
});

/** `ADR-038: CloudFormation Change Set IAM Binding` */
const DECISION = /^\W*(?:adrs?|rfcs?)[\s_-]*\d|\bdecision records?\b|意思決定(?:の)?記録/iu;

/** `PARAMETERS.md`: as a project calls its `README`. */
const IN_CAPITALS = /^[A-Z]{5,}(?:[-_][A-Z]+)*\.\w+$/;

/** Whether a file is on how somebody's own stacks are made. */
export function isOnDesign({ title }: NoteFileContent): boolean {
  return ON_TEMPLATES.test(title) && DESIGN.test(title);
}

/** Whether a file is on deploying, and not on what templates are. */
export function isOnDeploying({ title }: NoteFileContent): boolean {
  return ON_DEPLOYING.test(title);
}

/** Whether a file has commands that deploy something. */
export const isOnDeployingThese: (file: NoteFileContent) => boolean = memoBy(({ lines }) => tellsToDeploy(lines));

/** Whether a file is a README (or a `SUBMODULE_README`), and not one of studies. */
export const isProjectReadme: (file: NoteFileContent) => boolean = memoBy(
  (file) => /readme/i.test(decodedName(file.uri)) && !isOnAllTemplates(file) && !isOfStudies(file.lines),
);

/** Whether a note is the title of a README, and the name of its folder. */
export function isCalledAsItsFolder({ title }: Note, file: NoteFileContent): boolean {
  const called = decodedName(folderSteps(file.uri).join("/"));
  return isReadme(file.uri) && !isLearned(file) && nameKey(title) === nameKey(called);
}

/** Titles of exercises, in which readers make things of their own. */
const EXERCISE = /\b(?:exercises?|assignments?|homework)\b|演習|宿題|연습|练习|練習/iu;

/** Whether a file is on all templates, wherever it lies. */
export const isOnAllTemplates: (file: NoteFileContent) => boolean = memoBy(
  (file) => isLearned(file) || isOnTemplates(file),
);

/** `Step 2 — Subnets`, `Example 2: Roles`, `Lab 3 - IAM`, 手順3 */
const STEP = /^\W*(?:step|example|lab|exercise|手順|ステップ|例|演習|実習)\s*\d/iu;

/** `Creating an IAM role`, `3. Configure the load balancer`, `ロールを作成する` */
const TASK =
  /^(?:(?:step\s*)?\d+(?:\.\d+)*[.):]?\s*)?(?:(?:creat|configur|modif|deploy|enabl|attach|delet|install|verify|provision|prepar|set(?:ting)? ?up)(?:e|es|ing|ying)?\s+(?!options?\b)|(?:add|updat|launch|build|run|test|import|open|upload)(?:e|ing|ning)?\s+(?:an?|the|your|new)\s)|(?:を(?:追加|更新|削除|デプロイ|登録|確認)|[をの]設定|[をの]?(?:作成|構築)(?:と.{0,8})?)(?:する|します)?\W*$/iu;

/** Titles of sections on what is neither in a template nor about it: prerequisites, costs, clean-up, open tasks. */
const ASIDE =
  /^\W*(?:\d+[.)]?\s*)?(?:(?:estimated |monthly |expected )?costs?\b|pricing|pre-?requisites?\b|preparations?\W*$|before (?:you |(?:start|begin|provision|deploy|launch|creat|install)(?:e|ing)?\b)|(?:service|resource|account) (?:limits|quotas)\b|clean(?:ing)?[- ]?up|tear[- ]?down|costos|(?:概算)?(?:費用|料金|コスト)|成本|费用|後片付け|クリーンアップ|tools?(?:,? (?:and |& )?(?:services|technologies))?$|tech(?:nology|nical)?[- ]stack|technologies(?: used)?$|(?:aws )?services used|(?:使用|利用)(?:技術|サービス)|技術スタック|前提(?:条件)?$|事前準備|(?:\w+ )?next steps\b|future (?:enhancement|improvement|work)|to-?dos?\b|今後の|残(?:課題|タスク)|未実装)|\b(?:be|not|yet) implemented\b|\bcosts? (?:overview|estimat\w+|analysis|audit|breakdown)\b|(?<!study |learning )\bplans?$|^proposal\b|\bproposals?\s*[:：]|\b(?:proposal|report|checklist|audit|review|assessment|roadmap|backlog|status)s?[\s\d.:()-]*$|(?:(?<!学習)計画|提案|報告)書?$|議事録|チェックリスト$|(?:料金|費用|コスト)\W*$|無料(?:利用)?枠|\bfree tier\b/iu;

/** Titles of sections on what was not done: `Alternatives Considered`, 却下した案 */
const NOT_CHOSEN =
  /^\W*(?:rejected\b|alternatives?(?: (?:considered|evaluated|rejected))?\W*$|(?:options considered|considered (?:alternatives|options))\b)|代替案|不採用|却下|採用しなかった/iu;

/** Whether a note is on what was thought of and left. */
export function isNotChosen({ path }: Note): boolean {
  return path.some((title) => NOT_CHOSEN.test(title));
}

/** What somebody does in the console. */
const ON_CONSOLE =
  /を(?:クリック|押下)|ボタン|コンソール(?:で|に|から|画面)|サイドバー|ウィザード|\bclick (?:on )?(?:the )?[`"*“A-Z]|\b(?:from|in) the (?:drop-?down|sidebar|left (?:menu|pane|panel|navigation))|console\.aws\.amazon\.com/iu;

/** Whether a note tells what to do in the console: a template is what one writes instead. */
export const isOnConsole: (note: Note, file: NoteFileContent) => boolean = memoBy(
  (note: Note, file: NoteFileContent) =>
    !isOnAllTemplates(file) && ON_CONSOLE.test(passageOf(note, file).slice(0, MAX_LINE)),
);

/** Words in titles of documents, or parts of them, on what is deployed. */
export const ON_STACKS: RegExp =
  /cloud\s?formation|\bcfn\b|\bsam\b|\bstacks?\b|\btemplates?\b|\.(?:ya?ml|template)\b|\binfra(?:structure)?\b|\bdeploy|\bparam|\b(?:logical|physical)\b|スタック|テンプレート|インフラ|デプロイ|パラメ|論理|物理|構成|\baws\b/i;

/** Whether a section is a step that somebody takes once, or right below one, and not on what stands in a template. */
function isOnTask({ title, path }: Note, file: NoteFileContent): boolean {
  const above = path.slice(1).at(-1) ?? "";
  // What somebody deploys is what a template makes.
  const isBelowTask = TASK.test(above) && !ON_STACKS.test(above);
  const isStep = [title, ...path.slice(1)].some((one) => STEP.test(one) && !ON_STACKS.test(one));
  return (TASK.test(title) || isBelowTask || isStep) && !isOnAllTemplates(file);
}

/** Names of folders of reports. */
const DONE =
  /^(?:reports?|sessions?|(?:work|dev)?logs?|memor(?:y|ies)|phases|status|meetings?|minutes|journals?|retros?(?:pectives)?|議事録|報告書?|日報)$/iu;
/** `2026-04-17-wrap`, `STATUS_20250704`, `July 28, 2025`, `June 2026` */
const DATE =
  /(?<!\d)20\d{2}([-_/.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) (?:\d{1,2},? )?20\d{2}\b/i;

/** Titles of reports: `Phase 2 Progress Report: Search`, `Implementation Summary`, `MIGRATION COMPLETE!` */
const REPORT =
  /^\W*(?:bug ?)?fix(?:ing|es)?\b|\bfixes\b\s*(?:[-–—:：(]|$)|\b(?:progress|status|completion|implementation|integration|migration|deployment|verification|validation|testing|test|fix(?:es)?|session|release)[\s_-]+(?:report|status|summary|complete[d]?|results?)\b|\btest (?:plans?|specifications?|cases?)\b|\bcompleted?\W*$|(?:完了|進捗|実装|作業|検証|確認|調査|テスト)(?:報告|サマリー|結果|レポート)|テスト(?:仕様|計画|項目|ケース)/iu;

/** Titles of documents on the data of a program. */
const ON_DATA = /\bdata (?:format|dictionary|schema)s?\b|データ(?:形式|定義|フォーマット)/i;

/**
 * Whether a document is a plan, a finding, a report or a list of tasks, or is on what a program reads, and does not say
 * how things are; or a note in one is a check-box.
 */
export function isPlan(file: NoteFileContent, note?: Note): boolean {
  return (isCalledPlan(file) || (note && isCheck(note, file)) === true) && !isOnAllTemplates(file);
}

const isCalledPlan = memoBy(
  ({ title, uri }: NoteFileContent): boolean =>
    [ASIDE, REPORT, ON_DATA].some((pattern) => pattern.test(title)) || /[-_ ]plan\.\w+$/i.test(uri),
);

/** Whether a note is a check-box. */
export function isCheck({ kind, line }: Note, { lines }: NoteFileContent): boolean {
  return kind === "item" && CHECKED_OFF.test((lines[line] ?? "").slice(0, MAX_LINE));
}

/** Whether a file lies among reports. */
function isReported(uri: string): boolean {
  return folderSteps(uri)
    .slice(-2)
    .some((folder) => DONE.test(folder));
}

/** Whether a document reports on one day. */
const isOfOneDay: (file: NoteFileContent) => boolean = memoBy((file) => {
  const isDated = DATE.test(file.title) || DATE.test(decodedName(file.uri));
  return (isDated || isReported(file.uri)) && !isOnAllTemplates(file);
});

/** Whether a document is on one day, a plan or a decision: nobody adds to it what they learn later. */
export function isOneTimeDocument(file: NoteFileContent): boolean {
  return isOfOneDay(file) || isPlan(file) || DECISION.test(file.title);
}

/** Whether it is a step that somebody takes once, or reports on one day without AWS's own names. */
export function isToldOnce(note: Note, file: NoteFileContent): boolean {
  if (isOnTask(note, file)) return true;
  const isOnName = ({ name, strength }: Note["terms"][number]): boolean =>
    strength >= WHOLE_TITLE && isDistinctive(name);
  return isOfOneDay(file) && !note.terms.some(isOnName);
}

/** Names of other tools than templates, and of what runs on somebody's own computer. */
const ELSEWHERE =
  /\b(?:terraform|pulumi|ansible|cdk)\b|\b(?:docker[- ]compose|with docker|localhost|locally|local (?:dev\w*|tests?|testing|environments?|setup|runs?|running|machine))\b|ローカル/iu;

/** Whether a document is on what another tool makes, or on somebody's own computer. */
export const isOnOtherTool: (file: NoteFileContent) => boolean = memoBy(
  ({ title }) => ELSEWHERE.test(title) && !ON_TEMPLATES.test(title) && !/\bsam\b/i.test(title),
);

/** `- [ ] IAM role` */
const CHECKED_OFF = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/;

/** `$0.09`, `1,200円` */
const MONEY = /[$€£¥]\s?\d|\d\s?(?:円|元|(?:USD|EUR|JPY)\b)/iu;
/** A longer line is read up to here, in UTF-16 units. */
const MAX_LINE = 2000;

/** Whether a part of a project's document is on something beside its templates: costs, or checks. */
export function isAside(note: Note, file: NoteFileContent): boolean {
  const { kind, path } = note;
  if (isLearned(file)) return false;
  const said = kind === "item" ? lineOf(note, file).slice(0, MAX_LINE) : "";
  const isElsewhere = ELSEWHERE.test(path.slice(1).join(" ")) && !ON_TEMPLATES.test(path.join(" "));
  return (
    isElsewhere ||
    isNotChosen(note) ||
    path.some((above) => ASIDE.test(above)) ||
    CHECKED_OFF.test(said) ||
    MONEY.test(said)
  );
}

/** Whether a project's document, or a part of it, is on the past, on plans or on something elsewhere. */
export function isApart(note: Note, file: NoteFileContent): boolean {
  return isPlan(file) || isOfOneDay(file) || isAside(note, file);
}

/** Whether a file is an exercise. */
export const isExercise: (file: NoteFileContent) => boolean = memoBy(({ uri, title }) =>
  [decodedName(uri), title].some((name) => EXERCISE.test(name.replaceAll("_", " "))),
);

/** Words for what tells steps, or what somebody did in a course: `aws-handson`, 手順書, `第7回課題` */
const STEPS =
  /hands[-_ ]?on|\b(?:tutorials?|workshops?|walk-?throughs?|labs?|lecture\d*)\b|ハンズオン|チュートリアル|ワークショップ|実習|実践|手順|課題|실습|실전|教程|实验|實驗/iu;

/** Whether a document tells what to do, one step after the other, or what another tool makes: it or its folders say so. */
export const tellsSteps: (file: NoteFileContent) => boolean = memoBy((file) => {
  const names = [...folderSteps(file.uri).slice(-3), decodedName(file.uri), file.title];
  const isNamed = (name: string): boolean => STEPS.test(name) || ELSEWHERE.test(name);
  return isExercise(file) || names.map((name) => name.replaceAll("_", " ")).some(isNamed);
});
