import type { Localised } from "../../text/localised.ts";

/** How a template's author can ignore a finding. */
export function howToSilence(code: string): Localised {
  return {
    en: `A comment \`# cfn-notes-disable-line ${code}\` ignores one place, an entry \`${code}: off\` below \`rules\` in .cfn-notes.yaml all of them.`,
    ja: `この行だけ無視するにはコメント\`# cfn-notes-disable-line ${code}\`を、すべて無視するには.cfn-notes.yamlの\`rules\`に\`${code}: off\`を書きます。`,
  };
}
