/** The place at which a command is added to a cloud-config. */
export interface CommandsEnd {
  /** The text before the command: the dash, and `runcmd:` on a line of its own if there are no commands yet. */
  readonly opening: string;
  /** The number of lines behind the commands. */
  readonly behind: number;
}

/** Whether cloud-init reads a text as configuration and not as a script. */
export function isCloudConfig(script: string): boolean {
  return /^\s*(?:## template: *jinja[ \t]*\r?\n\s*)?#cloud-config\b/.test(script);
}

/**
 * The end of `runcmd`, whose commands cloud-init runs in one script when all else is set up. `undefined` if they are
 * written in brackets.
 */
export function commandsEnd(config: string): CommandsEnd | undefined {
  const lines = config.trimEnd().split(/\r?\n/);
  const key = lines.findIndex((line) => /^runcmd\s*:/.test(line));
  if (key < 0) return { opening: "runcmd:\n  - ", behind: 0 };
  if (!/^runcmd\s*:\s*(?:#.*)?$/.test(lines[key] ?? "")) return undefined;
  const next = lines.findIndex((line, index) => index > key && /^[^\s#-]/.test(line));
  const own = lines.slice(key + 1, next < 0 ? undefined : next);
  const dash = own.find((line) => /^\s*-\s/.test(line));
  const last = own.findLastIndex((line) => /^\s*[^\s#]/.test(line));
  return {
    opening: `${/^\s*/.exec(dash ?? "  ")?.[0] ?? ""}- `,
    behind: lines.length - (key + 1) - (last + 1),
  };
}
