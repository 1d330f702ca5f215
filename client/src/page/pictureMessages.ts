import { allInLanguage, type InLanguage, type Said } from "./inLanguage.ts";
import { picture } from "./texts.json";

/**
 * The messages of the pictures of a template, in the language of `cfnNotes.language`; in the words of the pages `{}`
 * stands for a number or a name.
 */
export type PictureMessages = InLanguage<typeof picture & typeof MESSAGES>;

const MESSAGES = {
  graphTitle: (file: string): Said<string> => ({ en: `Template Graph: ${file}`, ja: `テンプレートのグラフ: ${file}` }),
  orderTitle: (file: string): Said<string> => ({ en: `Deployment Order: ${file}`, ja: `デプロイの順序: ${file}` }),
};

export function pictureMessages(): PictureMessages {
  return allInLanguage({ ...picture, ...MESSAGES });
}
