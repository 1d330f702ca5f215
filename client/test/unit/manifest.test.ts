import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { choices } from "../../src/choices.json";

const read = (path: string): string => readFileSync(path, "utf8");
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => read(join(folder, name)));

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
  };
}

/** Of our commands, in a template: what belongs to a view is in its menu. */
const MAX_IN_PALETTE = 17;

describe("the commands of the manifest", () => {
  const { contributes } = JSON.parse(read("package.json")) as Manifest;
  const sources = [...sourcesIn("client/src"), ...sourcesIn("server/src/protocol")].join("\n");
  const titles: Record<string, Record<string, unknown>> = Object.fromEntries(
    ["package.nls.json", "package.nls.ja.json"].map((path) => [path, JSON.parse(read(path))]),
  );

  it("are all there for something", () => {
    const unknown = contributes.commands
      .map(({ command }) => command)
      .filter((command) => !sources.includes(`"${command}"`) && !Object.hasOwn(choices, command));
    assert.deepEqual(
      unknown.map((command) => `${command} has no line in the table of client/src/commands.ts`),
      [],
    );
  });

  it("lead to others that are there", () => {
    const chosen = Object.values(choices).flatMap(({ of }) => of.map(({ command }) => command));
    assert.ok(chosen.length > 10);
    const unknown = chosen.filter((command) => !sources.includes(`"${command}"`));
    assert.deepEqual(
      unknown.map((command) => `client/src/choices.json offers ${command}, which is no command`),
      [],
    );
  });

  it("need only what can be told", () => {
    const needs = Object.values(choices).flatMap(({ of }) => of.flatMap((one) => ("needs" in one ? [one.needs] : [])));
    assert.deepEqual([...new Set(needs)].sort(), ["selection", "template"]);
  });

  it("are few in the palette", () => {
    const hidden = new Set(
      contributes.menus["commandPalette"]?.filter(({ when }) => when === "false").map(({ command }) => command),
    );
    const shown = contributes.commands.map(({ command }) => command).filter((command) => !hidden.has(command));
    const tooMany = `The palette has room for ${MAX_IN_PALETTE}; hide one by "when": "false" below menus.commandPalette:`;
    assert.ok(shown.length <= MAX_IN_PALETTE, [tooMany, ...shown].join("\n"));
  });

  it("have a title in both languages", () => {
    const keys = contributes.commands.map(({ title }) => title.slice(1, -1));
    const missing = Object.entries(titles).flatMap(([path, texts]) =>
      keys.filter((key) => typeof texts[key] !== "string").map((key) => `${key} is not in ${path}`),
    );
    assert.deepEqual(missing, []);
  });

  it("have an entry where a menu, a key or a title is theirs", () => {
    const there = new Set(contributes.commands.flatMap(({ command, title }) => [command, title.slice(1, -1)]));
    const { menus, keybindings } = contributes;
    const named = [
      ...[...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []),
      ...Object.values(titles).flatMap((texts) => Object.keys(texts).filter((key) => /^command\..*\.title$/.test(key))),
    ];
    const lost = [...new Set(named)].filter((name) => /^(?:cfnNotes|command)\./.test(name) && !there.has(name));
    assert.deepEqual(
      lost.map((name) => `${name} has no entry below contributes.commands in package.json`),
      [],
    );
  });
});
