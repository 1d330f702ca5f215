import type { NoteLanguage } from "../../notes/reading/note.ts";
import { MAX_NOTES } from "../../notes/reading/noteLimits.ts";
import { said, sayer } from "../../text/said.ts";

/** Why a folder of notes can't be read. */
export type FolderFailure =
  | { readonly kind: "missing" | "denied" | "noFolder" | "outside" }
  | { readonly kind: "other"; readonly reason: string };

/** What an error says of a folder to which a link of the repository leads, and which is elsewhere. */
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

/** What is said of a folder that holds more than is read. */
export function folderCutText(path: string, language: NoteLanguage): string {
  const { files, units } = MAX_NOTES;
  const [most, millions] = [files.toLocaleString("en"), units / 1_000_000];
  return said(
    language,
    `The notes folder “${path}” holds too much; only a part of it is read (at most ${most} files, and ${millions} million characters).`,
    `ノートのフォルダー「${path}」は大きすぎるため、一部だけを読み込みました（上限は${most}ファイル、合計約${millions}00万文字）。`,
  );
}

/** What it means to the user. */
export function folderFailureText(path: string, failure: FolderFailure, language: NoteLanguage): string {
  const say = sayer(language);
  switch (failure.kind) {
    case "missing":
      return say(
        `The notes folder “${path}” does not exist. It will be read once it does.`,
        `ノートのフォルダー「${path}」がありません。作成されると読み込みます。`,
      );
    case "denied":
      return say(
        `The notes folder “${path}” cannot be read; check its permissions.`,
        `ノートのフォルダー「${path}」を読み取る権限がありません。アクセス権を確認してください。`,
      );
    case "noFolder":
      return say(
        `The notes folder “${path}” is not a folder.`,
        `ノートのフォルダー「${path}」はフォルダーではありません。`,
      );
    case "outside":
      return say(
        `The notes folder “${path}” is not read: it is a link that leads out of the workspace.`,
        `ノートのフォルダー「${path}」は、ワークスペースの外を指すリンクのため読み込みません。`,
      );
    case "other":
      return say(
        `The notes folder “${path}” can't be read: ${failure.reason}`,
        `ノートのフォルダー「${path}」を読めません。${failure.reason}`,
      );
  }
}
