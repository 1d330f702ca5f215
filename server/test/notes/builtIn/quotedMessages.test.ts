import { ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Note } from "../../../src/notes/reading/note.ts";
import { passageText } from "../../../src/notes/showing/passageText.ts";
import { builtInIndex } from "./builtInIndex.ts";

const INDEXES = { en: builtInIndex("en"), ja: builtInIndex("ja") } as const;
const WHOLE = 100_000;

/** Quoted in messages, but words of templates, commands and pages, not what AWS answers. */
const NO_ANSWER = /^(?:Transform: |Condition: |ConfigSet: |aws cloudformation |Code that runs cold)/;

/** What AWS answers, as the rules' messages quote it, with a word for what differs from case to case. */
function quotedMessages(): readonly string[] {
  const data = ["", "valueSets/"]
    .flatMap((folder) => readdirSync(`server/data/${folder}`).map((name) => `${folder}${name}`))
    .filter((name) => name.endsWith(".yaml") && !/^(?:overtaken|drills|incidents)/.test(name));
  const said = data.flatMap((name) => saysIn(parse(readFileSync(join("server/data", name), "utf8"))));
  const written = readdirSync("server/src/rules", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|md)$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join("server/src/rules", name), "utf8");
      const filledIn = name.endsWith(".md") ? text.replaceAll(/(?<![#!$])\{\w+\}/g, "…") : text;
      return [...filledIn.matchAll(/“([^“”\n"]{16,})”(?=[).]|, by default)/g)];
    })
    .map(([, text = ""]) => text.replaceAll('\\"', '"'));
  const all = [...said, ...written].filter((text) => !NO_ANSWER.test(text) && fixedPart(text).length >= 20);
  return [...new Set(all)];
}

const HOLE = /\$\{[^}]*\}|…/;

/** The longest part that is the same in each case. */
function fixedPart(message: string): string {
  return message
    .split(HOLE)
    .reduce((one, other) => (other.length > one.length ? other : one))
    .trim();
}

function saysIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(?:says|zonesSay|groupsSay)$/.test(key) ? textsIn(inner) : saysIn(inner),
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const plain = (text: string): string =>
  text
    .replaceAll(/[`*'"‘’“”\\]/g, "")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();

describe("what a finding says that AWS answers is in one of the three notes that a search for it gives first", () => {
  const messages = quotedMessages();
  it("there are many", () => ok(messages.length > 100, String(messages.length)));
  for (const language of ["en", "ja"] as const)
    for (const message of messages)
      it(`${language}: ${message.slice(0, 70)}`, () => {
        const found = INDEXES[language].search(message.replaceAll(new RegExp(HOLE, "g"), "a1b2"), 5);
        const has = ({
          note,
          file,
        }: {
          readonly note: Note;
          readonly file: Parameters<typeof passageText>[1];
        }): boolean => plain(passageText(note, file, WHOLE)).includes(plain(fixedPart(message)));
        ok(found.slice(0, 3).some(has), found.map(({ note }) => note.title).join(" | "));
      });
});
