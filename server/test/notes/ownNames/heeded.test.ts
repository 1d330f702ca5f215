import { deepEqual } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { renderHover } from "../../../src/notes/showing/renderHover.ts";
import { withCaret } from "../../marked.ts";
import { indexOf, source } from "../noteAt.ts";

const TEMPLATE = `Resources:
  Orders<|>Queue:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 180
  PackFunction:
    Type: AWS::Lambda::Function
`;

/** What a hover on `OrdersQueue` says of a decision beside the template. */
function check(
  name: string,
  text: string,
  expected: string,
  template = TEMPLATE,
  uri = "file:///w/docs/adr/7.md",
): void {
  it(name, () => {
    const marked = withCaret(template);
    const asked = { uri: "file:///w/template.yaml", template: parse(marked.text) };
    const focus = focusAt(asked.template, marked.offset);
    const index = indexOf([source(`# ADR 7: A queue\n\n## Decision\n\n${text}\n`, { uri })]);
    index.setSurroundings({
      ...NO_SURROUNDINGS,
      workspace: [["w"]],
      templates: new TemplateFolders([["w"]], ["template.yaml"]),
    });
    const shown = focus === undefined ? [] : index.at(focus, asked);
    const found = focus === undefined ? [] : [...shown, ...index.mentionedAt(focus, shown, asked)];
    const heeding = focus === undefined ? [] : index.heeding(found, focus, asked);
    deepEqual(renderHover(heeding, { language: "en", commands: false }).replace(/\(file:[^)]*\)/g, ""), expected);
  });
}

const MENTIONED = "Also mentioned in: [ADR 7: A queue › Decision]";

describe("What notes on something else say to heed", () => {
  check(
    "is told by the sentence that names the thing",
    "We put a queue in front. The timeout of `OrdersQueue` must be at least\nsix times that of `PackFunction`.",
    "- [ADR 7: A queue › Decision] — The timeout of OrdersQueue must be at least six times that of PackFunction.",
  );
  check(
    "is not told where the name only stands for a part of another one",
    "The importer must have the export `<OrdersQueue>-Address` of its host before it starts.",
    MENTIONED,
  );
  check(
    "is told in Japanese",
    "キューを前に置く。`OrdersQueue`の保持期間は、月次の締めより必ず長くする。",
    "- [ADR 7: A queue › Decision] — `OrdersQueue`の保持期間は、月次の締めより必ず長くする".replaceAll("`", ""),
  );
  check(
    "is told without the sign of bold that the sentence before ends with",
    "**注文を受ける。** `OrdersQueue`の保持期間は、月次の締めより必ず長くする。",
    "- [ADR 7: A queue › Decision] — OrdersQueueの保持期間は、月次の締めより必ず長くする",
  );
  check(
    "is told by a later sentence of a paragraph that begins with the thing",
    "We put a queue in front.\n\nThe `OrdersQueue` holds what is not packed yet. Never purge it by hand, because carriers do not send again.",
    "- [ADR 7: A queue › Decision] — Never purge it by hand, because carriers do not send again.",
  );
  check(
    "is told with the sentence that it points back to",
    "We keep the order. Here `PackFunction` depends on `OrdersQueue`. It must never be removed, otherwise it fails.",
    "- [ADR 7: A queue › Decision] — Here PackFunction depends on OrdersQueue. It must never be removed, otherwise it fails.",
  );
  check(
    "is told of both that a sentence speaks of",
    "We keep the order. Its `OrdersQueue` waits as long as `PackFunction` works. Whoever changes one must change the other.",
    "- [ADR 7: A queue › Decision] — Its OrdersQueue waits as long as PackFunction works. Whoever changes one must change the other.",
  );
  check(
    "is told at a key of the thing",
    "### OrdersQueue\n\nHolds orders. Never change `VisibilityTimeout`: the packers stop for lunch.\n\n- Nothing else",
    "- [ADR 7: A queue › Decision › OrdersQueue] — Never change VisibilityTimeout: the packers stop for lunch.",
    TEMPLATE.replace("<|>", "").replace("Visibility", "Visibility<|>"),
  );
  const SECOND = TEMPLATE.replace("<|>", "").replace("Function\n", "Function\n    Properties:\n      Time<|>out: 9\n");
  const RULE = "So `OrdersQueue` waits. The `Timeout` of `PackFunction` must stay below three minutes at night.";
  check(
    "is told at a key of another thing that the sentence names",
    RULE,
    "- [ADR 7: A queue › Decision] — The Timeout of PackFunction must stay below three minutes at night.",
    SECOND,
  );
  check("is not told at the key of a thing that it does not name", RULE, "", SECOND.replaceAll("PackF", "PrintF"));
  check(
    "is not told where that sentence is on something else",
    "We put a queue in front.\n\nThe `OrdersQueue` holds what is not packed yet. `PackFunction` must never be called by hand.",
    MENTIONED,
  );
  check(
    "is not told where a sentence only says what is there",
    "So `PackFunction` reads from `OrdersQueue`.",
    MENTIONED,
  );
  check(
    "is not told where the template says it",
    "Remember that `OrdersQueue` must never be purged.",
    MENTIONED,
    TEMPLATE.replace("  Orders", "  # Must never be purged, remember\n  Orders"),
  );
  check(
    "is not told where a sentence lists things",
    "It must all stay, that is `OrdersQueue`, `PackFunction`, `ShopTopic` and `ShopTable` are never deleted.",
    MENTIONED,
    `${TEMPLATE}  ShopTopic:\n    Type: AWS::SNS::Topic\n  ShopTable:\n    Type: AWS::DynamoDB::Table\n`,
  );
  check(
    "is not told of a service that a thing is called as",
    "Since then an old `CodePipeline` must never be started by hand.",
    MENTIONED,
    TEMPLATE.replace("Orders<|>Queue", "Code<|>Pipeline"),
  );
  check(
    "is not told by a sentence that speaks of what its section is on",
    "### PackFunction\n\nPacks. Must always be faster than `OrdersQueue` fills.",
    "Also mentioned in: [PackFunction]",
  );
  check(
    "is not told by an item of such a section",
    "### PackFunction\n\n- **Quick**: packs a lot.\n  Must always be faster than `OrdersQueue` fills.",
    "Also mentioned in: [Quick]",
  );
  check(
    "is not told by one that points back to that",
    "### PackFunction\n\nIt must always be faster than `OrdersQueue` fills.",
    "Also mentioned in: [PackFunction]",
  );
  check(
    "is told once of two sentences that are the same",
    "Drains `OrdersQueue` at night, and must never stop.\n\n## Consequences\n\nDrains `OrdersQueue` at night, and must never stop.",
    "- [ADR 7: A queue › Decision] — Drains OrdersQueue at night, and must never stop.\n\nAlso mentioned in: [ADR 7: A queue › Consequences]",
  );
  const NAMED = "### OrdersQueue\n\nHolds orders. The Name of a hungry buyer must never stand there.\n\n- Nothing else";
  const KEYED = TEMPLATE.replace("<|>", "").replace(
    "Properties:\n      VisibilityTimeout",
    "Properties:\n      Na<|>me",
  );
  check("is not told at a key whose name is a word", NAMED, "", KEYED);
  check(
    "is told at such a key where that is written as a name",
    NAMED.replace("Name", "`Name`"),
    "- [ADR 7: A queue › Decision › OrdersQueue] — The Name of a hungry buyer must never stand there.",
    KEYED,
  );
  const CERTIFIED = "Parameters:\n  Server<|>CertificateArn:\n    Type: String\n";
  const CERTIFICATE = "The `ServerCertificateArn` parameter should be the one that the bank signs.";
  check("is not told of a key of AWS's", CERTIFICATE, MENTIONED, CERTIFIED);
  check(
    "is told of a parameter that is called as one, beside the template",
    CERTIFICATE,
    "- [ADR 7: A queue › Decision] — The ServerCertificateArn parameter should be the one that the bank signs.",
    CERTIFIED,
    "file:///w/7.md",
  );
  check(
    "is not told of a property beside it",
    CERTIFICATE.replace("parameter", "property"),
    MENTIONED,
    CERTIFIED,
    "file:///w/7.md",
  );
  check(
    "is told of a parameter that it writes as code",
    "Where `ServerCertificateArn` is given, that shop must sign with it, too.",
    "- [ADR 7: A queue › Decision] — Where ServerCertificateArn is given, that shop must sign with it, too.",
    CERTIFIED,
    "file:///w/7.md",
  );
  check(
    "is not told of a parameter whose description warns of that already",
    "The `ServerCertificateArn` parameter is crucial for the shops. It should be one that the bank signs.",
    MENTIONED,
    CERTIFIED.replace("String\n", "String\n    Description: We recommend you take one that the bank signs.\n"),
    "file:///w/7.md",
  );
  check(
    "is told by what to do in a case",
    "We have `OrdersQueue`. If nothing reaches the packers, first check whether `OrdersQueue` sees the bank.",
    "- [ADR 7: A queue › Decision] — If nothing reaches the packers, first check whether OrdersQueue sees the bank.",
  );
  check(
    "is told by what somebody learned",
    "キューを前に置く。`OrdersQueue`は店の前にあると思っていましたが、違いました。",
    "- [ADR 7: A queue › Decision] — OrdersQueueは店の前にあると思っていましたが、違いました",
  );
  const TOWN = "Parameters:\n  Harbour<|>Town:\n    Type: String\n";
  const LIMA = "Travis can turn the ships around by passing `HarbourTown=Lima` at night.";
  check(
    "is told by what a value does",
    LIMA,
    "- [ADR 7: A queue › Decision] — Travis can turn the ships around by passing HarbourTown=Lima at night.",
    TOWN,
  );
  check("is not told by a command", LIMA.replace("passing `", "`shop --open "), MENTIONED, TOWN);
  check("is not told by a part of a list", LIMA.replace("night.", "night"), MENTIONED, TOWN);
  check("is not told by a few words", "Travis has `HarbourTown=Lima`.", MENTIONED, TOWN);
  const QUOTED = "'ServerCertificateArn' property must NOT contain what the bank signs at night.";
  check("is not told of a property in quotes", QUOTED, MENTIONED, CERTIFIED, "file:///w/7.md");
  check(
    "is not told of what a sentence before calls a property",
    "The 'ServerCertificateArn' property is new. 'ServerCertificateArn' must NOT contain what the bank signs.",
    MENTIONED,
    CERTIFIED,
    "file:///w/7.md",
  );
  check(
    "is not told below an error of a property",
    "### Error: 'ServerCertificateArn' property is missing\n\nYou must remove `ServerCertificateArn`, or the bank never signs.",
    "Also mentioned in: [Error: 'ServerCertificateArn' property is missing]",
    CERTIFIED,
    "file:///w/7.md",
  );
  check(
    "is told in whole sentences where a call-out is broken into lines",
    "> [!IMPORTANT]\n> Think of the shops. One that still reads from\n> an `OrdersQueue` must be told early before\n> they purge it.",
    "- [ADR 7: A queue › Decision] — One that still reads from an OrdersQueue must be told early before they purge it.",
  );
  check(
    "is told in a whole sentence where a line of it begins in bold",
    "All of the shops that read from `OrdersQueue` must have an existing\n**till** of their own, which is\n**never** closed.",
    "- [ADR 7: A queue › Decision] — All of the shops that read from OrdersQueue must have an existing till of their own, which is never closed.",
  );
  check(
    "is not told by what only leads to a picture",
    "What must never be purged（`OrdersQueue`）：\n![a queue](a.png)",
    "Also mentioned in: [What must never be purged（OrdersQueue）]",
  );
  check(
    "is not told by what something should be used for",
    "The till has its own `OrdersQueue`, which should be used for\nshipping at night.",
    MENTIONED,
  );
  check(
    "is not told by a sentence that leads elsewhere",
    "So `OrdersQueue` stays. See the\n[prices of `OrdersQueue`] list for the costs of shipping at night.",
    MENTIONED,
  );
  check(
    "is not told by a sentence that says where more stands",
    "Note that what `OrdersQueue` requires to keep its messages is in the section after this one.",
    MENTIONED,
  );
  check(
    "is not told by one that says so in Japanese",
    "`OrdersQueue`の保持期間に必要な権限は、次のセクションを参照してください。",
    MENTIONED,
  );
  check("is not told of another thing", "`OrdersQueue2` must never be purged by hand.", "");
});
