import type { CodeLens, InlayHint } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BootstrapSequence } from "../../features/bootstrapSequence.ts";
import type { ScriptHint } from "../../features/scriptHints.ts";
import type { SignalLens } from "../../features/signalLenses.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type * as protocol from "../../protocol/template.ts";
import { SHOW_SEQUENCE_COMMAND } from "../../protocol/template.ts";
import { rangeOf } from "../documents/documents.ts";

/** Lenses in LSP's form; they open the picture of the sequence if the client has that command, and else only inform. */
export function codeLenses(
  document: TextDocument,
  lenses: readonly SignalLens[],
  language: NoteLanguage,
  opens: boolean,
): CodeLens[] {
  return lenses.map(({ span, text, logicalId }) => ({
    range: rangeOf(document, span),
    command: {
      title: text[language],
      command: opens ? SHOW_SEQUENCE_COMMAND : "",
      ...(opens && { arguments: [document.uri, logicalId] }),
    },
  }));
}

/** Hints in LSP's form. */
export function inlayHints(document: TextDocument, hints: readonly ScriptHint[], language: NoteLanguage): InlayHint[] {
  return hints.map(({ offset, text }) => ({
    position: document.positionAt(offset),
    label: text[language],
    paddingLeft: true,
  }));
}

/** The topics that explain a step; the parts of an Init are explained by the step that runs it. */
const TOPICS: Readonly<Partial<Record<protocol.SequencePictureStep["kind"], string>>> = {
  userData: "bootstrap-script",
  init: "cfn-init",
  hup: "cfn-hup",
  signal: "cfn-signal",
  timeout: "signal-timeout",
};

/** A sequence in the protocol's form. */
export function sequenceAnswer(
  document: TextDocument,
  { picture, resources }: BootstrapSequence,
  notes: NoteIndex,
  language: NoteLanguage,
): protocol.BootstrapSequence {
  return {
    resources: resources.map(({ logicalId, type = "" }) => ({ logicalId, type })),
    ...(picture && {
      picture: {
        logicalId: picture.logicalId,
        type: picture.type ?? "",
        wait: picture.wait?.[language] ?? "",
        steps: picture.steps.map(({ kind, lane, depth, title, detail, astray, span }) => ({
          kind,
          lane,
          depth,
          title: title[language],
          detail: detail[language],
          astray,
          ...(span && { range: rangeOf(document, span) }),
          ...noteOn(TOPICS[kind], notes),
        })),
      },
    }),
  };
}

function noteOn(topic: string | undefined, notes: NoteIndex): Pick<protocol.SequencePictureStep, "note"> {
  const [best] = topic === undefined ? [] : notes.onTopic(topic);
  return best === undefined ? {} : { note: { id: best.note.id, title: best.note.title } };
}
