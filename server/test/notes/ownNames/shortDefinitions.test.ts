import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy:
      AutoScalingRollingUpdate:
        MinInstancesInService: 2
        MaxBatchSize: 1
        PauseTime: PT15M
        WaitOnResourceSignals: true
    Properties:
      MinSize: "2"
      MaxSize: "4"
      HealthCheckGracePeriod: 300
      LaunchTemplate:
        LaunchTemplateId: !Ref Template
        Version: !GetAtt Template.LatestVersionNumber
`;

/** The tiers and titles of the notes at a key of the template, best first. */
function notesAt(key: string, ...texts: readonly string[]): readonly string[] {
  const { text, offset } = withCaret(TEMPLATE.replace(` ${key}:`, ` ${key.slice(0, 2)}<|>${key.slice(2)}:`));
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus);
  const index = fullIndex(...texts.map((one, at) => source(one, { uri: `file:///notes/${at}.md` })));
  return index.at(focus, { uri: "file:///ws/t.yaml", template }).map(({ tier, note }) => `${tier} ${note.title}`);
}

describe("a short definition of something of AWS's", () => {
  for (const [key, definition] of [
    ["PauseTime", "- **PauseTime**: wait between batches"],
    ["PauseTime", "- **PauseTime**: time between batches"],
    ["PauseTime", "- **PauseTime**: pause"],
    ["PauseTime", "- **PauseTime**: set PT15M"],
    ["PauseTime", "- `PauseTime`: wait between batches. With WaitOnResourceSignals it's the timeout"],
    ["PauseTime", "- PauseTime - wait for signals"],
    ["PauseTime", "| PauseTime | wait between batches |\n|--|--|\n| PauseTime | wait between batches |"],
    ["PauseTime", "### PauseTime\n\nWait between batches."],
    ["PauseTime", "- PauseTime：バッチの間の待ち時間"],
    ["MaxBatchSize", "- **MaxBatchSize**: number of instances per batch"],
    ["MinInstancesInService", "- **MinInstancesInService**: instances that stay in service"],
  ] as const)
    it(`shows: ${definition.split("\n").at(-1)}`, () => {
      const [first] = notesAt(key, `# UpdatePolicy\n\n## AutoScalingRollingUpdate\n\n${definition}\n`);
      assert.equal(first, `thing ${key}`);
    });

  it("shows at a property, and at a type", () => {
    const [first] = notesAt("HealthCheckGracePeriod", "# Auto Scaling group\n\n- **HealthCheckGracePeriod**: health\n");
    assert.equal(first, "thing HealthCheckGracePeriod");
    const [second] = notesAt("LaunchTemplate", "# Auto Scaling group\n\n- **LaunchTemplate**: version and template\n");
    assert.equal(second, "thing LaunchTemplate");
  });

  it("is only named where it is a copy of the template", () => {
    const copy = "# UpdatePolicy\n\n## PauseTime\n\n```yaml\nPauseTime: PT15M\n```\n";
    assert.equal(notesAt("PauseTime", copy)[0], "mention PauseTime");
    assert.equal(notesAt("PauseTime", copy.replace("PT15M", "PT30M"))[0], "thing PauseTime");
  });

  it("comes before a sentence that begins with the name", () => {
    const log = "# Mistakes\n\n## 2026-10-03\n- ❌ PauseTime の default は 0 だと思った → PT5M\n";
    const definitions = "# UpdatePolicy\n\n## AutoScalingRollingUpdate\n\n- **PauseTime**: wait between batches\n";
    assert.deepEqual(notesAt("PauseTime", log, definitions).slice(0, 2), [
      "thing PauseTime",
      "thing ❌ PauseTime の default は 0 だと思った",
    ]);
  });
});
