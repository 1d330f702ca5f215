import commands from "../../../data/commands.yaml";
import { FAIL_ON } from "../../change/failOn.ts";
import { FORMAT_NAMES, formatsHelp } from "../formats/all.ts";
import type { Command, Option } from "./commandLine.ts";

const WRITTEN = commands();

/** The values that an option of a command takes, if the code has a closed list of them. */
const VALUES: Readonly<Record<string, readonly string[]>> = { "check format": FORMAT_NAMES, "diff fail-on": FAIL_ON };

/** The commands in the order of the help: how they are read and explained. */
export const COMMANDS: readonly Command[] = WRITTEN.commands.map(({ details, options, ...command }) => ({
  ...command,
  ...(details && { details: { en: withFormats(details.en, "en"), ja: withFormats(details.ja, "ja") } }),
  options: options.map((option) => optionOf(command.name, option)),
}));

function withFormats(text: string, language: "en" | "ja"): string {
  return text.replace("{formats}", () => formatsHelp(language));
}

function optionOf(command: string, written: Option | string): Option {
  const option = typeof written === "string" ? WRITTEN.common[written] : written;
  if (option === undefined) throw new Error(`commands.yaml has no common option ${String(written)}.`);
  const values = VALUES[`${command} ${option.name}`];
  return values === undefined || option.value === undefined
    ? option
    : { ...option, value: { ...option.value, values } };
}
