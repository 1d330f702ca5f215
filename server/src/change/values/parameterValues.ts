import { isJsonObject, parsedJson } from "../../text/json.ts";

/**
 * The values in a file of parameters: the AWS CLI's list of `ParameterKey` and `ParameterValue`, an object with
 * `Parameters`, or an object of names and values. `undefined` if the text is none of them.
 *
 * @param previous values for `UsePreviousValue`
 */
export function parameterValues(
  text: string,
  previous: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> | undefined {
  const data = parsedJson(text);
  if (Array.isArray(data)) return valuesFromList(data, previous);
  if (!isJsonObject(data)) return undefined;
  const { Parameters: inner } = data;
  return valuesByName(isJsonObject(inner) ? inner : data);
}

function valuesFromList(
  items: readonly unknown[],
  previous: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const item of items) {
    if (!isJsonObject(item) || typeof item["ParameterKey"] !== "string") return undefined;
    const { ParameterKey: name, ParameterValue: value, UsePreviousValue: isKept } = item;
    const known = isKept === true ? previous.get(name) : parameterText(value);
    if (known !== undefined) values.set(name, known);
  }
  return values;
}

function valuesByName(data: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(data).flatMap(([name, value]) => {
      const text = parameterText(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function parameterText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map((item) => String(item)).join(",");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
