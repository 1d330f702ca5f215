import helperScripts from "../../data/helperScripts.yaml";
import type { Localised } from "../text/localised.ts";

/** A program that takes part in bootstrapping. The CLI's `signal-resource` does what `cfn-signal --resource` does. */
export type HelperName = "cfn-init" | "cfn-signal" | "cfn-hup" | "cfn-get-metadata" | "signal-resource";

export interface HelperScript {
  readonly name: HelperName;
  readonly text: Localised;
  readonly url: string;
  readonly options: readonly HelperOption[];
}

/** As `helperScripts.yaml` has them. */
const { connection, scripts } = helperScripts();

type WrittenOption = ReturnType<typeof helperScripts>["connection"][number];

/** The role of an option's value. */
export type OptionRole = NonNullable<WrittenOption["role"]>;

export interface HelperOption {
  /** With its dashes: `--exit-code`. */
  readonly name: string;
  /** `-e`; `undefined` if there is none. */
  readonly short: string | undefined;
  readonly role: OptionRole;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** Values to offer that are not names from the template. */
  readonly values: readonly string[];
  readonly text: Localised;
}

/** The helper scripts with their options. */
export const HELPER_SCRIPTS: ReadonlyMap<HelperName, HelperScript> = new Map(
  (Object.keys(scripts) as HelperName[]).map((name) => {
    const { en, ja, url, options: own, connects } = scripts[name];
    const options = [...own, ...(connects === undefined ? [] : connection)].map(decodeOption);
    return [name, { name, text: { en, ja }, url, options }];
  }),
);

function decodeOption({ name, short, role, values = [], en, ja }: WrittenOption): HelperOption {
  return { name, short, role: role ?? "other", takesValue: role !== undefined, values, text: { en, ja } };
}

/** The option of a helper that a word means: exact, or an abbreviation that fits only one, as the helpers accept. */
export function helperOption(helper: HelperName, name: string): HelperOption | undefined {
  const options = HELPER_SCRIPTS.get(helper)?.options ?? [];
  const exact = options.find((known) => known.name === name || known.short === name);
  if (exact || !name.startsWith("--") || name.length < 4) return exact;
  const fitting = options.filter((known) => known.name.startsWith(name));
  return fitting.length === 1 ? fitting[0] : undefined;
}
