import { endOfLine } from "../../text/lines.ts";
import { firstCharacter, keyColon, keyEndBefore, unquoted } from "../split/blockLines.ts";
import type { Member } from "../split/openLevel.ts";

/** The keys of a block map that stand behind the line of `from`. */
export function blockMembersAfter(text: string, from: number, column: number): readonly Member[] {
  const members: Member[] = [];
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at < text.length; ) {
    const end = endOfLine(text, at);
    const first = firstCharacter(text, at, end);
    if (first < end && text.charCodeAt(first) !== 0x23) {
      const indent = first - at;
      if (indent < column) break;
      const colon = indent === column ? keyColon(text, first, end) : -1;
      if (colon >= 0) {
        const keyEnd = keyEndBefore(text, first, colon);
        members.push({ name: unquoted(text.slice(first, keyEnd)), start: first, end: keyEnd });
      }
    }
    at = text.indexOf("\n", end) + 1;
  }
  return members;
}
