import { mayUseOthers, type OtherTemplate, type TemplateUses, usesOf } from "../../change/otherTemplates.ts";
import { besideUri, comparable } from "../host/sameFile.ts";
import { FileIndex, type IndexedTemplates } from "./fileIndex.ts";

/** What the templates of the workspace use of each other. */
export class TemplateUsers {
  readonly #index: FileIndex<{ readonly uri: string; readonly file: string; readonly uses: TemplateUses }>;

  constructor(parts: IndexedTemplates) {
    this.#index = new FileIndex({
      ...parts,
      mayHold: mayUseOthers,
      read: (template, { uri }, file) => [{ uri, file, uses: usesOf(template) }],
    });
  }

  /** The templates beside one of them. */
  async beside(child: string): Promise<readonly OtherTemplate[]> {
    const found = await this.#index.all(child);
    return found.map(({ uri, file, uses }) => ({
      file,
      uses,
      leads: (path) => comparable(besideUri(uri, path) ?? "") === comparable(child),
    }));
  }
}
