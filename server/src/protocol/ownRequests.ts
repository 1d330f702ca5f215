import type { AssistantRequest } from "./common.ts";
import type { NoteRequests } from "./notes.ts";
import type { StudyRequests } from "./study.ts";
import type { TemplateRequests } from "./template.ts";
import type { WritingRequests } from "./writing.ts";

/** All that a client asks beyond LSP, by its method below `cfnNotes/`: what is asked, and what is answered. */
export interface OwnRequests extends AssistantRequest, NoteRequests, StudyRequests, TemplateRequests, WritingRequests {}
