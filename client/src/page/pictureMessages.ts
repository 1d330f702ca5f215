import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";

/** What the pictures of a template say, in the language of `cfnNotes.language`. */
export type PictureMessages = InLanguage<typeof MESSAGES>;

const MESSAGES = {
  graphTitle: (file: string): Said<string> => ({ en: `Template Graph: ${file}`, ja: `テンプレートのグラフ: ${file}` }),
  orderTitle: (file: string): Said<string> => ({ en: `Deployment Order: ${file}`, ja: `デプロイの順序: ${file}` }),
  noTemplate: {
    en: "Open a CloudFormation template to see it here.",
    ja: "CloudFormationテンプレートを開くと、ここに表示されます。",
  },
  noResources: { en: "The template has no resources yet.", ja: "テンプレートには、まだリソースがありません。" },
  nothingChanges: { en: "CloudFormation has nothing to do here.", ja: "CloudFormationが行うことはありません。" },
  saveTitle: { en: "Save the picture", ja: "図を保存" },
  copied: { en: "The graph was copied as Mermaid.", ja: "グラフをMermaidとしてコピーしました。" },
  /** What the pages say themselves; `{}` stands for a number or a name. */
  words: {
    all: { en: "All resources ({})", ja: "すべてのリソース（{}）" },
    services: { en: "By service ({} resources)", ja: "サービス別（リソース{}個）" },
    show: { en: "Show", ja: "表示" },
    find: { en: "Find a resource", ja: "リソースを検索" },
    found: { en: "{} found", ja: "{}件" },
    smaller: { en: "Smaller (-)", ja: "縮小（-）" },
    larger: { en: "Larger (+)", ja: "拡大（+）" },
    whole: { en: "Fit", ja: "全体" },
    fit: { en: "Show all of it (0)", ja: "全体を表示（0）" },
    svg: { en: "Save as SVG…", ja: "SVGとして保存…" },
    mermaid: { en: "Copy as Mermaid", ja: "Mermaidとしてコピー" },
    refersTo: { en: "Refers to", ja: "参照先" },
    referredToBy: { en: "Referred to by", ja: "参照元" },
    leftOut: { en: "{} more are not shown.", ja: "ほかに{}個あります（表示していません）。" },
    keys: {
      en: "Arrow keys go along references, Enter goes to the template.",
      ja: "矢印キーで参照をたどり、Enterでテンプレートに移動します。",
    },
    operation: { en: "What is done to the stack", ja: "スタックに対する操作" },
    create: { en: "Create the stack", ja: "スタックを作成" },
    update: { en: "Update the stack", ja: "スタックを更新" },
    delete: { en: "Delete the stack", ja: "スタックを削除" },
    against: { en: "against {}", ja: "{}と比較" },
    noBase: { en: "nothing changed", ja: "変更なし" },
    wave: { en: "Wave {}", ja: "第{}段階" },
    waves: {
      en: "Waves: {}. Each resource begins as soon as those it waits for are done.",
      ja: "全{}段階。どのリソースも、待っている相手がすべて終わりしだい始まります。",
    },
    critical: { en: "Resources in the longest chain of waiting: {}", ja: "最も長い待ちの連なり: リソース{}個" },
    waitsFor: { en: "Waits for", ja: "待つ相手" },
    nothing: { en: "nothing", ja: "なし" },
    waitedForBy: { en: "Waited for by", ja: "これを待つもの" },
    ifFails: { en: "If it fails", ja: "失敗した場合" },
    doneBefore: { en: "If it fails, done by then", ja: "失敗した時点で終わっているもの" },
    neverBegun: { en: "If it fails, never begun", ja: "失敗すると始まらないもの" },
    rest: {
      en: "Whatever else is done by then goes the same way.",
      ja: "並行して終わっていたほかのリソースも、同じ扱いになります。",
    },
    kept: { en: "Stay (DeletionPolicy: Retain)", ja: "残るもの（DeletionPolicy: Retain）" },
    between: { en: ", ", ja: "、" },
  },
};

/** The messages of the pictures in the language of `cfnNotes.language`. */
export function pictureMessages(): PictureMessages {
  return allInLanguage(MESSAGES);
}
