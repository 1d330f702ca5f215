import assert from "node:assert/strict";
import { chooseLesson, type Lesson } from "../../../src/notes/lesson/chooseLesson.ts";
import { lessonInBrief, lessonText } from "../../../src/notes/lesson/lessonText.ts";
import { piecesOf } from "../../../src/notes/lesson/pieces.ts";
import { noteIndex } from "../../../src/notes/noteIndex.ts";

/** What is shown of a note with that text for a word, on a resource of type `AWS::A::B`. */
function check(
  name: string,
  text: string,
  word: string | undefined,
  expected: string,
  title = "T",
  shown: (lesson: Lesson) => string = lessonText,
): void {
  it(name, () => {
    const index = noteIndex({ topics: [] });
    index.set({
      uri: "x:/a.md",
      text: `# F\n\n## ${title}\n<!-- cfn: @x -->\n\n${text}\n`,
      builtIn: true,
      language: "en",
    });
    const [file] = index.files;
    const note = file?.notes.find((one) => one.title === title);
    assert.ok(file && note);
    const asked = { words: word === undefined ? [] : [word], type: "AWS::A::B", isParticular: word !== undefined };
    assert.equal(shown(chooseLesson(piecesOf(note, file), asked, note.title)), expected);
  });
}

const LONG = "Many words that say nothing of any key, over and over. ".repeat(16).trim();

describe("chooseLesson", () => {
  check(
    "the lead and the line that names the key",
    "Lead.\n\nOther.\n`Key` is it.\nMore.",
    "Key",
    "Lead.  \n`Key` is it.",
  );
  check(
    "the item that does",
    "Lead.\n\n- Others are not.\n- `Key` is it.",
    "Key",
    "Lead.\n\n- `Key` is it.\n\n⚠ Others are not.",
  );
  check("no trap of another key", "Lead.\n\n- `Other` fails.\n- `Key` is it.", "Key", "Lead.\n\n- `Key` is it.");
  check(
    "the row that does, below its head",
    "Lead.\n\n| a | b |\n| --- | --- |\n| Other | 1 |\n| Key | 2 |",
    "Key",
    "Lead.\n\n| a | b |\n| --- | --- |\n| Key | 2 |",
  );
  check(
    "in brief each cell behind the head of its column",
    "Lead.\n\n| a | b | c |\n| --- | --- | --- |\n| Other | 1 | 2 |\n| Key | 3 | `x\\|y` |",
    "Key",
    "Key · b: 3 · c: `x\\|y`",
    "T",
    (lesson) => lessonInBrief(lesson, "en"),
  );
  check("not a longer name", "Lead.\n\n`KeyName` is it.", "Key", "Lead.");
  check("nothing else where nothing is said of the key", "Lead.\n\nOne.\n\nTwo.", "Key", "Lead.");
  check("a note that is called so from its beginning", "Lead.\nOne.\n\nTwo.", "Key", "Lead.  \nOne.  \nTwo.", "Key");
  check(
    "what the line goes on from",
    "Lead.\n\nFirst.\nThis is why `Key` is there.",
    "Key",
    "Lead.  \nFirst.  \nThis is why `Key` is there.",
  );
  check(
    "the marked trap before what only sounds like one",
    "Lead.\n\n- It never ends.\n- It is slow. <!-- trap -->",
    "Key",
    "Lead.\n\n⚠ It is slow.",
  );
  check(
    "the exam's line last",
    "Lead.\n\nIn the exam it is A.\n\n`Key` is it.",
    "Key",
    "Lead.  \n`Key` is it.\n\nIn the exam it is A.",
  );
  check("a short example", "Lead.\n\n```yaml\nKey: 1\n```", "Key", "Lead.\n\n```yaml\nKey: 1\n```");
  check(
    "of a long one the key with what is above and below it",
    `Lead.\n\n\`\`\`yaml\nA:\n  Before:\n    x: 1\n  Key:\n    y: 2\n  Behind: 3\nB: 1\nC: 2\nD: 3\n\`\`\``,
    "Key",
    "Lead.\n\n```yaml\nA:\n  Key:\n    y: 2\n```",
  );
  check(
    "a key with nothing below it among those beside it",
    `Lead.\n\n\`\`\`yaml\nA:\n  Before:\n    x: 1\n  Key: 1\n  Behind:\n    y: 2\nB: 1\nC: 2\nD: 3\n\`\`\``,
    "Key",
    "Lead.\n\n```yaml\nA:\n  Key: 1\n  Behind:\n    y: 2\n```",
  );
  check("no line on another type", "Lead.\n\n`AWS::C::D`: `Key` replaces it.", "Key", "Lead.");
  check("a line on this type", "Lead.\n\n`AWS::A::B`: `Key` is it.", "Key", "Lead.  \n`AWS::A::B`: `Key` is it.");
  check("no more than fits", `Lead.\n\n${LONG}\n\n${LONG}`, undefined, "Lead.");
  check("no line that only leads on", "Lead.\n\nCheck these:\n\n- One thing.", undefined, "Lead.");
  check(
    "the line that leads on to the item",
    "Lead.\n\nCheck these:\n\n- `Key`.\n- `X`.",
    "Key",
    "Lead.  \nCheck these:\n\n- `Key`.",
  );
});
