import type { NoteLanguage } from "../../notes/reading/note.ts";
import { shortened } from "../../text/shortened.ts";
import type { Ask } from "./drillData.ts";
import type { FaultSite } from "./faultSites.ts";

interface DrillTexts {
  readonly asks: Readonly<Record<Ask, string>>;
  readonly cause: string;
  readonly fix: string;
  readonly least: string;
  readonly ownNote: (title: string) => string;
  readonly builtInNote: (title: string) => string;
  readonly entry: (name: string, type: string | undefined) => string;
  readonly path: (path: string) => string;
  readonly change: (was: string, now: string) => string;
}

const short = (text: string): string => shortened(text, 120);

export const DRILL_TEXTS: Readonly<Record<NoteLanguage, DrillTexts>> = {
  en: {
    asks: {
      create: "What happens when a stack is created from this copy?",
      update: "Your template is deployed. What happens when its stack is updated to this copy?",
      delete: "A stack was created from this copy. What happens when it is deleted?",
      run: "A stack was created from this copy. What happens while it is up?",
    },
    cause: "What is the cause?",
    fix: "Which of these fixes it with the least effort?",
    least: "One place of the template, and nothing else changes.",
    ownNote: (title) => `It is about what your note “${title}” is on.`,
    builtInNote: (title) => `It is about what the built-in note “${title}” is on.`,
    entry: (name, type) => `It is in ${name}${type === undefined ? "" : ` (${type})`}.`,
    path: (path) => `Look at ${path}.`,
    change: (was, now) => (now === "" ? `Gone: ${short(was)}` : `Before: ${short(was)} → now: ${short(now)}`),
  },
  ja: {
    asks: {
      create: "このコピーからスタックを作成すると、どうなりますか？",
      update: "元のテンプレートはデプロイ済みです。そのスタックをこのコピーで更新すると、どうなりますか？",
      delete: "このコピーから作ったスタックを削除すると、どうなりますか？",
      run: "このコピーから作ったスタックを動かしていると、どうなりますか？",
    },
    cause: "原因は何ですか？",
    fix: "最も手間をかけずに直せるのはどれですか？",
    least: "テンプレートの1か所を直すだけで、ほかは何も変わりません。",
    ownNote: (title) => `自分のノート「${title}」の話題です。`,
    builtInNote: (title) => `組み込みノート「${title}」の話題です。`,
    entry: (name, type) => `${name}${type === undefined ? "" : `（${type}）`}の中です。`,
    path: (path) => `${path}を見てください。`,
    change: (was, now) => (now === "" ? `なくなったもの：${short(was)}` : `元：${short(was)} → 今：${short(now)}`),
  },
};

/** A text with the names and values of a place in it. */
export function textOfSite(text: string, { entry, was, now }: Pick<FaultSite, "entry" | "was" | "now">): string {
  return text.replaceAll("{name}", entry.name).replaceAll("{was}", short(was)).replaceAll("{now}", short(now));
}
