import { workspace } from "vscode";
import type { NotePage } from "../page/notePage.ts";
import { viewMessages } from "../page/viewMessages.ts";
import type { Shown } from "./noteHistory.ts";

type OnPage = Pick<NotePage, "notes" | "images" | "pinned" | "isReading">;

/** The page for what the view shows. */
export function notePageOf({ label, notes, mentions, inTemplate, explained }: Shown, onPage: OnPage): NotePage {
  const { noTemplate, nothing, noNote, noNoteShort, announce, reading, ...words } = viewMessages();
  const missing = label === "" ? nothing : noNote(label);
  const [first] = notes;
  const isPast = notes.length === 0 && !explained && onPage.notes.length > 0;
  const empty = isPast ? noNoteShort(label) : inTemplate ? missing : noTemplate;
  return {
    ...onPage,
    label,
    mentions,
    isPast,
    empty: onPage.isReading ? reading : empty,
    canBeMended: inTemplate && label !== "",
    canBeWritten: inTemplate && label !== "" && notes.every(({ builtIn }) => builtIn),
    hasFolders: workspace.getConfiguration("cfnNotes").get<readonly string[]>("notes.folders", []).length > 0,
    explanation: explained?.explanation,
    announcement:
      explained?.explanation.summary ?? (first ? announce(first.title, notes.length - 1) : label === "" ? "" : missing),
    words,
  };
}
