import type { Declarations } from "../../../model/template.ts";

/** The items of a list that a parameter is by default; `undefined` if it has none, is no list or may be one of placeholders. */
export function listDefault(
  name: string,
  { parameters }: Pick<Declarations, "parameters">,
): readonly string[] | undefined {
  const { type = "", default: usual } = parameters.get(name) ?? {};
  if (!usual || !/^(?:CommaDelimitedList|List<(?:Number|String)>)$/.test(type)) return undefined;
  const items = usual.split(",").map((item) => item.trim());
  return items.some((item) => item === "" || isPlaceholder(item)) ? undefined : items;
}

/** Whether a default is mostly a placeholder: some words (but a method and a path), or the ID of something that exists elsewhere. */
export function isPlaceholder(text: string): boolean {
  return /\s(?!\/)|^[a-z]+-[\da-fx]{7,}$/i.test(text);
}
