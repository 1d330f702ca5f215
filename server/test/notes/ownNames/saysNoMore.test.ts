import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Parameters:
  VpcId:
    Type: AWS::EC2::VPC::Id
  EnvType:
    Type: String
    Description: Environment tag of what is deployed
  TABLE_NAME:
    Type: String
  PoolSize:
    Type: Number
    Description: Size of the pool (2-10)
Resources:
  OrdersQueue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Ref EnvType
`;

/** The tiers of the notes where a name is declared. */
function tiersAt(notes: string, name: string, text = TEMPLATE): readonly string[] {
  const marked = withCaret(text.replace(`  ${name}:`, `  ${name.slice(0, 2)}<|>${name.slice(2)}:`));
  const template = parse(marked.text);
  const focus = focusAt(template, marked.offset);
  assert.ok(focus);
  const index = fullIndex(source(notes, { uri: "file:///ws/notes.md" }));
  return index.at(focus, { uri: "file:///ws/template.yaml", template }).map(({ tier }) => tier);
}

describe("a note on somebody's own thing", () => {
  for (const [notes, name] of [
    ["- `VpcId`: VPC ID\n", "VpcId"],
    ["- `VpcId`: The ID of your VPC.\n", "VpcId"],
    ["- `VpcId`: VPCのIDです。\n", "VpcId"],
    ["### VpcId\n\nVPC の ID を指定する\n", "VpcId"],
    ["| Parameter | Required | Default | Type |\n|---|---|---|---|\n| VpcId | No | - | string |\n", "VpcId"],
    ["- **EnvType**: Environment Tag.\n", "EnvType"],
    ["- **EnvType**: env type\n", "EnvType"],
    ["- **PoolSize**: pool size (2-10)\n", "PoolSize"],
    ["- `OrdersQueue`: SQS queue of orders\n", "OrdersQueue"],
    ["OrdersQueue:\n- VpcId: !Ref Network\n", "VpcId"],
  ] as const)
    it(`is only named where it says no more than the template: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.deepEqual(tiersAt(notes, name), ["mention"]));

  for (const [notes, name] of [
    ["- `VpcId`: VPC ID (required)\n", "VpcId"],
    ["- `VpcId`: VPCのID（変えない）\n", "VpcId"],
    ["- `VpcId`: the VPC of the bastion\n", "VpcId"],
    ["| Parameter | Default |\n|---|---|\n| VpcId | vpc-0 |\n", "VpcId"],
    ["- **EnvType**: `env`\n", "EnvType"],
    ["- **EnvType**: environment tag, 3 letters\n", "EnvType"],
    ["| Parameter | Default |\n|---|---|\n| PoolSize | 2 |\n", "PoolSize"],
    ["| Parameter | Default |\n|---|---|\n| PoolSize | `2` |\n", "PoolSize"],
    ["- `OrdersQueue`: SQS queue, [see](https://example.com/q)\n", "OrdersQueue"],
    ["| Key | Value |\n|---|---|\n| TABLE_NAME | `Table` |\n", "TABLE_NAME"],
    ["## VPC\n<!-- cfn: id:VpcId -->\nVPC ID\n", "VpcId"],
  ] as const)
    it(`shows where it has a word of its own: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.deepEqual(tiersAt(notes, name)[0], "thing"));

  it("is only named where it says no more than the comment above the thing", () => {
    const notes = "- `OrdersQueue`: orders not packed by shops\n";
    assert.deepEqual(tiersAt(notes, "OrdersQueue"), ["thing"]);
    const commented = TEMPLATE.replace("  OrdersQueue:", "  # Not packed yet\n  # by the shops.\n  OrdersQueue:");
    assert.deepEqual(tiersAt(notes, "OrdersQueue", commented), ["mention"]);
  });

  it("is only named where its line goes on with a sentence, in a paragraph that is filled", () => {
    const lines = [
      "The move is complete: the script that makes things for the shops reads **only**",
      "`OrdersQueue` — what was there before is gone, and a shop that does not know",
      "that fails fast instead of silently falling back to what was there before.",
    ];
    assert.deepEqual(tiersAt(`# Shops\n\n${lines.join("\n")}`, "OrdersQueue"), []);
    assert.deepEqual(tiersAt(lines.toSpliced(0, 1, "The move is complete").join("\n"), "OrdersQueue"), ["thing"]);
  });

  it("is only named where it repeats lines of the template", () => {
    const copy = (size: string): string => `## SQS queue\n\n\`\`\`yaml\nOrdersQueue:\n  Type: ${size}\n\`\`\`\n`;
    const tiers = (notes: string): readonly string[] => {
      const marked = withCaret(TEMPLATE.replace("AWS::SQS::Queue", "AWS::SQS::Que<|>ue"));
      const template = parse(marked.text);
      const focus = focusAt(template, marked.offset);
      assert.ok(focus);
      const index = fullIndex(source(notes, { uri: "file:///ws/notes.md" }));
      return index.at(focus, { uri: "file:///ws/template.yaml", template }).map(({ tier }) => tier);
    };
    assert.deepEqual(tiers(copy("AWS::SQS::Queue")), ["mention"]);
    assert.deepEqual(tiers(copy("AWS::SNS::Topic")), ["thing"]);
  });

  it("is compared with the thing where its title is another name of that", () => {
    const named = TEMPLATE.replace("!Ref EnvType", "orders-queue");
    const tiers = (notes: string): readonly string[] => {
      const marked = withCaret(named.replace("orders-queue", "orders-<|>queue"));
      const template = parse(marked.text);
      const focus = focusAt(template, marked.offset);
      assert.ok(focus);
      const index = fullIndex(source(notes, { uri: "file:///ws/notes.md" }));
      return index.at(focus, { uri: "file:///ws/template.yaml", template }).map(({ tier }) => tier);
    };
    assert.deepEqual(tiers("- `orders-queue`: SQS queue\n")[0], "mention");
    assert.deepEqual(tiers("- `orders-queue`: read by the till\n")[0], "thing");
  });

  it("shows a sentence on two names, which is its own title", () => {
    const text = TEMPLATE.replace("    Properties:", "    DeletionPolicy: Retain\n    Properties:");
    const marked = withCaret(text.replace("DeletionPolicy", "Deletion<|>Policy"));
    const template = parse(marked.text);
    const focus = focusAt(template, marked.offset);
    assert.ok(focus);
    const index = fullIndex(
      source("- `UpdateReplacePolicy` と `DeletionPolicy` で、データを残す。\n", { uri: "file:///ws/notes.md" }),
    );
    const shown = index.at(focus, { uri: "file:///ws/template.yaml", template });
    assert.deepEqual(shown[0]?.tier, "thing");
  });

  it("leaves in a line what is less close", () => {
    const notes = "- `OrdersQueue`: SQS queue\n\n## AWS::SQS::Queue\n\nKeep messages for four days.\n";
    assert.deepEqual(tiersAt(notes, "OrdersQueue"), ["mention", "whole"]);
  });
});

/** The tiers of what a README says beside a template, where the caret is. */
function tiersInReadme(
  notes: string,
  marked: string,
  declaring: readonly string[] = [],
  name = "README.md",
): readonly string[] {
  const { text, offset } = withCaret(marked);
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus);
  const index = fullIndex(source(`# Deploying the templates\n\n${notes}`, { uri: `file:///ws/${name}` }));
  index.setSurroundings({
    ...NO_SURROUNDINGS,
    workspace: [["ws"]],
    templates: new TemplateFolders([["ws", "cfn"]], ["network.yaml", "shop.yaml"]),
    declaring: () => declaring,
  });
  return index.at(focus, { uri: "file:///ws/cfn/network.yaml", template }).map(({ tier }) => tier);
}

const NETWORK = `Parameters:
  GitRepoUrl:
    Type: String
    # The branch is main
    Default: shop
  TaskMemory:
    Type: Number
    Default: 512
Resources:
  OrdersBucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders
  PrivateNetworkAcl:
    Type: AWS::EC2::NetworkAcl
Outputs:
  BucketArn:
    Value: !GetAtt OrdersBucket.Arn
`;

const SPANISH = "La pila para los pedidos.\n\nSe usa por la tienda.\n\nNo es para las fotos.\n\n";

/** What only a guide has. */
const DEPLOY = "```\naws cloudformation deploy --stack-name shop\n```\n";

describe("a document that goes through what templates have", () => {
  const row = (said: string): string => `| Parameter | Default | Description |\n|---|---|---|\n| ${said} |\n`;
  const at = (name: string): string => NETWORK.replace(name, `${name.slice(0, 2)}<|>${name.slice(2)}`);
  const memory = at("TaskMemory:");
  const url = at("GitRepoUrl:");
  const type = at("AWS::S3::Bucket");
  const condition = `${NETWORK}Conditions:\n  Has<|>GitRepo: !Not [!Equals [!Ref GitRepoUrl, ""]]\n`;
  const described = memory.replace(
    "Default: 512",
    "Default: 512\n    Description: Capacity of what keeps pictures of orders",
  );
  for (const [notes, marked] of [
    [row("`TaskMemory` | 512 | Memory of a container"), memory],
    [row("`TaskMemory` | `512` | in small.yaml, large.yaml and huge.yaml"), memory],
    [row("`GitRepoUrl` | - | 소스 코드 Git 저장소 URL"), url],
    [row("`GitRepoUrl` | `<your-url>` | Main branch"), url],
    [row("`GitRepoUrl` | `shop-2` | Main branch"), url],
    ["| Parameter | Default |\n|---|---|\n| `GitRepoUrl` | `shop-3` |\n", url],
    [row("`TaskMemory` | 512 | `TaskMemory = 512`"), memory],
    ["- **GitRepoUrl**: `{Shop}-GitRepoUrl`\n", url],
    ["- **GitRepoUrl**: `git_repo_url`\n", url],
    ["- **GitRepoUrl**: `arn:aws:iam::YOUR_ACCOUNT:role/shop`\n", url],
    ["- **GitRepoUrl**: `user@example.com`\n", url],
    ["- **GitRepoUrl**: `eu-west-1`\n", url],
    ["## GitRepoUrl\n```\nsam deploy --guided --parameter-overrides GitRepoUrl=shop-4\n```\n", url],
    ["| Function | Runtime | Timeout |\n|---|---|---|\n| `TaskMemory` | Python 3.8 | 90 s |\n", memory],
    ["- **GitRepoUrl**: where the code is\n", url],
    ["1. **GitRepoUrl**: Travis, see above\n", url],
    [`${SPANISH}${row("`GitRepoUrl` | - | URL del repositorio con código abierto")}`, url],
    ["- **GitRepoUrl**: `your-org/your-shop`, by Travis\n", url],
    [row("`GitRepoUrl` | - | For the OrdersBucket and the PrivateNetworkAcl"), url],
    [row("`GitRepoUrl` | - | Travis fetches that"), url],
    ["- [ ] `GitRepoUrl`: Travis fetches sources from there\n", url],
    [row("`GitRepoUrl` | - | If it's NOT empty, Travis fetches that"), url],
    [row("`TaskMemory` | 512 | ENABLEDを指定した場合、タスクのメモリが有効化されます。"), memory],
    [row("`TaskMemory` | 512 | 写真を保存する装置の容量"), described],
    ["- **TaskMemory**: 注文の写真を置く装置の容量で、512 MB にする\n", described],
    ["## GitRepoUrl\n\n| Shop | Town |\n|---|---|\n| Vinyl | Lima |\n| Books | Quito |\n", url],
    ["- **GitRepoUrl**: `git_repo_url_of_the_till`\n", url],
    ["## S3 buckets\n\nA bucket never forgets, so think twice before you put something in there.\n", type],
    ["## Outputs\n- `BucketArn`: read by Travis\n", at("Outputs:")],
    [`- **GitRepoUrl**: Travis fetches that\n\n${DEPLOY}`, url],
    ["| Parameter | Example |\n|---|---|\n| `GitRepoUrl` | `shop-3` |\n", url],
    ["- **GitRepoUrl**: the code, e.g. `https://git.example.com/shop`\n", url],
    ["- **TaskMemory**: memory (512-1024)\n", at("TaskMemory:").replace("512", "512\n    MaxValue: 1024")],
    ["## TaskMemory\n\n```yaml\nTaskMemory:\n  Type: String\n  Default: enough\n```\n", memory],
    ["- **S3 bucket**: Simple Storage Service\n", type],
    ["- **S3 bucket**: for storing pictures\n", type],
    ["## S3 buckets\n\n- `OrdersBucket`: pictures, called orders\n", type],
    ["## Outputs\n- The address of all\n- The names of tables\n", at("Outputs:")],
    ["## Outputs\n- `BucketArn`: the ARN of the bucket\n", at("Outputs:")],
    [row("`TaskMemory` | 512 | 1024"), memory],
    [row("`TaskMemory` | 512 | Each picture takes half"), memory],
    [row("`TaskMemory` | 512 | Each picture takes half, four stand in line"), described],
    ["- **GitRepoUrl**: Travis fetches that\n", url],
    ["- **S3 bucket**: pictures of orders, deleted ninety days after shipping\n", type],
    ["## Outputs\n- `BucketArn`: read by Travis, who fetches pictures from there\n", at("Outputs:")],
    ["## S3 buckets\n![all of them](a.png)\n*All our own buckets on a rainy Monday in July*\n", type],
    [row("`TaskMemory` | 512 | Picture limit when shipping"), memory],
    [row("`TaskMemory` | 512 | You need to provide half a picture"), memory],
    [row("`TaskMemory` | 512 | For tracking and cost allocation"), memory],
    [row("`TaskMemory` | 512 | Pictures of towns you require"), memory],
    [row("`TaskMemory` | 512 | If you would like to, choose three towns"), memory],
    [row("`TaskMemory` | 512 | If a town counts bills, the till waits"), described],
    [row("`TaskMemory` | 512 | Each picture takes half, four stand in line, the till waits at night"), described],
    ["- **GitRepoUrl**: the code. For more information about shops and towns, never miss [this](a.md)\n", url],
    ["## GitRepoUrl\n\nTravis fetches that.\n", url],
    ["## GitRepoUrl\n\n[all about shops](../docs/shops.md)\n", url],
    [`## GitRepoUrl\n\n### Who may never change it\n\n${row("`Town` | Lima | Never closes on Mondays")}`, url],
    ["## GitRepoUrl\n\nTravis fetches that.\n\n### Return type\n\nA shop that never closes\n", url],
    [row("`OrdersBucket` | - | Never choose one in another town"), at("OrdersBucket:")],
    ["- **HasGitRepo**: true if `GitRepoUrl` is not empty\n", condition],
    [
      "- **HasGitRepo**: true when code exists and HasTown is\n",
      `${condition}  HasTown: !Not [!Equals [!Ref TaskMemory, 1]]\n`,
    ],
    ["- **GitRepoUrl**: 店舗の一覧から、町の名前へ\n", url],
    ["- **GitRepoUrl**: Travis should fetch that at night\n", url],
    ["- **GitRepoUrl**: It should be visible that Travis signs it\n", url],
    ["## GitRepoUrl deployment steps\n\nNever let Travis rest.\n", url],
    [row("`TaskMemory` | 512 | TaskMemory=1024 でデプロイした場合のみ有効です"), memory],
  ] as const)
    it(`is only named where it hardly says more: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.deepEqual([...new Set(tiersInReadme(notes, marked))], ["mention"]));

  const conditioned = NETWORK.replace(
    "  BucketArn:\n",
    "  Bucket<|>Arn:\n    Condition: HasTill\n    Description: ARN of the bucket\n",
  );
  const list = url.replace("Type: String", "Type: CommaDelimitedList");
  const echoing = memory.replace("Default: 512", "Default: 512\n    Description: Maximum memory of a task");
  for (const [notes, marked] of [
    ["- `BucketArn`: pictures (only if TaskMemory is enabled)\n", conditioned],
    [row("`GitRepoUrl` | - | 複数指定する場合は、カンマ区切りで入力してください。"), list],
    [row("`TaskMemory` | 512 | Each picture takes half, four stand in line"), described],
  ] as const)
    it(`is only named where attributes of the thing say that: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.deepEqual([...new Set(tiersInReadme(notes, marked))], ["mention"]));
  for (const [notes, marked] of [
    ["- `BucketArn`: pictures (only if TaskMemory is enabled)\n", conditioned.replace("    Condition: HasTill\n", "")],
    [row("`GitRepoUrl` | - | 複数指定する場合は、カンマ区切りで入力してください。"), url],
    [row("`TaskMemory` | 512 | Each picture takes half, four stand in line"), echoing],
    [row("`TaskMemory` | 512 | 写真が多い夜は処理が失敗する"), described],
  ] as const)
    it(`shows where nothing else says that: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.equal(tiersInReadme(notes, marked)[0], "thing"));

  for (const [notes, marked] of [
    [row("`TaskMemory` | 512 | Never less than the bank asks for"), memory],
    [row("`TaskMemory` | 512 | Never less than the bank asks for"), described],
    [row("`TaskMemory` | 512 | **Three towns count on this one.**"), described],
    [row("`TaskMemory` | 512 | Note that three towns count on it"), described],
    [row("`TaskMemory` | 512 | Ignored if GitRepoUrl ends with till"), described],
    [row("`TaskMemory` | 512 | If three towns of Peru count bills, the till waits at night"), described],
    [row("`TaskMemory` | 512 | Each picture takes half, four stand in line"), memory],
    [
      row("`TaskMemory` | 512 | Each picture takes half, four stand in line, and the till waits for all at night"),
      memory,
    ],
    [row("`TaskMemory` | 512 | Pictures fail if there is less"), memory],
    [row("`GitRepoUrl` | - | Only with TaskMemory and OrdersBucket"), url],
    ["- **GitRepoUrl**: Travis fetches that, builds shops of three towns and sends bills at night\n", url],
    ["- **GitRepoUrl**: 夜の集計が終わるまで、店舗の担当者は変更しない\n", url],
    ["- **GitRepoUrl**: 会計が締まるまで消してはいけない\n", url],
    ["- **TaskMemory**: 夜間のバッチが写真を数えるので、短くしない。\n", memory],
    ["- **TaskMemory**: 夜間のバッチが数えるので、短くしない。\n", described],
    ["- **TaskMemory**: 締め日に90分かかる\n", described],
    ["- **TaskMemory**: 夜の集計が重いから、減らしておく\n", memory],
    ["- **TaskMemory**: 推奨：月末は倍にして様子を見る\n", memory],
    ["- **GitRepoUrl**: It should be the one that Travis signs\n", url],
    ["- **GitRepoUrl**: Travis recommends to sign it\n", url],
    ["### Set GitRepoUrl\n\nOnly Travis may change that.\n", url],
    ["## GitRepoUrl\n\nTravis fetches that.\n\nNever let Travis rest.\n", url],
    ["- **HasGitRepo**: true if `GitRepoUrl` is set, which `TaskMemory` must allow\n", condition],
    [row("`TaskMemory` | 512 | When the till counts all pictures of a night, half suffices"), memory],
  ] as const)
    it(`shows where it says something: ${notes.trim().split("\n").at(-1)}`, () =>
      assert.equal(tiersInReadme(notes, marked)[0], "thing"));

  it("is no study note, whose title has CloudFormation in it, where it decides something or is called in capitals", () => {
    const tierIn = (
      name: string,
      title: string,
      said = "Never drop it, since three towns send bills.",
    ): string | undefined => {
      const { text, offset } = withCaret(type);
      const template = parse(text);
      const focus = focusAt(template, offset);
      assert.ok(focus);
      const index = fullIndex(source(`# ${title}\n\n## S3 bucket\n\n${said}\n`, { uri: `file:///ws/${name}` }));
      index.setSurroundings({
        ...NO_SURROUNDINGS,
        workspace: [["ws"]],
        templates: new TemplateFolders([["ws", "cfn"]], ["network.yaml", "shop.yaml", "till.yaml"]),
      });
      const [bound] = index.at(focus, { uri: "file:///ws/cfn/network.yaml", template });
      return bound?.heeded === undefined ? bound?.tier : "sentence";
    };
    assert.equal(tierIn("s3.md", "CloudFormation and S3"), "thing");
    assert.equal(tierIn("s3.md", "ADR-038: CloudFormation and S3"), "sentence");
    assert.equal(tierIn("PARAMETERS.md", "CloudFormation and S3"), "sentence");
    assert.equal(tierIn("memory/s3.md", "CloudFormation and S3"), undefined);
    assert.equal(tierIn(".planning/phases/s3.md", "CloudFormation and S3"), undefined);
    const known = "Keeps pictures while shops are closed, and sends bills to three towns.";
    assert.equal(tierIn("s3.md", "学習ノート", known), "thing", "a note");
    assert.equal(tierIn("s3.md", "学習ノートアプリ 仕様書"), "sentence");
  });

  it("is not all of a document whose title is an everyday name, but a section may be", () => {
    const parameter = NETWORK.replace("  TaskMemory:", "  Archi<|>tecture:");
    const said = "Never change that of the till, since the bank of Lima counts on it.\n";
    const tiersIn = (notes: string): readonly string[] => {
      const { text, offset } = withCaret(parameter);
      const template = parse(text);
      const focus = focusAt(template, offset);
      assert.ok(focus);
      const index = fullIndex(source(notes, { uri: "file:///ws/docs/architecture.md" }));
      const templates = new TemplateFolders([["ws"]], ["network.yaml"]);
      index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], templates });
      return index.at(focus, { uri: "file:///ws/network.yaml", template }).map(({ tier }) => tier);
    };
    assert.deepEqual(tiersIn(`# Architecture\n\n${said}`), []);
    assert.deepEqual(tiersIn(`# Storage\n\n## Architecture\n\n${said}`), []);
    assert.deepEqual(tiersIn(`# Parameters of network.yaml\n\n## Architecture\n\n${said}`), ["thing"]);
    assert.deepEqual(tiersIn(`# Parameters\n\n## Architecture\n\n${said}\n## GitRepoUrl\n\nText.\n`), ["thing"]);
  });

  it("is on no template that tests read, but lies with that", () => {
    const { text, offset } = withCaret(at("OrdersBucket:"));
    const template = parse(text);
    const focus = focusAt(template, offset);
    assert.ok(focus);
    const tiersIn = (file: string): readonly string[] => {
      const index = fullIndex(
        source("## OrdersBucket\n\nNever drop it, since three towns send bills.\n", { uri: `file:///ws/${file}` }),
      );
      const uri = "file:///ws/test/fixtures/network.yaml";
      index.setSurroundings({
        ...NO_SURROUNDINGS,
        workspace: [["ws"]],
        templates: new TemplateFolders([["ws", "test", "fixtures"]], ["network.yaml"]),
      });
      return index.at(focus, { uri, template }).map(({ tier }) => tier);
    };
    assert.deepEqual(tiersIn("test/fixtures/README.md"), ["thing"]);
    assert.deepEqual(tiersIn("docs/buckets.md"), []);
  });

  it("is on something of AWS's, which may be any resource of a type", () => {
    const about =
      "## Network ACLs\n\n`PublicNetworkAcl` keeps the world from all that counts money, so never drop it.\n";
    const two = NETWORK.replace("Outputs:", "  PublicNetworkAcl:\n    Type: AWS::EC2::Netw<|>orkAcl\nOutputs:");
    assert.equal(tiersInReadme(about, two)[0], "mention");
    const marked = about.replace("\n\n", "\n<!-- cfn: AWS::EC2::NetworkAcl -->\n\n");
    assert.equal(tiersInReadme(marked, two)[0], "thing");
  });

  it("is on a nested template's parameter where it says what to heed", () => {
    const nested = NETWORK.replace(
      "Outputs:",
      "  Till:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: shop.yaml\n      Parameters:\n        Sh<|>elfSpace: 2\nOutputs:",
    );
    assert.equal(tiersInReadme(row("`ShelfSpace` | 2 | Never less than the bank"), nested)[0], "mention");
    assert.equal(
      tiersInReadme(row("`ShelfSpace` | 2 | Never less than the bank of Lima asks for"), nested)[0],
      "thing",
    );
  });

  it("is only named where a description and a value say what an output is", () => {
    const tiersIn = (section: string, marked: string): readonly string[] =>
      tiersInReadme(`${section}\n## Deploy\n\n${DEPLOY}`, marked, [], "guide.md");
    assert.deepEqual(tiersIn("## BucketArn\n\nThe address of pictures.\n", conditioned), ["mention"]);
    assert.deepEqual(tiersIn("## TaskMemory\n\nThe space for pictures.\n", echoing), ["thing"]);
  });

  it("is only named where a resource is called as AWS's things are, and a text says what those are", () => {
    const server = NETWORK.replace("Outputs:", "  EC<|>2:\n    Type: AWS::EC2::Instance\nOutputs:");
    const tiersOf = (said: string): readonly string[] =>
      tiersInReadme(`# Shop\n\n## EC2\n\n${said}\n`, server, [], "a.md");
    const known =
      "Lends machines to anybody by the hour, with disks, clocks, lamps, bills, trains, towns and harbours.";
    assert.equal(tiersOf(known)[0], "mention");
    assert.equal(tiersOf("Never stop it at night, since the bank of Lima counts its money then.")[0], "thing");
  });

  it("tells of a custom resource what nobody else says, in however few words", () => {
    const custom = NETWORK.replace("AWS::S3::Bucket", "Custom::Mail<|>Domain");
    assert.deepEqual(tiersInReadme(`## Custom::MailDomain\n\nSends mail.\n\n${DEPLOY}`, custom), ["thing"]);
    assert.deepEqual(tiersInReadme(`## AWS::S3::Bucket\n\nSends mail.\n\n${DEPLOY}`, type), ["mention"]);
  });

  it("is on what a project has in a README, however much of that is on AWS", () => {
    const tierIn = (
      uri: string,
      templates: readonly string[],
      said = "Never drop it, since three towns send bills.",
      title = "S3",
      heading = "S3 bucket",
      wanted = heading,
    ): string | undefined => {
      const notes = `# ${title}\n\n## ${heading}\n\n${said}\n`;
      const { text, offset } = withCaret(type);
      const template = parse(text);
      const focus = focusAt(template, offset);
      assert.ok(focus);
      const index = fullIndex(source(notes, { uri }));
      index.setSurroundings({
        ...NO_SURROUNDINGS,
        workspace: [["ws"]],
        templates: new TemplateFolders([["ws", "cfn"]], templates),
      });
      const found = index.at(focus, { uri: "file:///ws/cfn/network.yaml", template });
      const bound = found.find(({ note }) => note.title === wanted);
      return bound?.heeded === undefined ? bound?.tier : "sentence";
    };
    const several = ["network.yaml", "shop.yaml", "till.yaml"];
    assert.equal(tierIn("file:///ws/s3.md", ["network.yaml"]), "thing");
    assert.equal(tierIn("file:///ws/notes/s3.md", several), "thing");
    assert.equal(tierIn("file:///ws/aws-study/s3.md", several), "thing");
    assert.equal(tierIn("file:///ws/learn-aws/s3.md", several), "thing");
    assert.equal(tierIn("file:///ws/time-study/s3.md", several), "sentence");
    assert.equal(tierIn("file:///ws/s3.md", several), "sentence");
    assert.equal(tierIn("file:///ws/s3.md", several, "Keeps pictures, and sends bills to three towns."), "mention");
    assert.equal(
      tierIn("file:///ws/s3.md", several, "Never drop `OrdersBucket`, since three towns send bills."),
      "thing",
    );
    const ofThis = "Keeps pictures while shops are closed.\n\n## GitRepoUrl\n\nNever change it.";
    assert.equal(tierIn("file:///ws/s3.md", ["network.yaml"], ofThis), "mention");
    const storage = [
      "Never drop it, since three towns send bills.",
      "S3",
      "S3 buckets, EFS file systems, DynamoDB",
    ] as const;
    assert.equal(tierIn("file:///ws/s3.md", several, ...storage), "sentence");
    assert.equal(tierIn("file:///ws/notes/s3.md", several, ...storage), "thing");
    assert.equal(tierIn("file:///ws/README.md", ["network.yaml"]), "thing");
    assert.equal(tierIn("file:///ws/README.md", several), "mention");
    // Of a folder that the template is not in, unless those are study notes.
    assert.equal(tierIn("file:///ws/buckets/README.md", ["network.yaml"]), "mention");
    assert.equal(tierIn("file:///ws/til/buckets/README.md", ["network.yaml"]), "thing");
    // What somebody did, by hand, unless it names what the template has.
    const byHand = "Click on **Create bucket**, and never forget the bill of three towns.";
    assert.equal(tierIn("file:///ws/s3.md", ["network.yaml"], byHand), "mention");
    assert.equal(
      tierIn("file:///ws/s3.md", ["network.yaml"], byHand.replace("**Create", "`OrdersBucket`, **Create")),
      "thing",
    );
    assert.equal(tierIn("file:///ws/notes/s3.md", ["network.yaml"], byHand), "thing");
    // A document that hardly speaks of AWS.
    const others = ["Bills", "Tills", "Towns", "Trains"].map((title) => `## ${title}\n\n- One\n- Two\n- Three\n`);
    const shop = ["Keeps pictures, and bills.", ...others].join("\n\n");
    assert.equal(tierIn("file:///ws/shop.md", ["network.yaml"], shop, "Shop"), "mention");
    assert.equal(tierIn("file:///ws/notes/shop.md", ["network.yaml"], shop, "Shop"), "thing");
  });

  it("is compared with the label of a parameter", () => {
    const labelled = `Metadata:
  AWS::CloudFormation::Interface:
    ParameterLabels:
      TaskMemory:
        default: Each picture takes half
${memory}`;
    const notes = row("`TaskMemory` | 512 | Each picture takes half, four stand in line");
    assert.equal(tiersInReadme(notes, memory)[0], "thing");
    assert.equal(tiersInReadme(notes, labelled)[0], "mention");
  });

  it("is only named where the name is in a title on something else", () => {
    const notes = "### Why all the towns share one GitRepoUrl\n\nOnly Travis may change that, since the bank asks.\n";
    assert.equal(tiersInReadme(notes, url)[0], "mention");
  });

  it("is on another template in a row beside one that repeats this one", () => {
    const other = row("`TaskMemory` | 512 | Never less than the bank asks for");
    assert.equal(tiersInReadme(`## Small\n\n${other}`, memory)[0], "thing");
    const both = `## Small\n\n${row("`TaskMemory` | 512 | Task memory")}\n## Large\n\n${other}`;
    assert.deepEqual([...new Set(tiersInReadme(both, memory))], ["mention"]);
  });

  it("is on the parameters of the template that is closer to it", () => {
    const notes = row("`TaskMemory` | 512 | Never less than the bank asks for");
    const cfn = "file:///ws/cfn/network.yaml";
    assert.equal(tiersInReadme(notes, memory, [cfn, "file:///ws/main.yaml"])[0], "mention");
    assert.equal(tiersInReadme(notes, memory, [cfn, "file:///ws/cfn/shop.yaml"])[0], "thing");
    assert.equal(tiersInReadme(notes, memory, [cfn, "file:///ws/docs/main.yaml"])[0], "thing");
    const named = `## network.yaml\n\n${notes}`;
    assert.equal(tiersInReadme(named, memory, [cfn, "file:///ws/main.yaml"])[0], "thing");
  });
});
