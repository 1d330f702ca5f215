/** How Lambda finds the file of a handler, by the beginning of the runtime's name. */
interface Language {
  readonly extensions: readonly string[];
  /** Whether dots in the module's name are folders, and the last dot of all is before the function. */
  readonly dotted: boolean;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  // TypeScript becomes one of the others when it is built.
  nodejs: { extensions: ["js", "mjs", "cjs", "ts", "mts"], dotted: false },
  python: { extensions: ["py"], dotted: true },
  ruby: { extensions: ["rb"], dotted: false },
};

/**
 * The files that may hold a function's handler (`src/app.handler`), relative like `folder`, the likeliest first; `[]`
 * for runtimes whose handlers name no file.
 *
 * @param folder of the function's code
 * @param runtime such as `nodejs24.x`; without it all languages are tried
 */
export function handlerPaths(folder: string, handler: string, runtime: string | undefined): readonly string[] {
  const languages = Object.entries(LANGUAGES).filter(([name]) => runtime === undefined || runtime.startsWith(name));
  return languages.flatMap(([, { extensions, dotted }]) => {
    const stem = stemOf(handler.replace(/^\.\//, ""), dotted);
    return stem === undefined ? [] : extensions.map((extension) => `${below(folder)}${stem}.${extension}`);
  });
}

function below(folder: string): string {
  const plain = folder.replace(/\/+$/, "");
  return plain === "." || plain === "" ? "" : `${plain}/`;
}

/** `src/app.handler` → `src/app`; `undefined` if no function is named. */
function stemOf(handler: string, dotted: boolean): string | undefined {
  const slash = handler.lastIndexOf("/");
  const dot = dotted ? handler.lastIndexOf(".") : handler.indexOf(".", slash + 1);
  if (dot <= slash + 1 || dot === handler.length - 1) return undefined;
  const stem = handler.slice(0, dot);
  return dotted ? stem.replaceAll(".", "/") : stem;
}
