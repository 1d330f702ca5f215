import type { NoteLanguage } from "../notes/reading/note.ts";
import type { Settings } from "./host/settings.ts";

/** The present state of a session. */
export interface SessionState {
  readonly settings: () => Settings;
  /** The language of messages and notes: that of the settings, or else the client's. */
  readonly language: () => NoteLanguage;
}
