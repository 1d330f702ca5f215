import examDomains from "../../data/examDomains.yaml";
import { focusAt } from "../model/focus/focusAt.ts";
import type { Template } from "../model/template.ts";
import { contentSpan, textOf, valueAt } from "../model/tree/node.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { notedTopicsByFile } from "../notes/topics/all.ts";

/** A domain of the exam. */
interface Domain {
  readonly en: string;
  readonly ja: string;
  readonly weight: number;
  readonly files: readonly string[];
}

const DOMAINS: readonly Domain[] = examDomains() as readonly Domain[];

/** The notes and cards on a topic. */
type Covered = "own" | "builtIn" | "none";

const WORDS = {
  en: {
    title: "Coverage of my notes",
    exam: "By exam domain (SOA-C03)",
    counted:
      "This counts the topics of the built-in notes for which a note of yours has one of the topic’s names as its title. The exam asks for more than these.",
    domains: ["domain", "weight", "topics", "mine", "only built-in", "share"],
    template: (name: string): string => `By resource type of ${name}`,
    types: ["resource type", "note"],
    covered: { own: "mine", builtIn: "only built-in", none: "none" },
  },
  ja: {
    title: "自分のノートの網羅度",
    exam: "試験分野別（SOA-C03）",
    counted:
      "組み込みノートのトピックのうち、その名前を題にした自分のノートがあるものを数えています。試験の範囲はこれより広いです。",
    domains: ["分野", "配点", "トピック", "自分", "組み込みのみ", "割合"],
    template: (name: string): string => `${name}のリソースタイプ別`,
    types: ["リソースタイプ", "ノート"],
    covered: { own: "自分", builtIn: "組み込みのみ", none: "なし" },
  },
} as const;

/** The coverage of the user's notes, as Markdown; computed in steps. `open`: the template whose resource types are listed. */
export function* coverageReport(
  notes: NoteIndex,
  language: NoteLanguage,
  open: { readonly name: string; readonly template: Template } | undefined,
): Generator<void, string> {
  const words = WORDS[language];
  const rows: string[][] = [];
  for (const domain of DOMAINS) {
    const found: Covered[] = [];
    for (const { id } of domain.files.flatMap((file) => notedTopicsByFile.get(file) ?? [])) {
      yield;
      const on = notes.onTopic(id);
      found.push(on.some(({ file }) => !file.builtIn) ? "own" : on.length > 0 ? "builtIn" : "none");
    }
    const count = (wanted: Covered): string => String(found.filter((one) => one === wanted).length);
    rows.push([
      domain[language],
      `${domain.weight}%`,
      String(found.length),
      count("own"),
      count("builtIn"),
      share(Number(count("own")), found.length),
    ]);
  }
  const parts = [`# ${words.title}`, `## ${words.exam}`, words.counted, table(words.domains, rows)];
  if (open !== undefined) {
    const types = [...coveredTypes(open.template, notes)].map(([type, covered]) => [type, words.covered[covered]]);
    parts.push(`## ${words.template(open.name)}`, table(words.types, types));
  }
  return `${parts.join("\n\n")}\n`;
}

/** The distinct resource types of a template, with the notes on each. */
function coveredTypes(template: Template, notes: NoteIndex): ReadonlyMap<string, Covered> {
  const types = new Map<string, Covered>();
  for (const { name, entries } of template.sections) {
    if (name !== "Resources") continue;
    for (const entry of entries) {
      const node = valueAt(entry.value, "Type");
      const type = textOf(node);
      if (node?.kind !== "scalar" || type === undefined || types.has(type)) continue;
      const focus = focusAt(template, entry.offset + contentSpan(node).start + 1);
      const found = focus === undefined ? [] : notes.at(focus).filter(({ tier }) => tier !== "mention");
      types.set(type, found.some(({ file }) => !file.builtIn) ? "own" : found.length > 0 ? "builtIn" : "none");
    }
  }
  return types;
}

/** A bar of five parts, narrow enough for a table, and its value. */
function share(own: number, of: number): string {
  const part = of === 0 ? 0 : own / of;
  const filled = Math.round(part * 5);
  return `${"█".repeat(filled)}${"░".repeat(5 - filled)} ${Math.round(part * 100)}%`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
