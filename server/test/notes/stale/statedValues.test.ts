import assert from "node:assert/strict";
import { statedValue } from "../../../src/notes/stale/statedValues.ts";

/** What is stated behind the first `|` of a line. */
const stated = (marked: string) => {
  const at = marked.indexOf("^");
  const found = statedValue(marked.replace("^", ""), at);
  return found && [found.text, ...found.meanings.slice(0, 2)];
};

describe("a value that a line states", () => {
  for (const [line, expected] of [
    ["- BackupRetentionPeriod^: 7", ["7", 7]],
    ["保持期間^は7日。", ["7日", 7, 604_800]],
    ["- Timeout^: 5分", ["5分", 5, 300]],
    ["MemorySize^ は 1,024 MB", ["1,024 MB", 1024, 1_048_576]],
    ["- Runtime^: nodejs20.x", ["nodejs20.x", "nodejs20.x"]],
    ["クラス^は`db.t3.small`", ["db.t3.small", "db.t3.small"]],
    ["MinSize^は1、MaxSizeは4", ["1", 1]],
    ["SemanticVersion^ is `2.2.24`.", ["2.2.24", "2.2.24"]],
    ["`BillingMode`^ は `PROVISIONED` にする", ["PROVISIONED", "provisioned"]],
    ["バックアップ保持期間^は14日とする。暗号化キーは変更しない。", ["14日", 14, 1_209_600]],
    ["暗号化キーは変更しないこと。バックアップ保持期間^は14日とする。", ["14日", 14, 1_209_600]],
    ["バックアップ保持期間^は14日とし、変更しないこと。", ["14日", 14, 1_209_600]],
    ["BackupRetentionPeriod^ is 14. The key is not rotated.", ["14", 14]],
  ] as const)
    it(line, () => assert.deepEqual(stated(line), expected));

  for (const line of [
    "MessageRetentionPeriod^のデフォルトは4日",
    "Timeout^ is at most 900 seconds",
    "Timeout^ was 5 before",
    "本番の場合、BackupRetentionPeriod^は7",
    "止めるときは`State`^を`DISABLED`にする",
    "繁忙期の時は、MaxSize^は12",
    "When it is to rest, State^ is DISABLED",
    "To stop it, set `State`^ to `DISABLED`.",
    "BillingMode^ matters",
    "保持期間^は7日。本番の場合は14日。",
    "保持期間^は7日。開発環境は長くしない。",
    "保持期間^は7日に変更しない。",
    "Timeout^ is 5. It was raised before.",
    "Timeout^ is 5. The default is not enough.",
    "Engine^ of the database",
    "",
  ])
    it(`none: ${line}`, () => assert.equal(stated(line), undefined));
});
