import { constants, type Stats } from "node:fs";
import { open, stat, writeFile } from "node:fs/promises";
import { replaceFile } from "../../node/replaceFile.ts";
import { said } from "../../text/localised.ts";
import { refuse } from "../options/refuse.ts";

export interface OutputParts {
  /** The command that writes. */
  readonly command: string;
  readonly language: "en" | "ja";
}

/**
 * Writes a file that an argument names. It may be a pipe that somebody reads. Gives whether it was written; if not, it is as
 * it was, and it has been said why.
 */
export async function writeOutput(path: string, text: string, { command, language }: OutputParts): Promise<boolean> {
  try {
    const found = await stat(path).catch(() => undefined);
    await (found === undefined || found.isFile() ? replaceFile(path, text) : writeInto(path, text, found));
    return true;
  } catch (error) {
    refuse(command, notWrittenText(path, error, language));
    return false;
  }
}

/** A pipe that nobody reads is refused; else it would be waited for without an end. */
async function writeInto(path: string, text: string, found: Stats): Promise<void> {
  const reader = found.isFIFO() ? await open(path, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    await writeFile(path, text);
  } finally {
    await reader?.close();
  }
}

/** The message on a file that could not be written, and is unchanged. */
export function notWrittenText(path: string, error: unknown, language: "en" | "ja"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  const reason = REASONS.find(({ codes }) => codes.some((one) => one === code));
  const detail = code ?? (error instanceof Error ? error.message : String(error));
  return said(
    language,
    `${path} was not written${reason === undefined ? "" : `: ${reason.en}`} (${detail}). What was there is unchanged.`,
    `${path}に書き込めませんでした。${reason?.ja ?? ""}元の内容はそのまま残っています（${detail}）。`,
  );
}

const REASONS = [
  { codes: ["ENOSPC", "EDQUOT"], en: "the disk is full", ja: "ディスクに空きがありません。" },
  { codes: ["EFBIG"], en: "files may not be that large here", ja: "ファイルサイズの上限を超えます。" },
  {
    codes: ["EACCES", "EPERM"],
    en: "the file or its folder may not be changed",
    ja: "ファイルまたはフォルダーを変更する権限がありません。",
  },
  { codes: ["EROFS"], en: "nothing can be written there", ja: "書き込みのできない場所です。" },
  { codes: ["ENOENT", "ENOTDIR"], en: "the folder does not exist", ja: "フォルダーがありません。" },
  { codes: ["EISDIR"], en: "it is a folder", ja: "これはフォルダーです。" },
  { codes: ["ENXIO"], en: "nobody reads the pipe", ja: "パイプを読み取るプロセスがありません。" },
  {
    codes: ["EBUSY"],
    en: "another program has the file open, or the file is a mount of its own",
    ja: "ほかのプログラムが使用中か、ファイル単体でマウントされています。",
  },
] as const;
