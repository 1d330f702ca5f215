import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";
import { sequence, view } from "./texts.json";

/** The views' own messages; the server writes everything else in the same language. */
export type ViewMessages = InLanguage<typeof view & typeof VIEW>;

const VIEW = {
  noNote: (label: string): Said<string> => ({ en: `No note on ${label}.`, ja: `${label}のノートはありません。` }),
  /** The same in a line that may be cut at its end. */
  noNoteShort: (label: string): Said<string> => ({ en: `No note: ${label}`, ja: `ノートなし：${label}` }),
  /** Shown while notes are being read. */
  reading: { en: "Reading the notes…", ja: "ノートを読み込んでいます…" },
  /** In front of the titles of notes that only mention the place; and between them. */
  mentionedIn: { en: "Also mentioned in: ", ja: "次のノートにも出てきます：" },
  /** Asks why a place has the notes that it has. */
  explain: { en: "Why is there no note?", ja: "ノートがない理由を見る" },
  /** The same beside a text, in few letters. */
  writeShort: { en: "Write one", ja: "書く" },
  /** The label of the first marker of a place. */
  marker: { en: "As a marker:", ja: "マーカーでの書き方：" },
  /** What a screen reader says when the caret has come to rest. */
  announce: (title: string, others: number): Said<string> => ({
    en: others === 0 ? `Note: ${title}` : `Note: ${title}, and ${others} more`,
    ja: others === 0 ? `ノート: ${title}` : `ノート: ${title}、ほか${others}件`,
  }),
};

/** The messages of the panel with the bootstrap sequence. */
export type SequenceMessages = InLanguage<typeof sequence & typeof SEQUENCE>;

const SEQUENCE = {
  /** The panel's tab. */
  title: (logicalId: string): Said<string> => ({
    en: logicalId === "" ? "Bootstrap Sequence" : `Bootstrap Sequence: ${logicalId}`,
    ja: logicalId === "" ? "ブートストラップの流れ" : `ブートストラップの流れ: ${logicalId}`,
  }),
  /** In front of the title of the note on a step. */
  note: { en: "Note:", ja: "ノート:" },
};

export function viewMessages(): ViewMessages {
  return allInLanguage({ ...view, ...VIEW });
}

export function sequenceMessages(): SequenceMessages {
  return allInLanguage({ ...sequence, ...SEQUENCE });
}
