import { deepEqual } from "node:assert/strict";
import { notesAt, properties, source } from "../noteAt.ts";
import { builtInIndex } from "./builtInIndex.ts";

/** Whose notes show in full at a place, best first, by their titles. */
function inFull(own: string, template: string): readonly string[] {
  const index = builtInIndex("en");
  index.set(source(own));
  const found = notesAt(index, template).filter(({ tier }) => tier === "thing");
  return found.map(({ note, file }) => (file.builtIn ? "built-in" : note.title));
}

const version = properties("AWS::AutoScaling::AutoScalingGroup", "LaunchTemplate:\n  Ver<|>sion: x");
const short = "# Launch template\n\n$Latest or $Default; a template needs its latest number.\n";
const long = `${short}\n${"Says how instances are started. ".repeat(20)}\n`;

describe("a note on a type, at a key of it that the built-in note on the same topic is on", () => {
  it("comes first if it is short", () => {
    deepEqual(inFull(short, version).slice(0, 2), ["Launch template", "built-in"]);
    const id = version.replace("Ver<|>sion", "LaunchTemplate<|>Id");
    deepEqual(inFull(short, id).slice(0, 2), ["Launch template", "built-in"]);
    const token = properties("Custom::Seed", "ServiceTok<|>en: x");
    deepEqual(inFull("# カスタムリソース\n\n応答を返さないと1時間止まる。\n", token).slice(0, 2), [
      "カスタムリソース",
      "built-in",
    ]);
  });

  it("comes first at any key, and below the key that it is on", () => {
    for (const [own, template] of [
      [
        "## ライフサイクルフック\n\n既定1時間。\n",
        properties("AWS::AutoScaling::LifecycleHook", "Heartbeat<|>Timeout: 9"),
      ],
      ["## 複合アラーム\n\nアラームをまとめる。\n", properties("AWS::CloudWatch::CompositeAlarm", "Alarm<|>Rule: x")],
      [
        "## ブロックパブリックアクセス\n\n4つのスイッチ。\n",
        properties("AWS::S3::Bucket", "PublicAccessBlockConfiguration:\n        BlockPublic<|>Acls: true"),
      ],
    ] as const)
      deepEqual(inFull(`# S3, Auto Scaling and CloudWatch\n\n${own}`, template).slice(0, 2), [
        own.slice(3, own.indexOf("\n")),
        "built-in",
      ]);
    deepEqual(
      inFull("# 複合アラーム\n\nまとめる。\n", properties("AWS::AutoScaling::LifecycleHook", "Heartbeat<|>Timeout: 9")),
      ["built-in"],
    );
  });

  it("stays a line if it is long, unless it names the key", () => {
    deepEqual(inFull(long, version), ["built-in"]);
    deepEqual(inFull(`${long}\nSet Version to that.\n`, version).slice(0, 2), ["Launch template", "built-in"]);
  });

  it("stays a line below one on the key itself", () => {
    const both = `${short}\n- **Version**: of the template, not of the image\n`;
    deepEqual(inFull(both, version).slice(0, 2), ["Version", "built-in"]);
  });

  it("stays a line where a resource is named", () => {
    const note = "# VPC\n\n## ルートテーブル\n\nサブネットに1つだけ。\n";
    const route = (text: string): string =>
      `${properties("AWS::EC2::Route", text)}\n  Gate:\n    Type: AWS::EC2::InternetGateway\n`;
    deepEqual(inFull(note, route("Gateway<|>Id: !Ref Gate"))[0], "ルートテーブル");
    deepEqual(inFull(note, route("GatewayId: !Ref Ga<|>te")).includes("ルートテーブル"), false);
  });

  it("stays a line if it is on another topic", () => {
    deepEqual(inFull("# Auto Scaling group\n\nKeeps servers.\n", version), ["built-in"]);
  });
});
