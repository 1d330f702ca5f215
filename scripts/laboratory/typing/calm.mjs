// How calm diagnostics are while one correct resource is typed, and how soon a real error shows.
import { setTimeout as pause } from "node:timers/promises";
import { LanguageClient } from "../../bench/languageClient.mjs";

/** What stands in the file before. */
const BEFORE = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Name:
    Type: String
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref Name
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
`;

/** Correct resources, the first without a required property. The indentation comes with the line break, as Enter gives it. */
const RESOURCES = {
  queue: `  Queue:
    Type: AWS::SQS::Queue
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties:
      QueueName: !Sub '\${AWS::StackName}-jobs'
      VisibilityTimeout: 60
      Tags:
        - Key: Name
          Value: !Ref AWS::StackName
`,
  function: `  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code:
        ZipFile: |
          exports.handler = async () => {}
      Environment:
        Variables:
          STACK: !Ref AWS::StackName
`,
};

/** As an editor that takes diagnostics unasked. */
const EDITOR = {
  capabilities: {
    workspace: { configuration: true },
    textDocument: { publishDiagnostics: { versionSupport: true } },
  },
};

/**
 * @typedef {object} Calm
 * @property {number} keys
 * @property {readonly string[]} changes of the set of errors: the line as far as it was typed, and what came and went
 * @property {number} elsewhere until an error shows that an edit causes in another place, in milliseconds
 * @property {number} behind until an error shows in a word that Enter leaves
 * @property {number} rest until it shows if somebody stops in that word
 */

/**
 * @param {string} program the built command
 * @param {number} between milliseconds between two keys
 */
export async function calmReport(program, between) {
  const lines = [];
  for (const [name, resource] of Object.entries(RESOURCES)) {
    const { keys, changes, elsewhere, behind, rest } = await calmness(program, resource, between);
    lines.push(`${name}: ${keys} keys, the set of errors changes ${changes.length} times`, ...changes);
    const times = [elsewhere, behind, rest].map((time) => `${Math.round(time)} ms`);
    lines.push(
      `  an error elsewhere shows after ${times[0]}, one behind Enter after ${times[1]}, one in a word that rests after ${times[2]}`,
    );
  }
  return lines.join("\n");
}

/**
 * @param {string} program
 * @param {string} resource
 * @param {number} between
 * @returns {Promise<Calm>}
 */
async function calmness(program, resource, between) {
  const client = new LanguageClient([process.execPath, program, "lsp", "--stdio"]);
  await client.initialize(EDITOR);
  await client.open("yaml", BEFORE);
  await client.settled(500);
  const caret = { line: BEFORE.split("\n").length - 1, character: 0 };
  const changes = [];
  let before = errors(client);
  const keys = resource.match(/\n *|^ +|[^\n]/g) ?? [];
  for (const key of keys) {
    const version = await client.edit({ ...caret, insert: key });
    if (key.startsWith("\n")) Object.assign(caret, { line: caret.line + 1, character: key.length - 1 });
    else caret.character += key.length;
    await pause(between);
    while ((client.published.at(-1)?.version ?? version) < version) await pause(1);
    const now = errors(client);
    if (now !== before) changes.push(`  ${caret.line + 1}:${caret.character + 1}  ${before} → ${now}`);
    before = now;
  }
  const name = { line: 2, character: "  Name".length };
  await client.edit({ ...name, insert: "s" });
  const elsewhere = await untilError(client, "Name is neither");
  await client.edit({ ...name, remove: 1 });
  await client.settled(500);
  await client.edit({ ...caret, insert: "  Bucket:\n    Type: AWS::S3::Bucket\n    Deletion" });
  const word = { line: caret.line + 2, character: "    Deletion".length };
  await client.edit({ ...word, insert: "x: Delete" });
  word.character += "x: Delete".length;
  await client.settled(50);
  await client.edit({ ...word, insert: "\n    " });
  const behind = await untilError(client, "Deletionx");
  await client.edit({ line: word.line + 1, character: 4, insert: "Updat" });
  const rest = await untilError(client, "colon");
  await client.stop();
  return { keys: keys.length, changes, elsewhere, behind, rest };
}

/** @param {LanguageClient} client */
function errors({ published }) {
  const { diagnostics = [] } = published.at(-1) ?? {};
  const found = diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);
  return found.sort().join(", ") || "none";
}

/** Milliseconds until an error shows whose message has these words. @param {LanguageClient} client @param {string} words */
async function untilError(client, words) {
  const since = performance.now();
  for (;;) {
    const { diagnostics = [], at = since } = client.published.at(-1) ?? {};
    const found = diagnostics.some(({ severity, message }) => severity === 1 && String(message).includes(words));
    if (found) return Math.max(0, at - since);
    if (performance.now() - since > 10_000)
      throw new Error(`“${words}” is in none of: ${diagnostics.map(({ message }) => message).join("\n")}`);
    await pause(1);
  }
}
