import type { NoteLanguage } from "../../notes/reading/note.ts";
import { MAX_NOTES } from "../../notes/reading/noteLimits.ts";
import { said, sayerOf } from "../../text/localised.ts";
import { failures } from "./folderFailure.json";

/** Why a folder of notes can't be read. */
export type FolderFailure =
  | { readonly kind: "missing" | "denied" | "noFolder" | "outside" }
  | { readonly kind: "other"; readonly reason: string };

/** The code of the error for a folder that a link in the repository leads to, outside the workspace. */
export const OUTSIDE = "OutsideWorkspace";

/** Tells failures apart by the words that Node and VS Code have for them. */
export function folderFailure(error: unknown): FolderFailure {
  const reason = error instanceof Error ? error.message : String(error);
  if (/\b(?:ENOENT|EntryNotFound|FileNotFound)\b/.test(reason)) return { kind: "missing" };
  if (/\b(?:EACCES|EPERM|NoPermissions)\b/.test(reason)) return { kind: "denied" };
  if (/\b(?:ENOTDIR|EntryNotADirectory|FileNotADirectory)\b/.test(reason)) return { kind: "noFolder" };
  if (reason === OUTSIDE) return { kind: "outside" };
  return { kind: "other", reason };
}

/** The message for a folder that holds more than is read. */
export function folderCutText(path: string, language: NoteLanguage): string {
  const { files, units } = MAX_NOTES;
  const [most, millions] = [files.toLocaleString("en"), units / 1_000_000];
  return said(
    language,
    `The notes folder “${path}” holds too much; only a part of it is read (at most ${most} files, and ${millions} million characters).`,
    `ノートのフォルダー「${path}」は大きすぎるため、一部だけを読み込みました（上限は${most}ファイル、合計約${millions}00万文字）。`,
  );
}

/** The message for the user. */
export function folderFailureText(path: string, failure: FolderFailure, language: NoteLanguage): string {
  const { kind } = failure;
  return sayerOf(language)(failures[kind], { path, reason: kind === "other" ? failure.reason : "" });
}
