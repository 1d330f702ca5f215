import { deepEqual, ok } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Resources:
  ShopGuard:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: shops
      VpcId: !ImportValue Town
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0
`;

/** The titles of a document's notes that show at a place of a template that it lies with. */
function shownAt(note: string, place: string): readonly string[] {
  const before = place.replace("<|>", "");
  ok(TEMPLATE.includes(before), place);
  const { text, offset } = withCaret(TEMPLATE.replace(before, place));
  const template = parse(text);
  const focus = focusAt(template, offset);
  ok(focus);
  const index = fullIndex(source(note, { uri: "file:///ws/cfn/README.md" }));
  const templates = new TemplateFolders([["ws", "cfn"]], ["guard.yaml"]);
  index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], templates });
  return index
    .at(focus, { uri: "file:///ws/cfn/guard.yaml", template })
    .flatMap(({ note, tier, heeded }) => (tier === "mention" && heeded === undefined ? [] : note.title));
}

const GUARDS =
  "# IaC\n\n## VPC\n\n町の網。\n\n## ルートテーブル\n\n道を決める。\n\n## セキュリティグループ\n\n店の外からは必ず町の門を通す。\n";

describe("a section on a type, in a README beside a template", () => {
  it("stands at the type", () => ok(shownAt(GUARDS, "AWS::EC2::Security<|>Group").includes("セキュリティグループ")));

  for (const place of ["Vpc<|>Id:", "From<|>Port:", "Cidr<|>Ip:", "0.0.<|>0.0/0"])
    it(`does not stand at what it does not name: ${place}`, () => deepEqual(shownAt(GUARDS, place), []));

  it("stands at a key that it names", () =>
    ok(shownAt(GUARDS.replace("町の門", "`CidrIp`の門"), "Cidr<|>Ip:").includes("セキュリティグループ")));
});
