/** A value that is the path of a file beside the template; `undefined` for URLs, absolute paths and what is filled in later. */
export function relativePath(text: string): string | undefined {
  // On Windows, two backslashes begin the path of another machine.
  return text === "" || /^[a-z][a-z0-9+.-]*:|^[\\/]|\{\{|\$\{/i.test(text) ? undefined : text;
}
