import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EDIT_FIXTURES } from "../model/fixtures.ts";

const filesOf = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"));

export const TEMPLATES: readonly string[] = [
  ...EDIT_FIXTURES,
  ...filesOf("examples", /\.yaml$/),
  ...filesOf("client/test/workspace", /\.(?:yaml|template)$/),
];

/** What YAML, JSON, CloudFormation and its scripts make something of. */
export const TEMPLATE_PIECES: readonly string[] = [
  ..."\n\t '\"{}[]:,-?&*!|>%@`#~\\$\0\r",
  ..."\ufeff\u2028\u0085\ud800\u{1f600}",
  ...[
    "\r\n",
    "---\n",
    "...\n",
    "<<: *a\n",
    "&a ",
    "*a",
    "%YAML 1.1\n",
    "!!binary ",
    "!<tag:x> ",
    "? ",
    "- - - ",
    "|+2\n",
    ">-\n ",
  ],
  ...[
    "!Sub ",
    "!Ref ",
    "!GetAtt ",
    "!If [",
    "Fn::Transform",
    "Fn::ForEach::X:\n",
    "${",
    "${!",
    "{{resolve:ssm:",
    "AWS::NoValue",
  ],
  ...[
    "\nResources:\n",
    "\nConditions:\n",
    "\n  A:\n    Type: AWS::S3::Bucket\n",
    "DependsOn: A\n",
    "__proto__:\n",
    "constructor: 1\n",
  ],
  ...[
    '{"Resources": {"A": ',
    '"Type": "AWS::SNS::Topic"',
    "AllowedPattern: ^(a+)+$\n",
    "Default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n",
  ],
  ...[
    "cfn-init -v --stack ",
    "cfn-signal -e $?",
    "<<EOF\n",
    "$((",
    "`",
    "\\\n",
    "[".repeat(2000),
    "{".repeat(2000),
    "!Not [".repeat(400),
  ],
];

export const NOTES: readonly string[] = [
  ...filesOf("notes/ja", /\.md$/),
  ...filesOf("notes/en", /\.md$/),
  "---\ntitle: T\ncfn: [AWS::S3::Bucket]\n---\n\n# A\n\n## DeletionPolicy <!-- cfn: resource:DeletionPolicy -->\n\n- **Retain**: x[^1]\n\n[^1]: y\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
];

export const NOTE_PIECES: readonly string[] = [
  ..."\n*_`[]()<>#-|!:^~\\&\0\t",
  ..."\ufeff\u200b\ud800。、「」",
  ...[
    "\n# ",
    "\n## ",
    "\n- ",
    "\n1. ",
    "\n> ",
    "```\n",
    "<!-- ",
    "-->",
    "<!-- cfn: @x -->",
    "<details>",
    "</summary>",
    "[^1]",
    "[x]: y\n",
  ],
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](command:x)",
    "[a](javascript:x)",
    "![a](file:///etc/passwd)",
  ],
  ...[
    "<a href='data:text/html,x'>",
    "&#106;avascript:",
    "[".repeat(3000),
    "*".repeat(3000),
    "> ".repeat(1000),
    "- ".repeat(1000),
    "|".repeat(2000),
  ],
];
