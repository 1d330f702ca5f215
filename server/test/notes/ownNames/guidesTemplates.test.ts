import { deepEqual } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { explain } from "../../../src/notes/places/explain.ts";
import { uriSteps } from "../../../src/notes/reading/markdown/uriPath.ts";
import { withCaret } from "../../marked.ts";
import { indexOf, properties, resource, source } from "../noteAt.ts";

const QUEUE = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");
const NOTE = "# SQS\n## VisibilityTimeout\n30秒にした。\n";
const LAUNCH =
  "[Launch](https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/new?templateURL=https://example.com/a.yaml)";

interface Asked {
  readonly template: string;
  /** The folders that have templates. */
  readonly folders: readonly string[];
  /** What their files are called. */
  readonly files?: readonly string[];
  /** The folders of notes. */
  readonly notes?: readonly string[];
}

/** How many notes of a file show in a template, and why the first that does not is left out. */
function check(
  name: string,
  file: string,
  text: string,
  asked: Asked,
  expected: number | string | undefined,
  at: string = QUEUE,
): void {
  it(name, () => {
    const { text: template, offset } = withCaret(at);
    const parsed = parse(template);
    const focus = focusAt(parsed, offset);
    const index = indexOf([source(text, { uri: `file://${file}` })]);
    const templates = new TemplateFolders(asked.folders.map(uriSteps), asked.files);
    const notes = (asked.notes ?? ["/w"]).map(uriSteps);
    index.setSurroundings({ notes, workspace: [["w"]], templates, spoken: [] });
    const about = { uri: `file://${asked.template}`, template: parsed };
    const { shown, leftOut } = focus === undefined ? { shown: [], leftOut: [] } : explain(focus, index, about);
    deepEqual(shown.length > 0 ? shown.length : leftOut[0]?.reason.code, expected);
  });
}

describe("Notes that tell how to use templates", () => {
  const folders = ["/w/queue", "/w/web"];
  const here = { template: "/w/queue/a.yaml", folders };
  const elsewhere = { template: "/w/web/a.yaml", folders };
  const deploy = `${NOTE}\naws cloudformation deploy --template-file a.yaml\n`;
  check("a README shows in the templates of its folder", "/w/queue/README.md", deploy, here, 1);
  check("not in those of another one", "/w/queue/README.md", deploy, elsewhere, "guide");
  const clone = `${NOTE}\n## Prerequisites\n\n    git clone https://example.com/a\n`;
  check("not the README of a program, either", "/w/queue/README.md", clone, elsewhere, "guide");
  check("that introduces itself", "/w/queue/README.md", `${NOTE}\nThis sample sends messages.\n`, elsewhere, "guide");
  const directory = `${NOTE}\nThis directory contains the policy that the pipeline deploys with.\n`;
  check("that says what its folder is for", "/w/iam/README.md", directory, elsewhere, "guide");
  check(
    "but the folder may be one of notes",
    "/w/iam/README.md",
    directory.replace("the policy", "notes"),
    elsewhere,
    1,
  );
  check("nor that of a folder two levels below", "/w/queue/test/e2e/README.md", clone, elsewhere, "guide");
  check(
    "a text that says what its template makes",
    "/w/queue/sqs.md",
    `The template creates:\n\n${NOTE}`,
    elsewhere,
    "guide",
  );
  check("in any language", "/w/queue/README_JP.md", deploy, elsewhere, "guide");
  check("that names a template's file", "/w/queue/readme.md", `${NOTE}\n\`queue.yaml\``, elsewhere, "guide");
  check("any file with a button that launches a stack", "/w/queue/sqs.md", `${NOTE}\n${LAUNCH}`, elsewhere, "guide");
  const usage = `${NOTE}\n## Usage\n\nCall it.\n`;
  check("that has a section on its use", "/w/queue/README.md", usage, elsewhere, "guide");
  const atRoot = { template: "/w/a.yaml", folders: ["/w"] };
  check("of a program in a folder below the template's", "/w/processor/README.md", usage, atRoot, "guide");
  check("but a folder of documents there is on the template", "/w/docs/README.md", usage, atRoot, 1);
  const several = { ...elsewhere, folders: [...folders, "/w/table"] };
  check("a short README of one of several folders of templates", "/w/queue/README.md", NOTE, several, "guide");
  check("or a long one", "/w/queue/README.md", NOTE + "\na\n".repeat(40), several, "project");
  check("and what else lies in such a folder", "/w/queue/hints/sqs.md", NOTE, several, "project");
  check("the README of a folder that has no template", "/w/scripts/README.md", NOTE, several, "project");
  check("and what lies in documents elsewhere", "/w/docs/aws/README.md", NOTE, several, "project");
  check("but not what lies in documents beside the template", "/w/web/docs/sqs.md", NOTE, several, 1);
  check("nor in a folder called as the template's", "/w/docs/web/sqs.md", NOTE, several, 1);
  check("nor in a folder of notes alone", "/w/docs/sqs.md", NOTE, { ...several, notes: ["/w/docs"] }, 1);
  const owned = `Parameters:\n  OrdersAlarmAddress: {Type: String}\n${QUEUE}`;
  const tells = `${NOTE}\n通知先は \`OrdersAlarmAddress\`。\n`;
  check("nor a section that names what is the template's own", "/w/docs/sqs.md", tells, several, 1, owned);
  check(
    "nor an item beside one that does",
    "/w/docs/sqs.md",
    "# SQS\n- `VisibilityTimeout`: 30秒\n- `OrdersAlarmAddress`: 通知先\n",
    several,
    1,
    owned,
  );
  check("but the document of another part may have the same", "/w/queue/sqs.md", tells, several, "project", owned);
  it("what lies elsewhere waits as a mention", () => {
    const { text, offset } = withCaret(QUEUE);
    const template = parse(text);
    const focus = focusAt(template, offset);
    const index = indexOf([source(NOTE, { uri: "file:///w/docs/sqs.md" })]);
    index.setSurroundings({
      notes: [["w"]],
      workspace: [["w"]],
      templates: new TemplateFolders(several.folders.map(uriSteps)),
      spoken: [],
    });
    const asked = { uri: "file:///w/web/a.yaml", template };
    deepEqual(
      focus && [index.at(focus, asked).length, index.mentionedAt(focus, [], asked).map(({ note }) => note.title)],
      [0, ["VisibilityTimeout"]],
    );
  });
  check(
    "a document on another tool",
    "/w/docs/sqs.md",
    "# SQS with Terraform\n\n## VisibilityTimeout\n\nThirty.\n",
    several,
    "project",
  );
  const data = "# SQS data format\n\n## VisibilityTimeout\n\nSeconds, as they were found.\n";
  check("a document on a program's data", "/w/docs/sqs.md", data, several, "project");
  const checked = "# SQS 整合性確認レポート\n\n## VisibilityTimeout\n\n30秒。\n";
  check("a report on what somebody checked", "/w/docs/sqs.md", checked, several, "project");
  const byHand = "# Deploying SQS by hand\n\n## The queue\n\n- Upload `b.yaml`\n\n### VisibilityTimeout\n\nThirty.\n";
  check(
    "a section on deploying another template",
    "/w/docs/a.md",
    byHand,
    { ...several, files: ["a.yaml", "b.yaml"] },
    "project",
  );
  check("nor what somebody learned", "/w/aws-study/queue/README.md", NOTE, several, 1);
  check("but not a README of notes alone", "/w/queue/README.md", NOTE, elsewhere, 1);
  check("nor one without templates around", "/w/sqs/README.md", deploy, { ...elsewhere, folders: ["/x"] }, 1);
  check("nor an article that tells how to deploy", "/w/queue/deploy.md", deploy, elsewhere, 1);
  const sections = "# SQS\n## VisibilityTimeout\n30秒にした。\n\n    sam deploy -t b.yaml\n";
  const both = { ...here, files: ["a.yaml", "b.yaml"] };
  check("a section on another template is on that", "/w/queue/README.md", sections, both, "guide");
  const zones = { template: "/w/3az/a.yaml", folders: ["/w/2az", "/w/3az"], files: ["a.yaml"] };
  const inZones = (path: string): string => sections.replace("b.yaml", path);
  check("a path tells files of one name apart", "/w/README.md", inZones("2az/a.yaml"), zones, "guide");
  check("and is its own", "/w/README.md", inZones("./3az/a.yaml"), zones, 1);
  check("an address may be anyone's", "/w/README.md", inZones("https://example.com/v1/a.yaml"), zones, 1);
  check("but not one on a file that is none", "/w/queue/README.md", sections, { ...both, files: ["a.yaml"] }, 1);
  check("the one above all templates shows in all", "/w/README.md", deploy, elsewhere, 1);
  check(
    "unless it says itself what it is about",
    "/w/queue/README.md",
    `---\ntemplates: web/*\n---\n${deploy}`,
    elsewhere,
    1,
  );

  it("is on nothing in what lies below the README of another folder", () => {
    const { text, offset } = withCaret(QUEUE);
    const template = parse(text);
    const focus = focusAt(template, offset);
    const index = indexOf([
      source(clone, { uri: "file:///w/queue/README.md" }),
      source(NOTE, { uri: "file:///w/queue/src/queues.md" }),
    ]);
    const templates = new TemplateFolders(folders.map(uriSteps));
    index.setSurroundings({ notes: [["w"]], workspace: [["w"]], templates, spoken: [] });
    const shownIn = (uri: string) => (focus === undefined ? [] : index.at(focus, { uri, template })).length;
    deepEqual([shownIn("file:///w/queue/a.yaml"), shownIn("file:///w/web/a.yaml")], [2, 0]);
  });

  const used = (rest: string): string => `# SQS\n\naws cloudformation deploy --template-file a.yaml\n\n${rest}\n`;
  const readme = "/w/queue/README.md";
  check(
    "an item that leads to another file is none",
    readme,
    used("- [VisibilityTimeout](docs/a.md) - how long"),
    here,
    "listed",
  );
  check(
    "nor what something costs",
    readme,
    used("| Service | Cost |\n|--|--|\n| VisibilityTimeout | $1 |"),
    here,
    "listed",
  );
  check(
    "nor a row of its parameters",
    readme,
    used("| Name | Default |\n|--|--|\n| VisibilityTimeout | 30 |"),
    here,
    "listed",
  );
  check(
    "nor what is deleted in the end",
    readme,
    used("## Clean up\n- **VisibilityTimeout**: set it back"),
    here,
    "listed",
  );
  check("an item that explains is", readme, used("- **VisibilityTimeout**: how long a worker takes"), here, 1);

  const type = resource("AWS::SQS::Qu<|>eue");
  const tools =
    "## Tools and services\n\n- **SQS queue** - fully managed, at any scale, between all parts of a program.";
  check("what all a project is made with", readme, used(tools).replace("# SQS", "# Mail"), here, "project", type);
  const project = { ...here, folders: [...folders, "/w/table"] };
  const parts = "# 構成\n- **SQSキュー**: 注文を受ける\n";
  const naming = (text: string): string => `注文の受付: queue-of-orders.yaml\n\n${text}`;
  const called = { ...project, template: "/w/queue/queue-of-orders.yaml" };
  check("nor what a project has, in a few words", "/w/docs/a.md", naming(parts), called, "listed", type);
  const told = `${parts.trim()}。${"二重に処理しないよう、受け取った側で番号を確かめる。".repeat(4)}\n`;
  check("in more words it is", "/w/docs/a.md", naming(told), called, 1, type);
  check(
    "and where a marker says so",
    "/w/docs/a.md",
    `${parts.trim()} <!-- cfn: AWS::SQS::Queue -->\n`,
    project,
    1,
    type,
  );
  check("not where a project's document names nothing of the template", "/w/docs/a.md", told, project, "project", type);
  const declared = `Parameters:\n  OrdersAlarmAddress: {Type: String}\n${type}`;
  const address = `${told}\n通知先は \`OrdersAlarmAddress\`。\n`;
  check("but where it names what that declares", "/w/docs/a.md", address, project, 1, declared);
  const mapped = `Mappings:\n  OrderSizes: {a: {b: c}}\n${type}`;
  check("a mapping, too", "/w/docs/a.md", `${told}\nSee \`OrderSizes\`.\n`, project, 1, mapped);
  check(
    "not where another chapter does",
    "/w/docs/a.md",
    `${told}\n# 通知\n## 先\n# 宛先\n${address.slice(-30)}`,
    project,
    "project",
    declared,
  );
  const collection = { ...project, folders: ["/w/1-web_server", "/w/2-work_queue", "/w/3-table"] };
  const section = `# Examples\n## 2. Work Queue\n### SQS queue\n${"What waits there is read twice. ".repeat(3)}\n`;
  const first = { ...collection, template: "/w/1-web_server/page.yaml" };
  check(
    "in a section called as another folder",
    "/w/README.md",
    `${section}\nSee \`page.yaml\`.`,
    first,
    "project",
    type,
  );
  const second = { ...collection, template: "/w/2-work_queue/work.yaml" };
  check("in one called as its own", "/w/README.md", `${section}\nSee \`work.yaml\`.`, second, 1, type);
  const design = "# ELB\n## ターゲットグループ\nその名前と、読む人の名前を書いておく。\n## リスナー\nHTTPS。\n";
  const one = { template: "/w/infra/a.yaml", folders: ["/w/infra"] };
  const key = properties("AWS::ElasticLoadBalancingV2::TargetGroup", "Target<|>Type: ip");
  check("what a design has on a type, at one of its keys", "/w/docs/elb.md", design, one, "listed", key);
  check("but not what somebody learned of it", "/w/til/elb.md", design, one, 1, key);
  check("where it is called as the template's folder", "/w/docs/queue.md", told, project, 1, type);
  check("where it is the template's README", "/w/queue/README.md", told, project, 1, type);
  const beside = `${address}${"\nMore of it.\n".repeat(50)}`;
  check("not where it is another one's", "/w/table/README.md", beside, project, "project", declared);
  const exercise = { template: "/w/02-queue/a.yaml", folders: ["/w/02-queue"] };
  check("a short item of another exercise", "/w/03-table/a.md", parts, exercise, "guide", type);
  const two = { ...exercise, folders: ["/w/02-queue", "/w/03-table"] };
  check(
    "the README of another exercise",
    "/w/03-table/README.md",
    NOTE,
    { ...two, template: "/w/02-queue/a.yaml" },
    "guide",
  );
  check("that of this one", "/w/02-queue/README.md", NOTE, two, 1);
  check("notes in a numbered folder", "/w/03-notes/README.md", NOTE, exercise, 1);
  check("one of its own", "/w/02-queue/a.md", parts, exercise, 1, type);
  check("one of notes on all exercises", "/w/memo/a.md", parts, exercise, 1, type);
  const group = resource("AWS::EC2::Security<|>Group");
  const beanstalk =
    "# AWS Elastic Beanstalk\n## Networking\n### Security groups\nEach environment gets one of its own.\n";
  check("what another service makes of it", "/w/notes/a.md", beanstalk, here, "unused", group);
  const environment = `${group}  Web: {Type: AWS::ElasticBeanstalk::Environment}\n`;
  check("where the template has that", "/w/notes/a.md", beanstalk, here, 1, environment);
  const metric = properties("AWS::CloudWatch::Alarm", "Namespace: AWS/ELB\nMetricName: Spillover<|>Count");
  const refused = "# Traffic\n## Elastic Load Balancing\n- SpilloverCount: what was refused as the queue was full.\n";
  check("but a metric, which needs nothing of that", "/w/notes/a.md", refused, here, 1, metric);
  const titled = "# SQS\nWhat waits there is read twice.\n";
  const twice = { ...here, folders: ["/w/queue", "/w/table"] };
  check("all that a README beside another template is on", "/w/table/README.md", titled, twice, "guide", type);
  check("where it is beside this one", "/w/queue/README.md", titled, twice, 1, type);
  check("or beside none", "/w/sqs/README.md", titled, twice, 1, type);
  const make = "# SQS exercise\n## VisibilityTimeout\nSet it to a minute for the queue that you made.\n";
  check("what an exercise has somebody make", "/w/queue/a.md", make, here, "guide");
  const ordered = { ...here, template: called.template };
  check("where it names the template", "/w/queue/a.md", `See queue-of-orders.yaml.\n\n${make}`, ordered, 1);
  const costs = told.replace("# 構成", "# CloudFormation architecture").replace("。", "。毎月 $5。");
  check("what it costs, of a document on CloudFormation", "/w/queue/a.md", costs, here, "project", type);
  check("what it is", "/w/queue/a.md", costs.replace("$", ""), here, 1, type);
  const below = (step: string): string =>
    `# SQS\n## ${step}\n### Visibility timeout\nIt is a minute, as in all others.\n`;
  check("what somebody sets in a step", readme, below("Create another queue by hand"), here, "project");
  check("not in that which deploys the template", readme, below("Create the stack"), here, 1);
  check("what must be there before", readme, told.replace("-", "## Preparations\n-"), project, "project", type);
  check("deep in documents, too", "/w/docs/team/design-notes/a.md", told, project, "project", type);
  check("but not in folders of their own", "/w/Documents/mine/aws-notes/a.md", told, project, 1, type);
  check("where somebody wrote down what they learned", "/w/notes/a.md", told, project, 1, type);
  check(
    "or on CloudFormation",
    "/w/docs/a.md",
    `# CloudFormationの書き方\n${told.replace("#", "##")}`,
    project,
    1,
    type,
  );
  const spoken = NOTE.replace("VisibilityTimeout", "Visibility timeout");
  check("nor a word that people have for a key", "/w/docs/a.md", spoken, project, "project");
  check("its very name, where the file begins with the template's", "/w/docs/a.md", naming(NOTE), called, 1);
  const origin = properties(
    "AWS::CloudFront::Distribution",
    "DistributionConfig:\n  Origins: [{CustomOrigin<|>Config: {}}]",
  );
  const screens = Array.from({ length: 16 }, (_, at) => `## Screen ${at}\nHow that is done.\n`).join("");
  const guide = `# CloudFront of the shop\n${screens}## SSL certificate\nMade by hand once, and not changed since then.\n`;
  check("nor what only belongs to a key", "/w/docs/a.md", guide, here, "project", origin);
  check("unless somebody learned that", "/w/notes/a.md", guide, here, 1, origin);
  const bucket = resource("AWS::S3::Buc<|>ket");
  const three = { template: "/w/infra/a.yaml", folders: ["/w/infra"], files: ["a.yaml", "b.yaml", "c.yaml"] };
  check("nor in one with more", "/w/docs/a.md", "# 構成\n- **S3バケット**: 公開しない\n", three, "project", bucket);
  check("and in a folder with a template or two", "/w/docs/a.md", parts, here, 1, type);

  const deploying = properties("AWS::ECS::Service", "Deployment<|>Configuration: {}");
  const steps = "# ECS\n## Deployment of the sample\nRun it.\n\naws cloudformation deploy --template-file a.yaml\n";
  check("nor how something is deployed", readme, steps, here, undefined, deploying);

  const building = properties(
    "AWS::CodeBuild::Project",
    "Source:\n  BuildSpec: |\n    phases:\n      build:\n        commands:\n          - cdk sy<|>nth",
  );
  const versions = "# Updates\n- **@aws-cdk/aws-lambda**: from 2.220 to 2.240, which the audit asked for\n";
  check("nor what only has a command's name in it", readme, versions, here, "project", building);

  const far = { template: "/w/infra/a.yaml", folders: ["/w/infra"] };
  check("the README of a program far away", "/w/services/ecs/demo/README.md", clone, far, "guide");
  const sam = properties("AWS::Serverless::Function", "Ev<|>ents: {}");
  const held = "# app\n- events - what invokes the function.\n- template.yaml - what the application is made of.\n";
  check("nor what a folder holds", "/w/queue/README.md", held, here, "listed", sam);

  const given = "Parameters:\n  A:\n    Type: String\n    Def<|>ault: x\n";
  const parameters = "# CloudFormation\n## Parameters\n### Name\n- **Default:** none is given to it\n";
  check("nor what a parameter has", "/w/queue/README.md", parameters, here, "listed", given);
});
