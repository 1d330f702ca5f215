import type { Focus } from "../../model/focus/focus.ts";
import { said, sayer } from "../../text/said.ts";
import { shortened } from "../../text/shortened.ts";
import type { NoteLanguage } from "../reading/note.ts";
import type { BehindReason, Explanation, LeftOutNote, ShownNote } from "./explain.ts";
import { behind } from "./reasons.json";

/** Why no note can be bound to what is under the caret. */
export function refusalText(focus: Focus | undefined, language: NoteLanguage): string {
  const say = sayer(language);
  if (focus?.kind === "name")
    return say(
      "Notes cannot belong to this name. Put the cursor on the name of a resource, parameter or output, a resource type or a key.",
      "この名前にはノートは結び付きません。リソース、パラメータ、出力の名前か、リソースタイプ、キーにカーソルを置いてください。",
    );
  if (focus === undefined || focus.kind === "blank")
    return say(
      "There is nothing here that a note could belong to. Put the cursor on a key, a value or a word.",
      "ここには、ノートを結び付けられるものがありません。キー、値、語のどれかにカーソルを置いてください。",
    );
  return say(
    "No note can be bound to this. Put the cursor on a key or a resource type.",
    "ここにはノートを結び付けられません。キーかリソースタイプにカーソルを置いてください。",
  );
}

/** What has to be said of an explanation as a whole. */
export function summaryText({ shown, place, focus }: Explanation, language: NoteLanguage): string {
  const say = sayer(language);
  const own = shown.filter(({ file }) => !file.builtIn).length;
  if (place === undefined && shown.length === 0) return refusalText(focus, language);
  if (shown.length === 0) return say("No note belongs here.", "ここに結び付くノートはありません。");
  const builtIn = shown.length - own;
  return say(
    `Notes that belong here: ${own} of yours, ${builtIn} built-in. The first one shows in full.`,
    `ここに結び付くノートは、自分のものが${own}件、組み込みが${builtIn}件です。先頭のノートの全文を表示します。`,
  );
}

/** Why a note shows, and why not before the others. */
export function shownText({ as, by, context, behind, file }: ShownNote, language: NoteLanguage): string {
  const say = sayer(language);
  const here = {
    marker: file.builtIn
      ? say("A built-in note on this.", "これについての組み込みノートです。")
      : say(`Its marker names ${as}.`, `マーカーが${as}を指定しています。`),
    service: say(`It is on the service as a whole (${as}).`, `サービス全体についてのノートです（${as}）。`),
    name: say(`Its name is understood as ${as}.`, `名前を${as}と理解しました。`),
  }[by];
  const around =
    by !== "name" || context === "silent"
      ? ""
      : context === "agrees"
        ? say(" What stands above it agrees.", "上の見出しなどもこれに合っています。")
        : say(" What stands above it is about another service.", "上の見出しなどは別のサービスの話をしています。");
  return `${here}${around}${behind === undefined ? "" : `${said(language, " ", "")}${behindText(behind, language)}`}`;
}

function behindText(reason: BehindReason, language: NoteLanguage): string {
  const { en, ja } = behind[reason];
  return said(language, `It comes after the one before because ${en}.`, `後になる理由：${ja}。`);
}

const MAX_NAME_LENGTH = 40;

/** Why a note does not show. */
export function leftOutText(reason: LeftOutNote["reason"], language: NoteLanguage): string {
  const say = sayer(language);
  const name = shortened("name" in reason ? reason.name : "", MAX_NAME_LENGTH);
  switch (reason.code) {
    case "elsewhere": {
      const places = reason.places.join(", ");
      return say(`It belongs to another place: ${places}`, `別の場所に結び付いています：${places}`);
    }
    case "far":
      return say(
        `It is called ${name}, but is in another folder than this template. “templates:” in its front matter or a marker says which templates it is about.`,
        `${name}と書かれていますが、このテンプレートとは別のフォルダーにあります。フロントマターかマーカーの「templates:」で、どのテンプレートのノートかを指定できます。`,
      );
    case "guide":
      return say(
        "It explains how to use the templates beside it, and shows only in those. “templates:” in its front matter or a marker says which templates it is about.",
        "そばにあるテンプレートの使い方のノートなので、それらのテンプレートでだけ表示されます。フロントマターかマーカーの「templates:」で、どのテンプレートのノートかを指定できます。",
      );
    case "project":
      return say(
        "It is in a project’s document, and tells a step or speaks of other things than this template has. “templates:” in its front matter or a marker says which templates it is about.",
        "プロジェクトの文書にあり、手順か、このテンプレートにないものについて書かれています。フロントマターかマーカーの「templates:」で、どのテンプレートのノートかを指定できます。",
      );
    case "unused":
      return say(
        "What stands above it is about a service of which this template has nothing.",
        "上の見出しなどは、このテンプレートにないサービスの話をしています。",
      );
    case "mentions":
      return say(
        `Its text has “${reason.name}” in it, but it is on something else.`,
        `本文に「${reason.name}」が出てきますが、別のことについてのノートです。`,
      );
    case "unknown":
      return say(
        `“${name}” is not a name that CloudFormation or our list of names knows.`,
        `「${name}」は、CloudFormationにも名前の一覧にもない名前です。`,
      );
    case "ambiguous":
      return say(
        `“${name}” can mean several things, and nothing above it says which service it is about.`,
        `「${name}」はいろいろな意味になり得る名前で、どのサービスのことか、上の見出しなどからわかりません。`,
      );
    case "other-service": {
      const services = reason.services.slice(0, 3).join(", ");
      return say(
        `“${name}” is known, but what stands above it is about a service without it (${services}).`,
        `「${name}」は知っている名前ですが、上の見出しなどは、それを持たないサービス（${services}）の話をしています。`,
      );
    }
    case "weak":
      return say(
        `“${name}” is only mentioned; it is not what the note is called.`,
        `「${name}」に触れているだけで、ノートの名前にはなっていません。`,
      );
    case "no-place":
      return say(
        `“${name}” is known, but does not appear anywhere in a template.`,
        `「${name}」は知っている名前ですが、テンプレートに書くところがありません。`,
      );
    case "listed":
      return say(
        "It stands in a list: a plan, a table of contents, costs, parameters or parts of a project. A marker says what it is on.",
        "計画、目次、料金、パラメータ、プロジェクトの構成などの一覧の項目です。何についてのノートかは、マーカーで指定できます。",
      );
  }
}
