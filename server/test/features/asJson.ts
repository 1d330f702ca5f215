import { type CollectionTag, parseDocument, type Scalar, type ScalarTag, YAMLMap, type YAMLSeq } from "yaml";

const NAMES =
  "Ref GetAtt Sub Join Select Split If Equals And Or Not Condition FindInMap ImportValue Base64 Cidr GetAZs Length ToJsonString Transform";

/** `!Sub x` as `{"Fn::Sub": x}`. */
const tags: (ScalarTag | CollectionTag)[] = NAMES.split(" ").flatMap((name) => {
  const long = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
  const wrap = (inner: unknown): YAMLMap => {
    const map = new YAMLMap();
    map.set(long, inner);
    return map;
  };
  const getAtt = (text: string): unknown => (long === "Fn::GetAtt" ? splitOnce(text) : text);
  return [
    { tag: `!${name}`, resolve: (text: string) => wrap(getAtt(text)) as unknown as Scalar },
    { tag: `!${name}`, collection: "seq", resolve: (seq: YAMLMap | YAMLSeq) => wrap(seq) },
    { tag: `!${name}`, collection: "map", resolve: (map: YAMLMap | YAMLSeq) => wrap(map) },
  ] as (ScalarTag | CollectionTag)[];
});

function splitOnce(text: string): unknown {
  const dot = text.indexOf(".");
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}

/** A YAML template as JSON; a caret in a key or a scalar stays where it is. */
export function asJson(yaml: string): string {
  const document = parseDocument(yaml, { customTags: tags, logLevel: "silent" });
  if (document.errors.length > 0) throw document.errors[0];
  return JSON.stringify(document.toJS(), undefined, 2);
}
