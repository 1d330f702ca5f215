import { parseArgs } from "node:util";
import { didYouMean } from "../../text/didYouMean.ts";
import type { Localised } from "../../text/localised.ts";
import { nearest } from "../../text/nearest.ts";

/** An option of a command: from one record follow how it is read, what is refused, the help and the shell's completion. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** Its value; absent if it is a mere switch. */
  readonly value?: {
    /** Its name in the help, such as `FILE`. */
    readonly name: string;
    /** All allowed values. */
    readonly values?: readonly string[];
    /** Whether it is a number from 1. */
    readonly isCount?: true;
    readonly multiple?: true;
  };
  readonly help: Localised;
}

/** A command: how it is read and explained. */
export interface Command {
  readonly name: string;
  /** The arguments behind the options in its usage, such as `PATH…`. */
  readonly operands: string;
  readonly summary: Localised;
  /** Further text of the help. */
  readonly details?: Localised;
  readonly options: readonly Option[];
  /** Its exit code if it can't run; 2 unless it says otherwise. */
  readonly failure?: number;
}

/** Does what a command does, and gives the exit code. */
export type Run = (given: Given, language: "en" | "ja", commands: readonly Command[]) => Promise<number>;

/** The parsed arguments. */
export interface Given {
  readonly operands: readonly string[];
  has(option: string): boolean;
  /** The value of an option; the last one if it is given several times. */
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
}

export const HELP: Option = {
  name: "help",
  short: "h",
  help: { en: "show this", ja: "このヘルプを表示する" },
};

/** Reads the arguments of a command, or says in one line what is wrong with them. */
export function readArguments(
  command: Command,
  args: readonly string[],
): Given | "help" | { readonly problem: Localised } {
  const options = [...command.options, HELP];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(options.map(({ name, short, value }) => [name, parsed(short, value !== undefined)])),
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) return { problem: unknownOption(token.rawName, command.name, options) };
    const problem = wrongValue(option, token.value, token.inlineValue === true);
    if (problem !== undefined) return { problem };
    values.set(option.name, [...(values.get(option.name) ?? []), token.value ?? ""]);
  }
  if (values.has("help")) return "help";
  return {
    operands,
    has: (option) => values.has(option),
    text: (option) => values.get(option)?.at(-1),
    texts: (option) => values.get(option) ?? [],
  };
}

function parsed(short: string | undefined, takesValue: boolean) {
  return { type: takesValue ? "string" : "boolean", ...(short !== undefined && { short }) } as const;
}

function unknownOption(written: string, command: string, options: readonly Option[]): Localised {
  const near = nearest(
    written.replace(/^-+/, ""),
    options.map(({ name }) => name),
  );
  const { en, ja } =
    near === undefined
      ? { en: ` cfn-notes ${command} --help lists them.`, ja: `一覧はcfn-notes ${command} --helpで表示できます。` }
      : didYouMean(`--${near}`);
  return { en: `there is no option ${written}.${en}`, ja: `${written}というオプションはありません。${ja}` };
}

function wrongValue({ name, value }: Option, given: string | undefined, isInline: boolean): Localised | undefined {
  if (value === undefined) {
    if (given === undefined) return undefined;
    return { en: `--${name} takes no value.`, ja: `--${name}に値は指定できません。` };
  }
  const choices = value.values?.join(", ");
  if (given === undefined || (!isInline && given.length > 1 && given.startsWith("-"))) {
    return {
      en: `--${name} needs a value: ${choices ?? value.name}.`,
      ja: `--${name}には値が必要です（${choices ?? value.name}）。`,
    };
  }
  if (value.values !== undefined && !value.values.includes(given)) {
    return {
      en: `--${name} is one of ${choices}, not “${given}”.`,
      ja: `--${name}には${choices}のどれかを指定します（「${given}」は使えません）。`,
    };
  }
  if (value.isCount === true && !/^[1-9]\d*$/.test(given)) {
    return {
      en: `--${name} is a number from 1, not “${given}”.`,
      ja: `--${name}には1以上の数を指定します（「${given}」は使えません）。`,
    };
  }
  return undefined;
}
