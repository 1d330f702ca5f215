import { inLanguage, type Said } from "./inLanguage.ts";

/** What the pictures of a template say, in the language of `cfnNotes.language`. */
export interface PictureMessages {
  graphTitle(file: string): string;
  orderTitle(file: string): string;
  readonly noTemplate: string;
  readonly noResources: string;
  readonly nothingChanges: string;
  readonly saveTitle: string;
  readonly copied: string;
  /** What the pages say themselves; `{}` stands for a number or a name. */
  readonly words: {
    readonly all: string;
    readonly services: string;
    readonly show: string;
    readonly find: string;
    readonly found: string;
    readonly smaller: string;
    readonly larger: string;
    readonly whole: string;
    readonly fit: string;
    readonly svg: string;
    readonly mermaid: string;
    readonly refersTo: string;
    readonly referredToBy: string;
    readonly leftOut: string;
    readonly keys: string;
    readonly operation: string;
    readonly create: string;
    readonly update: string;
    readonly delete: string;
    readonly against: string;
    readonly noBase: string;
    readonly wave: string;
    readonly waves: string;
    readonly critical: string;
    readonly waitsFor: string;
    readonly nothing: string;
    readonly waitedForBy: string;
    readonly ifFails: string;
    readonly doneBefore: string;
    readonly neverBegun: string;
    readonly rest: string;
    readonly kept: string;
    readonly between: string;
  };
}

const MESSAGES: Said<PictureMessages> = {
  en: {
    graphTitle: (file) => `Template Graph: ${file}`,
    orderTitle: (file) => `Deployment Order: ${file}`,
    noTemplate: "Open a CloudFormation template to see it here.",
    noResources: "The template has no resources yet.",
    nothingChanges: "CloudFormation has nothing to do here.",
    saveTitle: "Save the picture",
    copied: "The graph was copied as Mermaid.",
    words: {
      all: "All resources ({})",
      services: "By service ({} resources)",
      show: "Show",
      find: "Find a resource",
      found: "{} found",
      smaller: "Smaller (-)",
      larger: "Larger (+)",
      whole: "Fit",
      fit: "Show all of it (0)",
      svg: "Save as SVG…",
      mermaid: "Copy as Mermaid",
      refersTo: "Refers to",
      referredToBy: "Referred to by",
      leftOut: "{} more are not shown.",
      keys: "Arrow keys go along references, Enter goes to the template.",
      operation: "What is done to the stack",
      create: "Create the stack",
      update: "Update the stack",
      delete: "Delete the stack",
      against: "against {}",
      noBase: "nothing changed",
      wave: "Wave {}",
      waves: "Waves: {}. Each resource begins as soon as those it waits for are done.",
      critical: "Resources in the longest chain of waiting: {}",
      waitsFor: "Waits for",
      nothing: "nothing",
      waitedForBy: "Waited for by",
      ifFails: "If it fails",
      doneBefore: "If it fails, done by then",
      neverBegun: "If it fails, never begun",
      rest: "Whatever else is done by then goes the same way.",
      kept: "Stay (DeletionPolicy: Retain)",
      between: ", ",
    },
  },
  ja: {
    graphTitle: (file) => `テンプレートのグラフ: ${file}`,
    orderTitle: (file) => `デプロイの順序: ${file}`,
    noTemplate: "CloudFormationテンプレートを開くと、ここに表示されます。",
    noResources: "テンプレートには、まだリソースがありません。",
    nothingChanges: "CloudFormationが行うことはありません。",
    saveTitle: "図を保存",
    copied: "グラフをMermaidとしてコピーしました。",
    words: {
      all: "すべてのリソース（{}）",
      services: "サービス別（リソース{}個）",
      show: "表示",
      find: "リソースを検索",
      found: "{}件",
      smaller: "縮小（-）",
      larger: "拡大（+）",
      whole: "全体",
      fit: "全体を表示（0）",
      svg: "SVGとして保存…",
      mermaid: "Mermaidとしてコピー",
      refersTo: "参照先",
      referredToBy: "参照元",
      leftOut: "ほかに{}個あります（表示していません）。",
      keys: "矢印キーで参照をたどり、Enterでテンプレートに移動します。",
      operation: "スタックに対する操作",
      create: "スタックを作成",
      update: "スタックを更新",
      delete: "スタックを削除",
      against: "{}と比較",
      noBase: "変更なし",
      wave: "第{}段階",
      waves: "全{}段階。どのリソースも、待っている相手がすべて終わりしだい始まります。",
      critical: "最も長い待ちの連なり: リソース{}個",
      waitsFor: "待つ相手",
      nothing: "なし",
      waitedForBy: "これを待つもの",
      ifFails: "失敗した場合",
      doneBefore: "失敗した時点で終わっているもの",
      neverBegun: "失敗すると始まらないもの",
      rest: "並行して終わっていたほかのリソースも、同じ扱いになります。",
      kept: "残るもの（DeletionPolicy: Retain）",
      between: "、",
    },
  },
};

/** The messages of the pictures in the language of `cfnNotes.language`. */
export function pictureMessages(): PictureMessages {
  return inLanguage(MESSAGES);
}
