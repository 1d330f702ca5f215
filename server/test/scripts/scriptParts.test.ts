import assert from "node:assert/strict";
import { scriptParts } from "../../src/scripts/scriptParts.ts";

/** One line a part: dialect and first words of its commands; then the files it writes. */
function check(source: string, expected: readonly string[]): void {
  const lines = scriptParts(source).flatMap(({ script, files }) => [
    `${script.dialect}: ${script.commands.map(({ words }) => words.map(({ text }) => text).join(" ")).join("; ")}`,
    ...files.map(({ path, start, end }) => `${path}: ${source.slice(start, end).trim()}`),
  ]);
  assert.deepEqual(lines, expected);
}

const cases: [string, string, string[]][] = [
  ["shebang", "#!/bin/bash -xe\ncfn-init -v", ["bash: cfn-init -v"]],
  [
    "Windows sections",
    "<script>\ncfn-init.exe -v\n</script>\n<powershell>\n$x = 'a b'\ncfn-signal.exe -e $LASTEXITCODE\n</powershell>",
    ["cmd: cfn-init.exe -v", "powershell: a b; cfn-signal.exe -e $LASTEXITCODE"],
  ],
  [
    "cloud-config",
    "#cloud-config\npackages: [git]\nruncmd:\n  - a b\n  - [c, 'd e']\n  - |\n    f\n    g h\n  - \"i j\"\nwrite_files:\n  - path: /etc/x\n    content: |\n      k l\n",
    ["bash: a b; c d e; f; g h; i j", "/etc/x: k l"],
  ],
  ["cloud-config with Jinja", "## template: jinja\n#cloud-config\nruncmd:\n - [a, b]\n", ["bash: a b"]],
  ["broken cloud-config", "#cloud-config\nruncmd:\n - a b\n - [c\n", ["bash: a b; c"]],
  [
    "MIME",
    'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="==B=="\n\n--==B==\nContent-Type: text/cloud-config; charset="us-ascii"\n\n#cloud-config\nruncmd:\n - a\n--==B==\nContent-Type: text/x-shellscript\n\n#!/bin/bash\nb c\n--==B==--\n',
    ["bash: a", "bash: b c"],
  ],
  ["a command for Windows", "cfn-init.exe -v -c C:\\cfn\\x", ["cmd: cfn-init.exe -v -c C:\\cfn\\x"]],
  ["a command for PowerShell", 'Write-Host "x"; cfn-init.exe', ["powershell: Write-Host x; cfn-init.exe"]],
  ["nothing", "", ["bash: "]],
];

describe("scriptParts", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));
});
