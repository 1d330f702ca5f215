import { changed, explained, list, map, object, objectType, property, STRING, union } from "./types/build.ts";
import type { ObjectType, Property, ValueType } from "./types/catalogue.ts";
import { referenceUrl } from "./types/links.ts";

// Source: the template reference's page on the attribute Metadata, section “context schema”.

const URL = referenceUrl("aws-attribute-metadata");
const KEY = "com.aws.cloudformation.Context";

const LEVEL = explained(
  [
    "must-never-change",
    "A change breaks something that cannot be mended.",
    "変更すると、取り返しのつかない影響があります。",
  ],
  ["change-with-constraints", "May change within what `must` says.", "`must`の範囲内で変更できます。"],
  ["review-required", "Somebody has to look at a change first.", "変更の前にレビューが必要です。"],
  ["free-to-tune", "May change at any time.", "自由に調整できます。"],
);

const MUST = property(
  "must",
  list(STRING),
  "What has to stay true whatever is changed, a sentence each.",
  "何を変えても守るべき条件。1文ずつ書きます。",
);

const TRUST = objectType("trust", URL, [
  property(
    "src",
    explained(
      ["authored", "Somebody wrote it on purpose.", "人が意図して書いた。"],
      ["comment", "Taken from a comment.", "コメントから取った。"],
      ["commit", "Taken from a commit.", "コミットから取った。"],
      ["infer", "Inferred from the template.", "テンプレートから推測した。"],
    ),
    "Where the context comes from.",
    "この記述の出どころ。",
    { required: true },
  ),
  property(
    "conf",
    explained(
      ["high", "Certain.", "確か。"],
      ["medium", "Probable.", "おそらく正しい。"],
      ["low", "A guess.", "推測。"],
    ),
    "How certain it is.",
    "どれだけ確かか。",
    { required: true },
  ),
  property("cite", STRING, "What it is taken from: a commit, a page.", "根拠となるコミットやページ。"),
  property("note", STRING, "What else to know of it.", "そのほかの補足。"),
]);

const REF = objectType("ref", URL, [
  property(
    "at",
    STRING,
    "`https:`, `s3:`, or a path relative to the template.",
    "`https:`、`s3:`、またはテンプレートからの相対パス。",
    {
      required: true,
    },
  ),
  property("has", STRING, "What is to be found there.", "そこに書かれていること。"),
  property("scope", STRING, "What of the template it is about.", "テンプレートのどの部分の説明か。"),
]);

/** The template's own, below `Metadata`. */
export const templateContext: Property = contextProperty(
  objectType(KEY, URL, [
    property("arch", STRING, "The shape of the system, in a few sentences.", "システムの構成（数文で）。"),
    MUST,
    property(
      "ref",
      list(union(STRING, object(REF))),
      "Where more is written; what stands in the template counts more.",
      "詳しい説明のある場所。テンプレートに書かれたことが優先します。",
    ),
    property("owner", STRING, "Who answers for the template.", "テンプレートの責任者。"),
  ]),
);

/** The one of a resource with these properties. */
export function resourceContextOf(properties: ObjectType | undefined): Property {
  return contextProperty(
    objectType(KEY, URL, [
      property("why", STRING, "What it is for, and why it is as it is.", "目的と、このようにした理由。"),
      MUST,
      property("mutable", LEVEL, "How freely the resource may be changed.", "このリソースをどこまで変更してよいか。"),
      property(
        "mutability",
        mutability(properties),
        "The same for single properties, where it is another.",
        "プロパティごとの指定（リソース全体と異なるものだけ）。",
      ),
      property("trust", object(TRUST), "Where this comes from, and how certain it is.", "この記述の出どころと確かさ。"),
      property(
        "deps",
        list(STRING),
        "What it needs of other stacks or resources.",
        "依存しているほかのスタックやリソース。",
      ),
    ]),
  );
}

/** By the names of properties; of a type that nobody knows, any. */
function mutability(properties: ObjectType | undefined): ValueType {
  if (properties === undefined || properties.additional !== undefined) return map(LEVEL);
  return object(() => {
    const names = [...properties.properties.values()];
    const level = { type: LEVEL, required: false, update: undefined } as const;
    return objectType(
      "mutability",
      URL,
      names.map((one) => changed(one, level)),
    );
  });
}

function contextProperty(of: ObjectType): Property {
  return property(
    KEY,
    object(of),
    "Metadata Context: why something is as it is, and what has to stay. Tools and people read it; CloudFormation does not.",
    "Metadata Context。このようにした理由と、守るべきことを書きます。読むのはツールと人で、CloudFormationは使いません。",
  );
}
