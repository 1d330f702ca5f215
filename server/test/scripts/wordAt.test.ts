import assert from "node:assert/strict";
import { wordAt } from "../../src/scripts/wordAt.ts";

/** `source` holds a caret `<|>`; the expectation is the word in «», with its name behind an arrow where it differs. */
function check(source: string, expected: string | undefined): void {
  const offset = source.indexOf("<|>");
  assert.ok(offset >= 0, "a caret");
  const text = source.replace("<|>", "");
  const word = wordAt(text, offset);
  const name = word && word.name !== word.text ? ` → ${word.name}` : "";
  if (word) assert.equal(text.slice(word.nameSpan.start, word.nameSpan.end), word.name);
  assert.equal(word && `${text.slice(0, word.start)}«${word.text}»${text.slice(word.end)}${name}`, expected);
}

const cases: [string, string, string | undefined][] = [
  ["a command", "run cfn-<|>signal -e 0", "run «cfn-signal» -e 0"],
  ["before the first character", "<|>cfn-signal -e", "«cfn-signal» -e"],
  ["behind the last character", "cfn-signal<|> -e", "«cfn-signal» -e"],
  ["a path", "/opt/aws/bin/cfn-si<|>gnal -e", "«/opt/aws/bin/cfn-signal» -e → cfn-signal"],
  ["the directory of a path", "/op<|>t/aws/bin/cfn-init", "«/opt/aws/bin/cfn-init» → cfn-init"],
  ["Windows", "cfn-sig<|>nal.exe -e", "«cfn-signal.exe» -e → cfn-signal"],
  ["a Windows path", '"C:\\aws\\cfn-<|>signal.exe" -e', '"«C:\\aws\\cfn-signal.exe»" -e → cfn-signal'],
  ["an option", "cfn-signal --re<|>source Web", "cfn-signal «--resource» Web"],
  ["an option with its value", "cfn-signal --resource=W<|>eb", "cfn-signal --resource=«Web»"],
  ["quotes", "'cfn-<|>init',", "'«cfn-init»',"],
  ["the exit code", "cfn-signal -e $<|>? --stack", "cfn-signal -e «$?» --stack"],
  ["behind the exit code", "cfn-signal -e $?<|>", "cfn-signal -e «$?»"],
  ["cmd's exit code", "-e %ERROR<|>LEVEL% x", "-e «%ERRORLEVEL%» x"],
  ["PowerShell's exit code", "-e $LAST<|>EXITCODE", "-e «$LASTEXITCODE»"],
  ["the end of a sentence", "then run cfn-h<|>up.", "then run «cfn-hup»."],
  ["a file", "cat /etc/cfn/cfn-hup.<|>conf", "cat «/etc/cfn/cfn-hup.conf» → cfn-hup.conf"],
  [
    "a type",
    "path=Resources.Web.Metadata.AWS::Cloud<|>Formation::Init",
    "path=«Resources.Web.Metadata.AWS::CloudFormation::Init»",
  ],
  ["a header", 'headers["X-Forwarded<|>-For"]', 'headers["«X-Forwarded-For»"]'],
  ["a hidden file", "cat ~/.ba<|>shrc", "cat «~/.bashrc» → .bashrc"],
  ["between blanks", "a  <|>  b", undefined],
  ["nothing", "<|>", undefined],
  ["Japanese", "（cfn-in<|>it）を", "（«cfn-init»）を"],
];

describe("wordAt", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));

  it("takes a megabyte without blanks", () => {
    const word = wordAt("x".repeat(1_000_000), 500_000);
    assert.equal(word?.text.length, 2000);
  });
});
