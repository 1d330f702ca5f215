import { scriptText } from "../../../model/references/scriptText.ts";
import { entryOf } from "../../../model/template.ts";
import { type Node, textOf } from "../../../model/tree/node.ts";
import { isCloudConfig } from "../../../snippets/cloudConfig.ts";
import { plainBody } from "../../../snippets/plainBody.ts";
import { ownScript, type ScriptOwner, signalledEntry } from "../../../snippets/scriptOwner.ts";
import { shellOf } from "../../../snippets/signalPlace.ts";
import type { Snippet } from "../../../snippets/snippet.ts";
import { subEdits } from "../../../snippets/subEdits.ts";
import { startOfLine } from "../../../text/span.ts";
import { type CompletionItem, commaEdits, escapedSnippet, type Scene, type TextEdit, typedText } from "../scene.ts";
import { isSubText, openVariable } from "../values/subText.ts";
import { isScript } from "./scriptWords.ts";

/** How a line of a script is written at the caret. */
interface Line {
  readonly shell: "bash" | "powershell";
  /** Whether there is room for one line only. */
  readonly single: boolean;
  readonly span: CompletionItem["span"];
  readonly edits: readonly TextEdit[];
  /** The lines of a snippet's body, which are in the syntax of `Fn::Sub` and in snippet syntax. */
  write(body: string): string;
}

/**
 * Whole lines of a script, such as a signal with its options, if only a word is typed on the line. A script that
 * `Fn::Sub` does not read yet is wrapped in one; the item of a `Fn::Join` becomes a `Fn::Sub` of its own.
 */
export function scriptSnippetItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  if (subject.entry === undefined || !isScript(scene) || openVariable(scene) !== undefined) return [];
  if (place.accepts.text !== true && subject.call?.name !== "Fn::Join") return [];
  const entry = entryOf(template, "Resources", subject.entry);
  const line =
    entry && (place.accepts.text === true ? lineOfText(scene, ownScript(entry)) : joinedLine(scene, ownScript(entry)));
  if (entry === undefined || line === undefined) return [];
  const logicalId = escapedSnippet(signalledEntry(template, entry)?.name ?? subject.entry);
  return scene.snippets
    .filter(({ where }) => where.some((one) => one.in === "script" && one.shell === line.shell))
    .filter(({ body }) => !line.single || !body.includes("\n"))
    .map((snippet) => scriptItem(scene, snippet, line, logicalId));
}

function scriptItem(scene: Scene, snippet: Snippet, line: Line, logicalId: string): CompletionItem {
  const { language, place, snippetSupport } = scene;
  const text = line.write(snippet.body.replaceAll("$CFN_LOGICAL_ID", logicalId));
  return {
    label: snippet.label[language],
    kind: "snippet",
    filterText: `${place.accepts.text === true ? "" : place.quote}${snippet.prefixes.join(" ")}`,
    sortText: `0${snippet.prefixes[0]}`,
    insertText: snippetSupport ? text : plainBody(text),
    snippet: snippetSupport,
    span: line.span,
    ...(line.edits.length > 0 && { additionalEdits: line.edits }),
    data: { of: "snippet", id: snippet.id },
  };
}

/** A line of a block of text. */
function lineOfText(scene: Scene, owner: ScriptOwner | undefined): Line | undefined {
  const { template, place, offset } = scene;
  const before = template.text.slice(startOfLine(template.text, offset), offset);
  const text = template.text.slice(place.content.start, place.content.end);
  // The commands of a cloud-config are items, of one line each.
  const isItem = isCloudConfig(text);
  const [, indent, word = ""] = (isItem ? /^(\s*)- ([\w-]*)$/ : /^(\s*)([\w-]*)$/).exec(before) ?? [];
  const shell = shellOf(text);
  const sub = isSubText(scene) ? { edits: [], deeper: "" } : owner && subEdits(template, owner);
  if (sub === undefined || indent === undefined || shell === "batch") return undefined;
  return {
    shell,
    single: isItem,
    span: { start: offset - word.length, end: offset },
    edits: sub.edits,
    write: (body) => body.replaceAll("\n", `\n${indent}${sub.deeper}`),
  };
}

/** An item of the lines that `Fn::Join` puts together. */
function joinedLine(scene: Scene, owner: ScriptOwner | undefined): Line | undefined {
  const { place } = scene;
  const delimiter = owner?.userData && delimiterOf(owner.userData);
  if (owner?.userData === undefined || (delimiter !== "" && delimiter !== "\n")) return undefined;
  if (!/^[\w-]*$/.test(typedText(scene))) return undefined;
  const shell = shellOf(scriptText(owner.userData, owner.entry.unit.text).text);
  if (shell === "batch") return undefined;
  const end = delimiter === "" ? "\\\\n" : "";
  return {
    shell,
    single: false,
    span: place.span,
    edits: commaEdits(place).additionalEdits ?? [],
    write: (body) => {
      const string = `"${body.replaceAll("\n", "\\\\n")}${end}"`;
      const comma = place.style === "json" && place.commaAfter === true ? "," : "";
      return place.style === "json" ? `{ "Fn::Sub": ${string} \\}${comma}` : `!Sub ${string}`;
    },
  };
}

/** The delimiter of the outermost `Fn::Join` of a script. */
function delimiterOf(node: Node): string | undefined {
  let call: Node = node;
  while (call.kind === "call" && call.name !== "Fn::Join") call = call.argument;
  if (call.kind !== "call" || call.argument.kind !== "list") return undefined;
  return textOf(call.argument.items[0]);
}
