import parameterTypes from "../../../data/parameterTypes.yaml";
import type { ParameterTypeInfo } from "../types/catalogue.ts";

const { ofAccount, types } = parameterTypes();

/** All parameter types, those of one's own data first. */
export const PARAMETER_TYPES: readonly ParameterTypeInfo[] = types.flatMap((written) => {
  const { name, en, ja, list = false } = written;
  if (!name.includes("{}")) return { name, text: { en, ja }, list };
  return ofAccount
    .filter(({ single }) => !(list && single))
    .map((one) => ({
      name: name.replace("{}", one.name),
      text: { en: capitalised(en.replace("{}", one.en)), ja: ja.replace("{}", one.ja) },
      list,
    }));
});

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
