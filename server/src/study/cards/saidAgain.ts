import type { Card } from "./card.ts";
import { contentWords, IS_JAPANESE, newWords, wordsTold } from "./contentWords.ts";
import { isServiceTitle, serviceNames } from "./serviceTitle.ts";

/** Names that say less by their words: `cfn-signal`, `AWS::StackId`, `DependsOn`, `SOAレコード`. */
const IS_EXACT = /^\S*(?:[a-z]-[a-z]|::|[a-z][A-Z]|[A-Z]{3})\S*$/;
/** Minimum number of content words of a definition that are not in the name: of such names, services, and others. */
const [MIN_OF_EXACT, MIN_OF_SERVICE, MIN_OF_OTHER] = [1, 2, 3];

/** Whether a card is a tautology: its answer has hardly a content word that is not on the front, in either language: `CloudWatchアラームの状態を監視` of `CloudWatch Alarm`. */
export function isSaidAgain({
  kind,
  subject,
  front,
  back,
}: Pick<Card, "kind" | "subject" | "front" | "back">): boolean {
  if (kind !== "term" && kind !== "name") return false;
  if (kind === "name" && IS_JAPANESE.test(front) && namesIt(front, back)) return true;
  const [name, text] = kind === "name" ? [back, front] : [front, back];
  const told = wordsTold(text.replace(/ ⚠.*$/gm, ""), [...subject, name, serviceNames(name)].join(" "));
  const least = isServiceTitle(name) ? MIN_OF_SERVICE : IS_EXACT.test(name) ? MIN_OF_EXACT : MIN_OF_OTHER;
  // The parts of Japanese compounds count as words.
  return told < least + (IS_JAPANESE.test(text) ? 1 : 0);
}

/** Whether a Japanese text has all words of a name, as transcriptions: `インターネットゲートウェイ` of `AWS::EC2::InternetGateway`. */
function namesIt(text: string, name: string): boolean {
  const words = contentWords(text).filter((word) => !/[一-龠]/u.test(word));
  return newWords(name.replace(/^.*:/, ""), words) === 0;
}
