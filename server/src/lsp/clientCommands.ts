/** Whether a client says in its options that it runs a command of ours. */
export function hasCommand(options: unknown, command: string): boolean {
  const commands =
    typeof options === "object" && options !== null ? (options as { commands?: unknown }).commands : undefined;
  return Array.isArray(commands) && commands.includes(command);
}
