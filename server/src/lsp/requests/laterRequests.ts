import { convertTemplate } from "../../features/convertTemplate.ts";
import { parse } from "../../model/reading/parse.ts";
import type { OutdatedFile } from "../../protocol/writing.ts";
import { comparison, comparisonsFor } from "../../study/compare.ts";
import { outdatedIn } from "../../study/outdated.ts";
import type { OpenTemplate } from "../documents/documents.ts";
import { refactorClient, resolvedAction, uriToResolve } from "../documents/refactorActions.ts";
import { ownFiles } from "../notes/ownFiles.ts";
import { noteDraftFor, writingPlace } from "../views/writeViews.ts";
import { assistantRequests } from "./assistantRequests.ts";
import { changeAgainst } from "./changeAgainst.ts";
import { changeRequests } from "./changeRequests.ts";
import { placeRequests } from "./notes/placeRequests.ts";
import { studyRequests } from "./notes/studyRequests.ts";
import { writeRefusal } from "./notes/writeRefusal.ts";
import { pictureRequests } from "./pictureRequests.ts";
import { atWithExports, type RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

export type LaterRequests = ReturnType<typeof assistantRequests> &
  ReturnType<typeof changeRequests> &
  ReturnType<typeof compareRequests> &
  ReturnType<typeof placeRequests> &
  ReturnType<typeof pictureRequests> &
  ReturnType<typeof refactorRequests> &
  ReturnType<typeof studyRequests> &
  ReturnType<typeof writeRequests>;

/** Answers what is asked when somebody studies, writes or mends notes, or has changed a template. */
export function laterRequests(context: RequestContext): LaterRequests {
  const change = changeAgainst(context);
  return {
    ...assistantRequests(context),
    ...changeRequests(context, change),
    ...compareRequests(context),
    ...placeRequests(context),
    ...pictureRequests(context, change),
    ...refactorRequests(context),
    ...studyRequests(context),
    ...writeRequests(context),
  };
}

type WriteRequests = Pick<Answers, "writingPlace" | "draftNote">;

/** Answers which file a note on a place is written into, and what is inserted for it. */
function writeRequests(context: RequestContext): WriteRequests {
  const { service, noteFiles, store, documents } = context;
  const { notes } = service;
  return {
    writingPlace: ({ template: text, position }, asked) => {
      // The draft is made for the present text: a note whose insertion was just undone can't be continued.
      noteFiles.takeTyped();
      return atWithExports(context, asked, (found, offset) => {
        const then = earlier(found.uri, found.template.text, text);
        return then === undefined
          ? writingPlace(found, offset, notes, asked.language)
          : writingPlace({ ...found, ...then }, then.document.offsetAt(position), notes, asked.language);
      });
    },
    draftNote: (params, { at, language }) => {
      const uri = store.ownUri(params.article.uri) ?? params.article.uri;
      const refusal = writeRefusal([uri], context);
      if (refusal !== undefined) return { refusal: refusal[language] };
      const wanted = { ...params, article: { ...params.article, uri } };
      return at((open, offset) => {
        const then = earlier(open.document.uri, open.template.text, params.template);
        return then === undefined
          ? noteDraftFor(open, offset, wanted, notes, language)
          : noteDraftFor(then, then.document.offsetAt(params.position), wanted, notes, language);
      });
    },
  };

  /** A template as it was when a note was asked for; `undefined` if it is so still. */
  function earlier(uri: string, now: string, then: string | undefined): OpenTemplate | undefined {
    if (then === undefined || then === now) return undefined;
    return { document: documents.saved(uri, then), template: parse(then) };
  }
}

type CompareRequests = Pick<Answers, "comparison" | "comparisons" | "outdatedNotes">;

/** Answers comparisons, and what AWS has overtaken. */
function compareRequests(context: RequestContext): CompareRequests {
  const { service, store, host } = context;
  return {
    comparison: ({ id }, { language }) => comparison(id, service.notes, language),
    comparisons: ({ query }, { language }) => comparisonsFor(query, language),
    outdatedNotes: async ({ uri }, { language }) => {
      const found: OutdatedFile[] = [];
      for (const file of ownFiles(service.notes, store)) {
        if (uri !== undefined && file.uri !== uri) continue;
        found.push(outdatedIn(file, language));
        await host.yieldToEventLoop();
      }
      return found.filter(({ places }) => places.length > 0);
    },
  };
}

type RefactorRequests = Pick<Answers, "resolveCodeAction" | "convertTemplate">;

/** Answers the edits of code actions, which are computed when one is chosen. */
function refactorRequests(context: RequestContext): RefactorRequests {
  const { service, documents, parameters } = context;
  return {
    resolveCodeAction: (action) => {
      const uri = uriToResolve(action);
      const open = uri === undefined ? undefined : documents.get(uri);
      return open === undefined ? action : resolvedAction(action, open, service, refactorClient(parameters));
    },
    convertTemplate: (_, { open, language }) => {
      const converted = open && convertTemplate(open.template);
      if (converted === undefined) return undefined;
      if ("refused" in converted) return { refused: converted.refused[language] };
      const { text, format, comments } = converted;
      return { text, languageId: format, lostComments: comments };
    },
  };
}
