import assert from "node:assert/strict";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";

/** Topics, the first and the last of which have a mistake. */
function template(count: number): string {
  const topics = Array.from({ length: count }, (_, index) => {
    const key = index === 0 || index === count - 1 ? "Colour" : "DisplayName";
    return `  Topic${index}:\n    Type: AWS::SNS::Topic\n    Properties:\n      ${key}: red\n`;
  });
  return `Resources:\n${topics.join("")}`;
}

/** The lines of the findings, for each time that diagnostics were published. */
async function publishedFor(text: string, edit?: unknown): Promise<readonly (readonly number[])[]> {
  const client = new Client();
  await client.start();
  await client.open(URI, text);
  const lines = (): number[][] =>
    client.published
      .filter(({ uri }) => uri === URI)
      .map(({ diagnostics }) => diagnostics.map(({ range }) => range.start.line).sort((a, b) => a - b));
  const last = text.split("\n").length - 2;
  await client.until(() => lines().at(-1)?.includes(last) === true);
  const before = client.published.length;
  if (edit !== undefined) await client.diagnostics(URI).then(() => client.change(URI, [edit]));
  if (edit !== undefined) await client.until(() => client.published.length > before);
  await client.stop();
  return lines();
}

describe("diagnostics of a large template", () => {
  it("show what is wrong in its beginning before the rest is checked", async () => {
    assert.deepEqual(await publishedFor(template(300)), [[4], [4, 1200]]);
  });

  it("come at once where the template is small", async () => {
    assert.deepEqual(await publishedFor(template(100)), [[4, 400]]);
  });

  it("come at once after an edit", async () => {
    const start = { line: 4, character: 6 };
    const edit = { range: { start, end: { line: 4, character: 12 } }, text: "DisplayName" };
    assert.deepEqual(await publishedFor(template(300), edit), [[4], [4, 1200], [1200]]);
  });
});
