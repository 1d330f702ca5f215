import { type CancellationToken, type QuickPickItem, QuickPickItemKind, ThemeIcon } from "vscode";
import type { RenderedNote, SearchHit } from "../../../server/src/protocol/notes.ts";
import type { ComparisonsParams, ComparisonTitle } from "../../../server/src/protocol/study.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { LanguageServer } from "../server/languageServer.ts";

const MAX_HITS = 30;

/** A row of the quick pick: a note; or, without one, a heading or the reason why there is none. */
export interface NoteItem extends QuickPickItem {
  readonly note?: Pick<SearchHit, "id" | "uri" | "line">;
  /** The id of a comparison, in place of a note. */
  readonly comparison?: string;
}

/** The notes for `query`, best first, as rows of the quick pick; says so if none has all of its words. */
export async function noteItems(server: LanguageServer, query: string, token: CancellationToken): Promise<NoteItem[]> {
  const asked: ComparisonsParams = { query };
  const compared = query.trim() === "" ? [] : ((await server.request("comparisons", asked, token)) ?? []);
  const hits = (await server.request("searchNotes", { query, limit: MAX_HITS }, token)) ?? [];
  if (query.trim() === "") return [];
  const found = hits.filter(({ nearest }) => !nearest).map(noteItem);
  const nearest = hits.filter((hit) => hit.nearest).map(noteItem);
  return [
    ...compared.map(comparisonItem),
    ...(found.length > 0 ? found : [nothingFound(query.trim(), nearest.length > 0)]),
    ...(nearest.length > 0
      ? [separator(inLanguage({ en: "With some of the words", ja: "一部の言葉だけを含むノート" })), ...nearest]
      : []),
  ];
}

/** Notes that were found before, as rows of the quick pick. */
export function recentItems(notes: readonly RenderedNote[]): NoteItem[] {
  const items = notes.map((note) => noteItem({ ...note, excerpt: "" }));
  return items.length > 0 ? [separator(inLanguage({ en: "Found recently", ja: "最近見つけたノート" })), ...items] : [];
}

function comparisonItem({ id, title }: ComparisonTitle): NoteItem {
  return { comparison: id, label: title, iconPath: new ThemeIcon("diff"), alwaysShow: true };
}

function noteItem(hit: Omit<SearchHit, "nearest">): NoteItem {
  return {
    note: hit,
    label: hit.title,
    description: whereOf(hit.path),
    ...(hit.excerpt === "" ? {} : { detail: hit.excerpt }),
    iconPath: new ThemeIcon(hit.builtIn ? "book" : "note"),
    // The server has matched already, by rules of its own: the editor must not filter again.
    alwaysShow: true,
    buttons: [
      { iconPath: new ThemeIcon("go-to-file"), tooltip: inLanguage({ en: "Open Source", ja: "元のファイルを開く" }) },
    ],
  };
}

/** The nearest title above a note, and the file's; the row has no room for all. */
function whereOf(path: readonly string[]): string {
  return [...new Set([path.at(-1) ?? "", path[0] ?? ""])].filter((title) => title !== "").join(" · ");
}

function nothingFound(query: string, hasNearest: boolean): NoteItem {
  return {
    label: inLanguage({ en: `No note found for “${query}”`, ja: `「${query}」に当てはまるノートはありません` }),
    detail: hasNearest
      ? inLanguage({ en: "The notes below come closest.", ja: "近いノートを下に示します。" })
      : inLanguage({
          en: "Try fewer or other words, in English or Japanese.",
          ja: "言葉を減らすか、別の言葉（英語・日本語）を試してください。",
        }),
    iconPath: new ThemeIcon("info"),
    alwaysShow: true,
  };
}

function separator(label: string): NoteItem {
  return { label, kind: QuickPickItemKind.Separator };
}
