import { deepEqual, ok } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Parameters:
  ShopName:
    Type: String
Resources:
  HarbourGate:
    Type: AWS::EC2::VPCGatewayAttachment
  QuayRoute:
    Type: AWS::EC2::Route
    DependsOn: HarbourGate
    Properties:
      RouteTableId: !Ref QuayTable
  QuayTable:
    Type: AWS::EC2::RouteTable
    DependsOn: HarbourGate
  TillStore:
    Type: AWS::RDS::DBInstance
    DependsOn: TillShelf
  TillShelf:
    Type: AWS::RDS::DBSubnetGroup
`;

/** The titles of a document's notes that show where the caret is in a line below a resource, or in a section's name. */
function shownAt(note: string, place: RegExp): readonly string[] {
  const { text, offset } = withCaret(TEMPLATE.replace(place, (found) => `${found.slice(0, -3)}<|>${found.slice(-3)}`));
  const template = parse(text);
  const focus = focusAt(template, offset);
  ok(focus);
  const index = fullIndex(source(note, { uri: "file:///ws/lessons.md" }));
  const templates = new TemplateFolders([["ws", "cfn"]], ["harbour.yaml"]);
  index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], templates });
  return index
    .at(focus, { uri: "file:///ws/cfn/harbour.yaml", template })
    .flatMap(({ note, tier, heeded }) => (tier === "mention" && heeded === undefined ? [] : note.title));
}

describe("a document's note that names resources", () => {
  const WAITS =
    "# CloudFormationの課題\n\n- **DependsOn**: TillShelfを作ってから作る。書かないと削除に失敗することがある。\n";
  it("shows where one of them is referred to", () =>
    deepEqual(shownAt(WAITS, /TillStore:\n.*\n.*DependsOn/), ["DependsOn"]));
  it("does not show at others", () => deepEqual(shownAt(WAITS, /QuayTable:\n.*\n.*DependsOn/), []));

  const TABLES =
    "# CloudFormationの課題\n\n- **DependsOn**: QuayTableは橋ができるまで待つ。書かないと削除に失敗することがある。\n";
  it("shows at what has it itself, and what refers to that", () => {
    deepEqual(shownAt(TABLES, /QuayTable:\n.*\n.*DependsOn/), ["DependsOn"]);
    deepEqual(shownAt(TABLES, /QuayRoute:\n.*\n.*DependsOn/), ["DependsOn"]);
  });
  it("shows anywhere if it names none", () =>
    deepEqual(shownAt(WAITS.replace("TillShelf", "棚"), /QuayTable:\n.*\n.*DependsOn/), ["DependsOn"]));
});

describe("a list of a template's parameters", () => {
  const list = (rows: string): string =>
    `# CloudFormation of shipping\n\n## Parameters\n\nThe stack accepts what follows:\n\n| Parameter | Use |\n|---|---|\n${rows}\n\n**By hand**:\n\nNever change the sails before the tide of spring is low.\n`;
  it("does not show at another one's, with a sentence before it", () =>
    deepEqual(
      shownAt(list("| `ShopName` | town |\n| `SailCount` | sails |\n| `RudderDays` | rudders |"), /Parameters/),
      [],
    ));
  it("shows at its own", () =>
    ok(shownAt(list("| `ShopName` | town |\n| `TillStore` | till |"), /Parameters/).length > 0));
});
