/** Functions by their YAML tag without the `!`: `Sub` → `Fn::Sub`. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ["Ref", "Ref"],
  ["Condition", "Condition"],
  ...[
    "And",
    "Base64",
    "Cidr",
    "Contains",
    "EachMemberEquals",
    "EachMemberIn",
    "Equals",
    "FindInMap",
    "GetAtt",
    "GetAZs",
    "GetStackOutput",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "RefAll",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
    "ValueOf",
    "ValueOfAll",
  ].map((name): [string, string] => [name, `Fn::${name}`]),
]);

export const SHORT_NAMES: readonly string[] = [...SHORT_FORMS.keys()];

/** The long name of a function for its tag (`!Sub`); an unknown tag stands for itself. */
export function longName(tag: string): string {
  return SHORT_FORMS.get(tag.slice(1)) ?? tag;
}

/** Whether a key, or the name of an entry, is that of a loop: `Fn::ForEach::Subnets`. */
export function isLoopKey(key: string): boolean {
  return key.startsWith("Fn::ForEach::");
}

/** The name of the function that a key calls: of a loop's `Fn::ForEach`. */
export function functionOf(key: string): string {
  return isLoopKey(key) ? "Fn::ForEach" : key;
}

/** Whether a map with this single key is a function call. `Condition` depends on its place. */
export function isFunctionKey(key: string): boolean {
  return key === "Ref" || key.startsWith("Fn::");
}
