import { type Event, extensions, type Uri } from "vscode";

/** What we use of the API of VS Code's own Git extension (`extensions/git/src/api/git.d.ts`, version 1). */
export interface Git {
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

export interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
  /** The branches and tags. */
  getRefs(query: object): Promise<readonly { readonly name?: string }[]>;
  /** The text of a file in a commit; rejects if it has none. */
  show(ref: string, path: string): Promise<string>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

/** Git as the editor has it: not in browsers, not in untrusted folders, not if it is switched off. */
export async function gitExtension(): Promise<Git | undefined> {
  const extension = extensions.getExtension<GitExtension>("vscode.git");
  const git = await extension?.activate();
  return git?.enabled === true ? git.getAPI(1) : undefined;
}
