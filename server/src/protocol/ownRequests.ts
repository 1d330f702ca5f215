import type { AssistantRequest } from "./common.ts";
import type { NoteRequests } from "./notes.ts";
import type { StudyRequests } from "./study.ts";
import type { TemplateRequests } from "./template.ts";
import type { WritingRequests } from "./writing.ts";

/** All requests of a client beyond LSP, by their method below `cfnNotes/`, with the types of parameters and result. */
export interface OwnRequests extends AssistantRequest, NoteRequests, StudyRequests, TemplateRequests, WritingRequests {}
