import assert from "node:assert/strict";
import fc from "fast-check";
import { looksLikeTemplate } from "../../src/detect.ts";
import { folding } from "../../src/features/document/folding.ts";
import { semanticTokens } from "../../src/features/document/semanticTokens.ts";
import { symbols } from "../../src/features/document/symbols.ts";
import { readBaseline } from "../../src/features/project/baseline.ts";
import { projectSettings } from "../../src/features/project/projectFile.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import type { Template } from "../../src/model/template.ts";
import { renderNote } from "../../src/notes/showing/renderHtml.ts";
import { runToEnd } from "../../src/text/runToEnd.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { mutated } from "./mutations.ts";
import { fuzz, inTime } from "./run.ts";
import { NOTE_PIECES, NOTES, TEMPLATE_PIECES, TEMPLATES } from "./texts.ts";

const data = catalogueData();
const service = createLanguageService({ catalogue: data });
const RENDER = { language: "en", commands: true } as const;
const REQUEST = { language: "ja", today: "2026-11-25", severities: new Map() } as const;

/** A link leads to the web, to a place in the note or to a file beside it, as a browser reads it. */
function assertFollowed(href: string): void {
  const beside = "https://beside.invalid";
  const written = href.replaceAll("&amp;", "&");
  if (!URL.canParse(written, `${beside}/notes/`)) return;
  const { protocol, origin } = new URL(written, `${beside}/notes/`);
  if (/^(?:https?|mailto):/i.test(href)) assert.match(protocol, /^(?:https?|mailto):$/);
  else assert.equal(origin, beside, href);
}

/** Everything that is asked of a template, at some places of it. */
function askAll(template: Template, places: readonly number[]): void {
  const { text } = template;
  for (const { span, related } of runToEnd(service.diagnostics(template, REQUEST)))
    for (const { start, end } of [span, ...related.map((one) => one.span)])
      assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
  symbols(template);
  folding(template);
  semanticTokens(template);
  service.signalLenses(template);
  service.scriptHints(template, { start: 0, end: text.length });
  for (const place of places) {
    const offset = Math.floor(place * text.length);
    service.hover(template, offset, { language: "ja", reference: true, exports: [], render: RENDER });
    service.completion(template, offset, { language: "en", exports: [], snippetSupport: true, today: "2026-11-25" });
    service.definition(template, offset);
    service.references(template, offset, true);
    service.rename(template, offset, "NewName");
    service.addSignal(template, offset, "en");
    service.bootstrapSequence(template, offset);
  }
}

describe("random texts", () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

  it("as templates, and as the next text of one", async () => {
    const texts = mutated(TEMPLATES, TEMPLATE_PIECES);
    await fuzz(fc.record({ text: texts, next: texts, places }), async ({ text, next, places: asked }) => {
      inTime(() => looksLikeTemplate(text));
      const template = inTime(() => parse(text));
      inTime(() => askAll(template, asked));
      const after = inTime(() => parse(next, template));
      inTime(() => askAll(after, asked));
    });
  });

  it("as notes: they hold nothing that is run", async () => {
    const template = parse("Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n");
    await fuzz(mutated(NOTES, NOTE_PIECES), async (text) => {
      const uri = "file:///a.md";
      service.notes.set({ uri, text, builtIn: false, language: "ja" });
      inTime(() => service.notes.bindingsIn(uri));
      inTime(() => askAll(template, [0.2, 0.5, 0.8, 1]));
      inTime(() => service.notes.search(text.slice(0, 200), 20));
      const file = service.notes.file(uri);
      assert.ok(file);
      for (const note of file.notes.slice(0, 20)) {
        const html = inTime(() => renderNote(note, file).html);
        assert.doesNotMatch(html, /<(?:script|iframe|object|embed|form|style|link|meta|img)\b|<[^>]*\son\w+=/i);
        for (const [, href = ""] of html.matchAll(/\shref\s*=\s*"?([^">]*)/gi)) assertFollowed(href);
      }
      service.notes.delete(uri);
    });
  });

  it("as project files and baselines", async () => {
    const texts = mutated(
      [
        "rules:\n  unknown-property: info\n  E3005: off\nignore: [generated/]\nbaseline: b.json\nlanguage: ja\nfail-on: warning\n",
        '{"version": 1, "files": {"a.yaml": [{"code": "x", "message": "y"}]}}',
      ],
      TEMPLATE_PIECES,
    );
    await fuzz(texts, async (text) => {
      inTime(() => projectSettings(text));
      inTime(() => readBaseline(text));
    });
  });
});
