import { nestedChanges } from "../../change/nestedChanges.ts";
import { changeReport, type Report } from "../../change/report.ts";
import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import { memoByText } from "../../text/memoBy.ts";
import { besideUri } from "../host/sameFile.ts";
import { type NestedReport, templateChanges, withNested } from "../views/changeViews.ts";
import { TemplateUsers } from "../workspace/templateUsers.ts";
import type { ChangeAgainst } from "./changeAgainst.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type ChangeRequests = Pick<Answers, "templateChanges" | "environments">;

/** Answers what an edit would do when it is deployed; shown together with the diagnostics. */
export function changeRequests(context: RequestContext, { inTurn, change: changeOver }: ChangeAgainst): ChangeRequests {
  const { service, feed, projects, nested, host } = context;
  const users = new TemplateUsers(context);
  return {
    environments: async ({ textDocument: { uri } }) => {
      const found = (await projects.of(uri))?.settings.environments ?? [];
      return [...found].map(([name, revision]) => ({ name, revision }));
    },
    templateChanges: async ({ textDocument: { uri }, before, nested: given = {} }, asked) => {
      await feed.settled(uri);
      const { open, token, language } = asked;
      if (open === undefined || token.isCancellationRequested) return undefined;
      const { template } = open;
      const { version } = open.document;
      const change = await changeOver(before, template);
      const report = change && (await reportOn(change, uri, language));
      const sections = report && (await inTurn(() => templateChanges(report, { uri, template }, service.notes)));
      if (change === undefined || sections === undefined) return undefined;
      const found = await changesWithin(change, uri, given, language);
      if (found === undefined || token.isCancellationRequested) return undefined;
      return { version, sections: withNested(sections, found.within), nested: found.nested };
    },
  };

  /** The report; what other templates use is looked for only where something is gone or new that they may use. */
  async function reportOn(change: TemplateChange, uri: string, language: NoteLanguage): Promise<Report | undefined> {
    let isAsked = false;
    const others = (): readonly [] => {
      isAsked = true;
      return [];
    };
    const report = await inTurn(() => changeReport(change, language, { others }));
    if (!isAsked) return report;
    const beside = await Promise.race([users.beside(uri), host.sleep(MAX_WAIT_MS).then(others)]);
    return beside.length === 0 ? report : inTurn(() => changeReport(change, language, { others: () => beside }));
  }

  /** The changes in nested templates; those of the workspace count as they are in the editor. */
  async function changesWithin(
    change: TemplateChange,
    uri: string,
    given: Readonly<Record<string, string>>,
    language: NoteLanguage,
  ): Promise<{ readonly within: readonly NestedReport[]; readonly nested: readonly string[] } | undefined> {
    const asked = new Set<string>();
    const found = await nestedChanges(change, {
      before: async (paths: readonly string[]): Promise<Template | undefined> => {
        const target = paths.reduce<string | undefined>((from, path) => from && besideUri(from, path), uri);
        if (target === undefined) return undefined;
        asked.add(target);
        const text = Object.hasOwn(given, target) ? given[target] : undefined;
        return text === undefined || !looksLikeTemplate(text) ? undefined : inTurn(() => parsed(text));
      },
      after: async (paths: readonly string[]) => (await nested.along(uri, paths))?.template,
      compare: (one, other) => inTurn(() => templateChange(one, other, service.catalogue)),
    });
    const within: NestedReport[] = [];
    for (const { stacks, after, change: inner } of found) {
      const target = await nested.along(uri, after);
      const report = target && (await reportOn(inner, target.uri, language));
      const place = placeOfStack(change, stacks[0] ?? "");
      if (report) within.push({ stacks, report, place, uri: target.uri });
    }
    return { within, nested: [...asked] };
  }
}

/** The changes do not wait longer for the files of the workspace; they are read on, for the next time. */
const MAX_WAIT_MS = 2000;
/** The nested templates that were read last. */
const MAX_PARSED = 20;
const parsed = memoByText((text) => parse(text), MAX_PARSED);

function placeOfStack({ after, sides }: TemplateChange, id: string): NestedReport["place"] {
  const entry = after.get(id)?.entry;
  return entry && lineIndex(sides.after.template.text).at(entry.key.start + entry.offset);
}
