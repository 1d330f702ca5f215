import { commands, l10n, window } from "vscode";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../server/src/protocol.ts";
import type { TemplateDocuments } from "./server/templateDocuments.ts";

interface Choice {
  readonly label: string;
  readonly command: string;
}

/** The commands of the palette that ask which one of several is meant. */
export function choiceCommands(templates: TemplateDocuments): Record<string, () => Promise<void>> {
  return {
    "cfnNotes.writeNote": () => choose(l10n.t("Write a Note"), writing()),
    "cfnNotes.export": () => choose(l10n.t("Export"), exports(templates)),
    "cfnNotes.reviewSchedule": () => choose(l10n.t("Review Schedule"), schedule()),
  };
}

async function choose(title: string, choices: readonly Choice[]): Promise<void> {
  const chosen = await window.showQuickPick(choices, { title });
  await (chosen && commands.executeCommand(chosen.command));
}

function writing(): readonly Choice[] {
  const here = [
    { label: l10n.t("On what is at the cursor"), command: WRITE_NOTE_COMMAND },
    { label: l10n.t("On what is at the cursor, in another file…"), command: "cfnNotes.writeNoteIn" },
    { label: l10n.t("In my own words, beside the built-in note"), command: OWN_WORDS_COMMAND },
  ];
  const selected = [
    { label: l10n.t("With the selected lines as an example"), command: "cfnNotes.addSelectionToNote" },
    { label: l10n.t("Add the selected lines to another note…"), command: "cfnNotes.addSelectionToChosenNote" },
  ];
  return window.activeTextEditor?.selection.isEmpty === false ? [...selected, ...here] : here;
}

function exports(templates: TemplateDocuments): readonly Choice[] {
  const cards = { label: l10n.t("Cards for Anki"), command: "cfnNotes.exportCards" };
  const ofTemplate = [
    { label: l10n.t("A cram sheet of this template"), command: "cfnNotes.exportCramSheet" },
    { label: l10n.t("The notes of this template, as Markdown"), command: "cfnNotes.exportTemplateNotes" },
  ];
  return templates.all.size > 0 ? [cards, ...ofTemplate] : [cards];
}

function schedule(): readonly Choice[] {
  return [
    { label: l10n.t("Choose its file…"), command: "cfnNotes.chooseSchedule" },
    { label: l10n.t("Export it…"), command: "cfnNotes.exportSchedule" },
    { label: l10n.t("Import another one…"), command: "cfnNotes.importSchedule" },
  ];
}
