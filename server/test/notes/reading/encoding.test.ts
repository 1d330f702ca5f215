import { deepEqual } from "node:assert/strict";
import { decodedNotes } from "../../../src/notes/reading/encoding.ts";

/** What bytes, in hexadecimal, are read as. */
function check(name: string, hex: string, text: string, encoding: string | undefined): void {
  it(name, () => {
    deepEqual(decodedNotes(Buffer.from(hex.replace(/\s/g, ""), "hex"), TextDecoder), { text, encoding });
  });
}

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("The encoding of notes", () => {
  check("UTF-8", Buffer.from("# 設定\n").toString("hex"), "# 設定\n", "utf-8");
  check("UTF-8 with its mark", `efbbbf${Buffer.from("# 設定").toString("hex")}`, "# 設定", "utf-8");
  check("UTF-8, cut within a letter", "23 20 e8 a8 ad e5 ae", "# 設", "utf-8");
  check("nothing", "", "", "utf-8");
  check("ASCII", "23 20 61", "# a", "utf-8");
  check("Shift_JIS", "23 20 90 dd 92 e8 82 cc 95 fb 96 40 0a", "# 設定の方法\n", "shift_jis");
  check("Shift_JIS with half-width Katakana", "b1 82 cc 92 6c", "ｱの値", "shift_jis");
  check("Shift_JIS, cut within a letter", "82 b1 82 ea 82", "これ", "shift_jis");
  check("EUC-JP", "23 20 c0 df c4 ea a4 ce ca fd cb a1 0a", "# 設定の方法\n", "euc-jp");
  check("ISO-2022-JP", "23 20 1b 24 42 40 5f 44 6a 1b 28 42 0a", "# 設定\n", "iso-2022-jp");
  check("UTF-16 with its mark", `fffe${utf16("# 設定").toString("hex")}`, "# 設定", "utf-16le");
  check("UTF-16, big-endian", `feff${utf16("# 設定").swap16().toString("hex")}`, "# 設定", "utf-16be");
  check("UTF-16 without a mark", utf16("# 設定\n").toString("hex"), "# 設定\n", "utf-16le");
  check("UTF-16, big-endian, without a mark", utf16("# 設定\n").swap16().toString("hex"), "# 設定\n", "utf-16be");
  check("another language's letters stay unread", "63 61 66 e9 20 78 0a", "caf\ufffd x\n", undefined);
});
