import { commands, window } from "vscode";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../server/src/protocol/writing.ts";
import { inLanguage, type Said } from "./page/inLanguage.ts";
import type { TemplateDocuments } from "./server/templateDocuments.ts";

interface Choice extends Said<string> {
  readonly command: string;
}

/** The commands of the palette that ask which one of several is meant. */
export function choiceCommands(templates: TemplateDocuments): Record<string, () => Promise<void>> {
  return {
    "cfnNotes.writeNote": () => choose({ en: "Write a Note", ja: "ノートを書く" }, writing()),
    "cfnNotes.export": () => choose({ en: "Export", ja: "エクスポート" }, exports(templates)),
    "cfnNotes.reviewSchedule": () => choose({ en: "Review Schedule", ja: "復習の予定" }, schedule()),
    "cfnNotes.picture": () => choose({ en: "A Picture of the Template", ja: "テンプレートの図" }, pictures()),
    "cfnNotes.drill": () => choose({ en: "Drill", ja: "ドリル" }, drills()),
  };
}

async function choose(title: Said<string>, choices: readonly Choice[]): Promise<void> {
  const items = choices.map(({ command, ...label }) => ({ label: inLanguage(label), command }));
  const chosen = await window.showQuickPick(items, { title: inLanguage(title) });
  await (chosen && commands.executeCommand(chosen.command));
}

function writing(): readonly Choice[] {
  const here = [
    { en: "About what is at the cursor", ja: "カーソル位置について書く", command: WRITE_NOTE_COMMAND },
    {
      en: "About what is at the cursor, in another file…",
      ja: "カーソル位置について書く（ファイルを選択）…",
      command: "cfnNotes.writeNoteIn",
    },
    {
      en: "In my own words, beside the built-in note",
      ja: "組み込みノートを自分の言葉で書く",
      command: OWN_WORDS_COMMAND,
    },
  ];
  const selected = [
    {
      en: "With the selected lines as an example",
      ja: "選択した行を例として書く",
      command: "cfnNotes.addSelectionToNote",
    },
    {
      en: "Add the selected lines to another note…",
      ja: "選択した行を別のノートに追加…",
      command: "cfnNotes.addSelectionToChosenNote",
    },
  ];
  return window.activeTextEditor?.selection.isEmpty === false ? [...selected, ...here] : here;
}

function exports(templates: TemplateDocuments): readonly Choice[] {
  const cards = { en: "Cards for Anki", ja: "Anki用のカード", command: "cfnNotes.exportCards" };
  const ofTemplate = [
    { en: "A cram sheet of this template", ja: "このテンプレートの要点集", command: "cfnNotes.exportCramSheet" },
    {
      en: "The notes of this template, as Markdown",
      ja: "このテンプレートのノート（Markdown）",
      command: "cfnNotes.exportTemplateNotes",
    },
  ];
  return templates.all.size > 0 ? [cards, ...ofTemplate] : [cards];
}

function schedule(): readonly Choice[] {
  return [
    { en: "Choose its file…", ja: "ファイルを選ぶ…", command: "cfnNotes.chooseSchedule" },
    { en: "Export it…", ja: "エクスポート…", command: "cfnNotes.exportSchedule" },
    { en: "Import another one…", ja: "インポート…", command: "cfnNotes.importSchedule" },
  ];
}

function pictures(): readonly Choice[] {
  return [
    { en: "Its resources, and what refers to what", ja: "リソースと参照関係", command: "cfnNotes.showTemplateGraph" },
    { en: "The order in which they are deployed", ja: "デプロイの順序", command: "cfnNotes.showDeploymentOrder" },
    {
      en: "How a resource is set up and signals",
      ja: "リソースの起動からシグナルまで",
      command: "cfnNotes.showBootstrapSequence",
    },
  ];
}

function drills(): readonly Choice[] {
  return [
    {
      en: "One fault in a copy of this template: what happens?",
      ja: "このテンプレートの誤りを一つ見つける：どうなるか",
      command: "cfnNotes.faultDrill",
    },
    {
      en: "The events of a stack that failed: what is the cause?",
      ja: "失敗したスタックのイベント：原因は何か",
      command: "cfnNotes.incidentDrill",
    },
  ];
}
