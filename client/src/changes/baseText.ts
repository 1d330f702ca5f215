import { Disposable, type Event, EventEmitter, type Memento, type TextDocument, Uri, workspace } from "vscode";
import type { Environment } from "../../../server/src/protocol/template.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { changeMessages } from "./changeMessages.ts";
import { type Git, gitExtension, type Repository } from "./gitExtension.ts";

/**
 * The text that a template is compared with. A file is chosen for one template, everything else for all of a workspace.
 */
export type Base =
  | { readonly kind: "opened" }
  | { readonly kind: "commit"; readonly ref: string }
  | { readonly kind: "environment"; readonly name: string }
  | { readonly kind: "file"; readonly uri: string };

interface BaseText {
  /** The name of the base, for display. */
  readonly name: string;
  readonly text: string;
}

const baseKey = "cfnNotes.changesBase";
const HEAD = "HEAD";

/** The texts that open templates are compared with: those of a commit if Git has them, or else those at opening. */
export class BaseTexts implements Disposable {
  readonly #server: LanguageServer;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  /** Fires when a template may be compared with another text than before. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #opened = new WeakMap<TextDocument, string>();
  readonly #files = new Map<string, Base>();
  readonly #subscriptions: Disposable[];
  /** By reference, commit and document. */
  readonly #known = new Map<string, Promise<string | undefined>>();
  readonly #followed = new Map<Repository, Disposable>();
  #git: Promise<Git | undefined> | undefined;

  constructor(server: LanguageServer, templates: TemplateDocuments, state: Memento) {
    this.#server = server;
    this.#state = state;
    const keep = (document: TextDocument): void => {
      if (templates.has(document) && !this.#opened.has(document)) this.#opened.set(document, document.getText());
    };
    for (const document of templates.all) {
      keep(document);
    }
    this.#subscriptions = [this.#changed, templates.onDidChange(keep)];
  }

  /** The chosen base of a document. */
  chosen(document: TextDocument): Base {
    const file = this.#files.get(document.uri.toString());
    return file ?? this.#state.get<Base>(baseKey, { kind: "commit", ref: HEAD });
  }

  async choose(document: TextDocument, base: Base): Promise<void> {
    this.#files.delete(document.uri.toString());
    if (base.kind === "file") {
      this.#files.set(document.uri.toString(), base);
    } else {
      await this.#state.update(baseKey, base);
    }
    this.#changed.fire();
  }

  /** `undefined` if there is nothing to compare a document with. */
  async of(document: TextDocument): Promise<BaseText | undefined> {
    const base = this.chosen(document);
    if (base.kind === "file") {
      const uri = Uri.parse(base.uri, true);
      const bytes = await workspace.fs.readFile(uri).then(
        (read) => read,
        () => undefined,
      );
      return bytes && { name: workspace.asRelativePath(uri), text: new TextDecoder().decode(bytes) };
    }
    const { ref, name } = await this.#commitOf(document, base);
    const committed = ref === undefined ? undefined : await this.#committed(document, ref);
    if (committed !== undefined) return { name, text: committed };
    const opened = this.#opened.get(document);
    return opened === undefined ? undefined : { name: changeMessages().asOpened, text: opened };
  }

  /** The base text of a template that `document` nests; `undefined` if there is none. */
  async ofNested(document: TextDocument, uri: Uri): Promise<string | undefined> {
    const base = this.chosen(document);
    // Another file's nested templates are beside that file.
    if (base.kind === "file") return undefined;
    const { ref } = await this.#commitOf(document, base);
    const committed = ref === undefined ? undefined : await this.#committed(document, ref, uri);
    if (committed !== undefined) return committed;
    const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    return open && this.#opened.get(open);
  }

  /** The deployed environments, by the document's project file. */
  async environments({ uri }: TextDocument): Promise<readonly Environment[]> {
    const params = { textDocument: { uri: uri.toString() } };
    return (await this.#server.request("environments", params)) ?? [];
  }

  async #commitOf(document: TextDocument, base: Base): Promise<{ readonly ref?: string; readonly name: string }> {
    if (base.kind === "commit") return { ref: base.ref, name: base.ref };
    if (base.kind !== "environment") return { name: "" };
    const found = (await this.environments(document)).find(({ name }) => name === base.name);
    // It may have gone from the project file, or belong to another project.
    return found ? { ref: found.revision, name: `${found.name} (${found.revision})` } : { ref: HEAD, name: HEAD };
  }

  /** The repository around a document. */
  async repository({ uri }: TextDocument): Promise<Repository | undefined> {
    this.#git ??= this.#startGit();
    const git = await this.#git;
    return git?.getRepository(uri) ?? undefined;
  }

  dispose(): void {
    Disposable.from(...this.#subscriptions, ...this.#followed.values()).dispose();
  }

  async #committed(document: TextDocument, ref: string, uri: Uri = document.uri): Promise<string | undefined> {
    const repository = await this.repository(document);
    if (!repository) return undefined;
    this.#follow(repository);
    const key = `${ref} ${repository.state.HEAD?.commit ?? ""} ${uri.toString()}`;
    let text = this.#known.get(key);
    if (!text) {
      text = repository.show(ref, uri.fsPath).then(
        (found) => found,
        // The file is new, or was renamed.
        () => undefined,
      );
      this.#known.set(key, text);
    }
    return text;
  }

  /** A commit, a checkout or a pull changes the base texts. */
  #follow(repository: Repository): void {
    if (this.#followed.has(repository)) return;
    let commit = repository.state.HEAD?.commit;
    const subscription = repository.state.onDidChange(() => {
      if (repository.state.HEAD?.commit !== commit) {
        commit = repository.state.HEAD?.commit;
        this.#known.clear();
        this.#changed.fire();
      }
    });
    this.#followed.set(repository, subscription);
  }

  async #startGit(): Promise<Git | undefined> {
    const git = await gitExtension().catch(() => undefined);
    if (git) {
      const changed = (): void => this.#changed.fire();
      this.#subscriptions.push(git.onDidOpenRepository(changed), git.onDidCloseRepository(changed));
    }
    return git;
  }
}
