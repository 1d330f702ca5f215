import instanceClasses from "../../../data/instanceClasses.yaml";
import { contentSpan } from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { branchLiterals } from "../shared/values/literals.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { valueSites } from "../shared/values/valueSites.ts";

const SIZE = "(?:nano|micro|small|medium|(?:\\d{1,3}x?)?large|\\d{1,3}xlarge|xlarge|metal(?:-\\d+xl)?)";
const FAMILY = "[a-z]+\\d*[a-z\\d]*(?:-[a-z\\d]+)*";

/** What the properties take that name a kind of machine, by type and name; see `instanceClasses.yaml`. */
const CLASSES = new Map(
  instanceClasses().flatMap(({ at, pattern, example, says }) => {
    const taken = { pattern: new RegExp(pattern.replace("{class}", () => `${FAMILY}\\.${SIZE}`)), example, says };
    return at.map((place) => [place, taken] as const);
  }),
);

/** An instance type that cannot exist: its prefix is missing (`db.`, `cache.`), or the size does not exist. */
export const instanceClass: EntryRule = {
  scope: "entry",
  types: [...CLASSES.keys()].map((place) => place.slice(0, place.indexOf("."))),
  check(entry, { catalogue, declarations, report }) {
    const { type, literals, calls } = valueSites(entry, catalogue);
    const wantedAt = (name: string) => CLASSES.get(`${type?.name}.${name}`);
    for (const site of calls) {
      const name = String(site.path.at(-1) ?? "");
      const wanted = wantedAt(name);
      const texts = wanted === undefined ? [] : placeTexts(site, entry, declarations);
      const wrong = texts.find((text) => text !== "" && !text.includes("{{") && !wanted?.pattern.test(text));
      if (wanted === undefined || wrong === undefined || /^resolve:/.test(wrong)) continue;
      report(site.node, {
        message: "may-not-exist",
        with: { name, wrong, says: answer(sayingOf(wanted, wrong)), example: wanted.example },
        severity: "warning",
      });
    }
    for (const { node, path, type: listed } of literals) {
      const name = path.at(-1) ?? "";
      const wanted = wantedAt(name);
      if (wanted === undefined) continue;
      for (const literal of branchLiterals(node)) {
        if (wanted.pattern.test(literal.text) || /\{\{|\$\{|^resolve:/.test(literal.text)) continue;
        const known = listed.kind === "string" ? (listed.enum ?? []) : [];
        const says = answer(sayingOf(wanted, literal.text));
        const whole = `${/^\^(\w+)\\\./.exec(wanted.pattern.source)?.[1]}.${literal.text}`;
        const meant = wanted.pattern.test(whole)
          ? suggestionFor(whole, contentSpan(literal))
          : suggestion(literal.text, known, contentSpan(literal));
        report(contentSpan(literal), {
          message: "not-valid",
          with: { value: literal.text, name, says, example: wanted.example, meant },
          data: meant.data,
        });
      }
    }
  },
};

function sayingOf({ says }: { readonly says?: string | undefined }, value: string): string | undefined {
  return says && `${says}: ${value}`;
}
