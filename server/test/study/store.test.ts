import assert from "node:assert/strict";
import type { Card } from "../../src/study/cards/card.ts";
import { randomNumbers } from "../../src/study/drill/random.ts";
import { decksOf, isOfDeck, type Queue, type QueueQuestion, queueOf } from "../../src/study/queue.ts";
import { attach } from "../../src/study/store/attach.ts";
import { changeStore, mergeStores } from "../../src/study/store/changeStore.ts";
import { readStore } from "../../src/study/store/readStore.ts";
import type { CardChange } from "../../src/study/store/record.ts";
import { outlook, standingOf } from "../../src/study/store/schedule.ts";
import { runs } from "../effort.ts";
import { cardsIn } from "./cardsIn.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);

const card = (front: string, back: string): CardChange["card"] => ({ kind: "term", front, back, where: ["Memo"] });
const graded = (front: string, time: number, grade: 1 | 2 | 3 | 4): CardChange => ({
  card: card(front, `what ${front} means`),
  time,
  grade,
});
const TWO = changeStore("", [graded("Alpha", NOW, 3), graded("Beta", NOW + 1, 1)]).text;

/** The fronts of a schedule with the number of their reviews. */
function known(text: string): string {
  const { state, records } = readStore(text);
  const all = [...records.values()].map(({ front, reviews }) => `${front} ${reviews.length}`);
  return [state, ...all.sort()].join(", ");
}

describe("the schedule's file", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["none", "", "whole"],
    ["whole", TWO, "whole, Alpha 1, Beta 1"],
    ["half written", TWO.slice(0, TWO.indexOf("\n", TWO.indexOf("\n") + 1) + 40), "damaged, Alpha 1"],
    ["with a conflict of git", TWO.replace('"cards":[', '"cards":[\n<<<<<<< HEAD\n'), "damaged, Alpha 1, Beta 1"],
    ["a broken record", TWO.replace('"front":"Alpha"', '"front":7'), "damaged, Beta 1"],
    ["a review that is none", TWO.replace(`[${NOW},3]`, '["x",3]'), "damaged, Alpha 0, Beta 1"],
    ["no list of reviews", TWO.replace(`[[${NOW},3]]`, "7"), "damaged, Alpha 0, Beta 1"],
    ["headings that are none", TWO.replace('["Memo"]', '["Memo",7]'), "damaged, Alpha 1, Beta 1"],
    ["an edit that is none", TWO.replace('"reviews"', '"edit":{"time":1},"reviews"'), "damaged, Alpha 1, Beta 1"],
    ["dropped without a word", TWO.replace('"reviews"', '"dropped":true,"reviews"'), "damaged, Alpha 1, Beta 1"],
    ["a kind of a later version", TWO.replace('"kind":"term"', '"kind":"picture"'), "whole, Beta 1"],
    ["something else", '{"name":"package"}', "foreign"],
    ["somebody's text", "# Notes\n", "foreign"],
    ["of a later version", TWO.replace('"version":1', '"version":2'), "foreign"],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(known(text), expected));

  it("takes a change once, however often it is sent", () =>
    assert.equal(changeStore(TWO, [graded("Alpha", NOW, 3)]).text, TWO));

  it("takes the later of two answers at one time, also where both come together again", () => {
    const changes = [graded("Delta", NOW, 4), graded("Delta", NOW, 1)];
    const once = changeStore(TWO, changes).text;
    assert.match(once, new RegExp(`"reviews":\\[\\[${NOW},1\\]\\]`));
    assert.equal(changeStore(once, changes).text, once);
  });

  it("takes a grade back, also where another copy still has it, and takes a later one", () => {
    const { card: alpha } = graded("Alpha", NOW, 3);
    const back = { card: alpha, time: NOW, takesBack: true };
    const without = changeStore(TWO, [back]).text;
    assert.equal(known(without), "whole, Alpha 0, Beta 1");
    assert.equal(known(mergeStores(TWO, without).text), "whole, Alpha 0, Beta 1");
    assert.equal(changeStore(without, [graded("Alpha", NOW, 3), back]).text, without);
    const again = changeStore(without, [graded("Alpha", NOW + 5, 4)]).text;
    assert.match(again, new RegExp(`"reviews":\\[\\[${NOW + 5},4\\]\\]`));
    assert.equal(known(again.replace(`"takenBack":[${NOW}]`, '"takenBack":["x"]')), "damaged, Alpha 1, Beta 1");
  });

  it("adds up what two windows did", () => {
    const left = changeStore(TWO, [graded("Alpha", NOW + DAY, 4)]).text;
    const right = changeStore(TWO, [
      graded("Gamma", NOW + DAY, 2),
      { card: card("Beta", "what Beta means"), time: NOW + 5, dropped: true },
    ]).text;
    assert.equal(known(mergeStores(left, right).text), "whole, Alpha 2, Beta 1, Gamma 1");
    assert.equal(mergeStores(left, right).text, mergeStores(right, left).text);
  });

  it("keeps what a later version added", () => {
    const later = TWO.replace(`[${NOW + 1},1]`, `[${NOW + 1},1,"slow"]`)
      .replace('"reviews"', '"edit":{"time":1,"front":"A","back":"B","by":"me"},"reviews"')
      .replace('"reviews"', '"tags":["hard"],"reviews"')
      .replace(
        "\n]}",
        ',\n{"key":"picture-1","kind":"picture","front":"F","back":"B","image":"a.png"}\n],"device":"phone"}',
      );
    const ours = changeStore(later, [graded("Alpha", NOW + DAY, 4), graded("Beta", NOW + DAY, 4)]).text;
    for (const text of [ours, mergeStores(TWO, ours).text, mergeStores(ours, TWO).text]) {
      for (const kept of [
        `[${NOW + 1},1,"slow"]`,
        '"by":"me"',
        '"tags":["hard"]',
        '"image":"a.png"',
        '"device":"phone"',
      ])
        assert.ok(text.includes(kept), `${kept} is lost in ${text}`);
      assert.equal(known(text), "whole, Alpha 2, Beta 2");
    }
  });

  it("adds nothing of a foreign file", () =>
    assert.deepEqual(mergeStores(TWO, "{}"), { text: TWO, before: "whole", other: "foreign" }));
});

describe("when cards come again", () => {
  it("the better known, the later", () => {
    const after = outlook(
      [
        [NOW - 10 * DAY, 3],
        [NOW - 9 * DAY, 3],
      ],
      NOW,
    );
    assert.ok(after[1] < after[2] && after[2] < after[3] && after[3] < after[4], JSON.stringify(after));
  });
  it("the same after the same reviews", () =>
    assert.deepEqual(
      standingOf([
        [NOW, 3],
        [NOW + DAY, 3],
      ]),
      standingOf([
        [NOW, 3],
        [NOW + DAY, 3],
      ]),
    ));
  it("on the day that their answer gives, not one later", () => {
    const [card] = cardsOn(["A"]) as readonly [Card];
    const reviews = [[NOW, 4]] as const;
    const due = NOW + 8 * DAY;
    assert.deepEqual(standingOf(reviews), { due, days: 8, lapses: 0, isLearnt: true });
    assert.equal(outlook([], NOW)[4], 8 * DAY);
    const asked = (now: number): number => {
      const { records } = readStore(changeStore("", [{ card, time: NOW, grade: 4 }]).text);
      return queueOf([card], records, { ...ALL, now, dayStart: now - DAY + 1 }).cards.length;
    };
    assert.deepEqual([asked(due - 1), asked(due)], [0, 1]);
  });

  it("never asked, nowhere", () => assert.equal(standingOf([]), undefined));

  it("asks what the template touches first, and one card of a note a time", () => {
    const cards = cardsOn(["A", "B", "B", "C"]);
    const queue = queueOf(cards, new Map(), { ...ALL, isTouched: ({ noteId }) => noteId === "C" });
    assert.deepEqual(
      queue.cards.map(({ card: { front } }) => front),
      ["C3", "A0", "B1"],
    );
  });

  it("asks what notes say before what values a property of the template takes", () => {
    const [one, other] = cardsOn(["A", "B"]);
    assert.ok(one && other);
    const values: Card = { ...one, kind: "list", front: "AWS::SQS::Queue Mode", noteId: "", uri: "file:///t.yaml" };
    const change: Card = { ...one, kind: "template", front: "With 3 instead of 2?", noteId: "", uri: "file:///t.yaml" };
    const isTouched = ({ noteId }: Card): boolean => noteId === "";
    const fronts = queueOf([one, other, values, change], new Map(), { ...ALL, isTouched }).cards;
    assert.deepEqual(
      fronts.map(({ card: { front } }) => front),
      ["With 3 instead of 2?", "A0", "B1", "AWS::SQS::Queue Mode"],
    );
  });

  it("asks for no part together with the list that has it", () => {
    const [list, part, other] = cardsOn(["A", "B", "C"]);
    assert.ok(list && part && other);
    const cards: readonly Card[] = [{ ...list, kind: "list", back: `・${part.front}\n・Other` }, part, other];
    const fronts = queueOf(cards, new Map(), ALL).cards.map(({ card: { front } }) => front);
    assert.deepEqual(fronts, ["A0", "C2"]);
  });

  const answered = (cards: readonly Card[], time: number, grade: 1 | 3): string =>
    changeStore(
      "",
      cards.map((one) => ({ card: one, time, grade })),
    ).text;
  const queueAt = (cards: readonly Card[], store: string, question: Partial<QueueQuestion> = {}): Queue =>
    queueOf(cards, readStore(store).records, { ...ALL, portion: 50, ...question });

  it("asks first what was wrong before", () => {
    const cards = cardsOn(["A", "B"]);
    const store = mergeStores(answered(cards.slice(0, 1), NOW, 3), answered(cards.slice(1), NOW + 1, 1)).text;
    const fronts = queueAt(cards, store, { now: NOW + DAY }).cards.map(({ card: { front } }) => front);
    assert.deepEqual(fronts, ["B1", "A0"]);
  });

  it("asks once what two files say in the same words", () => {
    const [one, other] = cardsOn(["A", "B"]);
    assert.ok(one && other);
    const copy: Card = { ...one, uri: "file:///notes/other.md", noteId: "O", subject: ["Cheat sheet"] };
    const cards = [one, other, copy];
    assert.deepEqual([queueAt(cards, "").due, queueAt(cards, "").progress.cards], [2, 2]);
    const reviewed = answered([{ ...copy, where: ["Cheat sheet"] }], NOW, 3);
    assert.equal(queueAt(cards, reviewed).progress.asked, 1);
    assert.equal(queueAt(cards, reviewed).fresh, 1);
  });

  it("gives what was given before, and is due, before all others", () => {
    const cards = cardsOn(["A", "B", "C", "D", "E", "F", "G", "H"]);
    const shown = queueAt(cards, "", { portion: 5 }).cards.map(({ card: one }) => one);
    // The first one is answered here, the last one in another window; then others would come first.
    const begun = answered(
      [cards[0], cards[4], cards[7]].flatMap((one) => one ?? []),
      NOW - 2 * DAY,
      1,
    );
    const store = changeStore(
      begun,
      [cards[0], cards[4]].flatMap((one) => (one ? [{ card: one, time: NOW, grade: 3 as const }] : [])),
    ).text;
    const left = shown.slice(1);
    const fronts = (question: Partial<QueueQuestion>): string =>
      queueAt(cards, store, { portion: 5, ...question })
        .cards.map(({ card: { front } }) => front)
        .join();
    assert.equal(fronts({}), "H7,B1,C2,D3,F5");
    assert.equal(fronts({ isGiven: (one) => left.includes(one) }), "B1,C2,D3,H7,F5");
  });

  it("begins ten new cards a day, and the next ten on the next", () => {
    const cards = cardsOn(Array.from({ length: 30 }, (_, index) => `N${index}`));
    const first = queueAt(cards, "");
    assert.deepEqual([first.due, first.fresh, first.cards.length], [10, 10, 10]);
    const store = answered(
      first.cards.map(({ card: one }) => one),
      NOW,
      3,
    );
    assert.equal(queueAt(cards, store).fresh, 0);
    assert.equal(queueAt(cards, store, { dayStart: NOW + 1, now: NOW + 2 }).fresh, 10);
    // Another template has other questions: those of the first are of this day nevertheless.
    assert.equal(
      queueAt(
        cards.map((one) => ({ ...one, kind: "name" })),
        store,
      ).fresh,
      0,
    );
  });

  it("begins so many before an exam that all are seen in time", () => {
    const cards = cardsOn(Array.from({ length: 60 }, (_, index) => `N${index}`));
    const fresh = (days: number): number => queueAt(cards, "", { exam: ALL.dayStart + days * DAY }).fresh;
    assert.deepEqual([fresh(30), fresh(3), fresh(1), fresh(-1)], [10, 20, 60, 10]);
    // What is left for a part of the notes is counted by all of them.
    const begun = answered(cards.slice(0, 12), NOW, 3);
    const part = { exam: ALL.dayStart + 3 * DAY, isWanted: ({ line }: Card) => line >= 55 };
    assert.equal(queueAt(cards, begun, part).fresh, 5);
  });

  it("asks once more in the week before an exam what would come behind it", () => {
    const cards = cardsOn(["A"]);
    const store = changeStore(
      "",
      [0, 3, 12, 40].map((day) => ({ card: cards[0] as Card, time: NOW + day * DAY, grade: 3 as const })),
    ).text;
    const exam = NOW + 60 * DAY;
    const asked = Array.from({ length: 60 }, (_, day) => NOW + day * DAY).filter(
      (dayStart) => dayStart > NOW + 41 * DAY && queueAt(cards, store, { dayStart, now: dayStart + 1, exam }).due > 0,
    );
    assert.ok(asked.length > 0 && asked.every((day) => day >= exam - 7 * DAY), asked.join());
    assert.equal(queueAt(cards, store, { dayStart: exam - DAY, now: exam - DAY }).due, 0);
  });

  it("has decks of files and headings", () => {
    const items = ["SpilloverCount", "SurgeQueueLength", "RequestCount"];
    const below = items
      .map((name) => `- ${name} : the number of requests that count as ${name} in a minute`)
      .join("\n");
    const text = `# Memo\n## ELB\n${below}\n## Policies\n- DeletionPolicy : defines what becomes of a resource that leaves`;
    const cards = cardsIn(text, { language: "en" });
    const decks = decksOf(cards).map(({ path, cards: count }) => `${path.join("/")} ${count}`);
    assert.deepEqual(decks, ["Memo 5", "Memo/ELB 3"]);
    const deck = { uri: "file:///memo.md", path: ["Memo", "ELB"] };
    assert.equal(queueAt(cards, "", { isWanted: (one) => isOfDeck(one, deck) }).due, 3);
  });
});

const ALL: QueueQuestion = {
  now: NOW,
  dayStart: NOW - DAY / 2,
  portion: 5,
  isTouched: () => false,
  isWanted: () => true,
  isGiven: () => false,
};

/** A card of each of these notes. */
function cardsOn(notes: readonly string[]): readonly Card[] {
  return notes.map((note, index) => ({
    kind: "term",
    front: `${note}${index}`,
    back: `the meaning of ${note}${index}`,
    subject: [],
    where: [],
    path: [],
    noteId: note,
    uri: "file:///memo.md",
    line: index,
  }));
}

/** Notes that somebody edits; each item holds a number by which a test knows it again. */
class Garden {
  readonly #random = randomNumbers(17);
  files: { name: string; sections: { title: string; items: string[] }[] }[] = [];
  #next = 1;

  constructor() {
    for (let file = 0; file < 4; file++) {
      const sections = ["Signals", "Policies", "Routing"].map((title) => ({
        title,
        items: [1, 2, 3, 4].map(() => this.#item()),
      }));
      this.files.push({ name: `memo${file}`, sections });
    }
  }

  cards(): readonly Card[] {
    return this.files.flatMap(({ name, sections }) => {
      const text = sections
        .map(({ title, items }) => `## ${title}\n${items.map((item) => `- ${item}`).join("\n")}`)
        .join("\n\n");
      return cardsIn(text, { uri: `file:///${name}.md`, language: "en" });
    });
  }

  edit(): void {
    const file = this.#one(this.files);
    const section = this.#one(file.sections);
    const at = Math.floor(this.#random() * section.items.length);
    const item = section.items[at] ?? "";
    switch (Math.floor(this.#random() * 7)) {
      case 0:
        file.name = `renamed${this.#next++}`;
        break;
      case 1:
        section.title = `${this.#one(WORDS)} and ${this.#one(WORDS)}`;
        break;
      case 2:
        section.items.push(this.#item());
        break;
      case 3:
        if (section.items.length > 1) section.items.splice(at, 1);
        break;
      case 4:
        if (section.items.length > 1)
          this.#one(this.#one(this.files).sections).items.unshift(...section.items.splice(at, 1));
        break;
      case 5:
        section.items[at] = `${item} ${this.#one(WORDS)}`.split(" ").slice(0, 18).join(" ");
        break;
      default:
        // A typing error, mended.
        section.items[at] = item.replace(/ (\w)(\w+)$/, " $1$1$2");
    }
  }

  #item(): string {
    const number = this.#next++;
    const said = Array.from({ length: 9 }, () => this.#one(WORDS)).join(" ");
    return `Thing${number}Policy :: ${said} number${number}x${this.#one(WORDS)}`;
  }

  #one<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new Error("Nothing to choose from.");
    return value;
  }
}

const WORDS =
  "stack group signal timeout resource launch balancer health update rolling alarm queue record zone target policy event metric bucket volume subnet gateway role stage cluster service".split(
    " ",
  );
const numberOf = ({ front, back }: Pick<Card, "front" | "back">): string =>
  /number(\d+)x/.exec(`${front} ${back}`)?.[1] ?? "";

describe("cards of edited notes", () => {
  const noted = (text: string): readonly Card[] => cardsIn(text, { uri: "file:///memo.md", language: "ja" });
  const records = (text: string): ReturnType<typeof readStore>["records"] => {
    const changes = noted(text).map(
      ({ kind, front, back, where }): CardChange => ({ card: { kind, front, back, where }, time: NOW, grade: 3 }),
    );
    return readStore(changeStore("", changes).text).records;
  };
  const whole =
    "スタックから外れたリソースを、そのまま残すか、スナップショットを取るか、消すかを決める属性。既定は削除で、データベースは例外。";
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "written at length",
      "# 用語\n## DeletionPolicy\nリソースを消すか残すかを決める。\n",
      `# 用語\n## DeletionPolicy\n${whole}\n`,
    ],
    ["answered anew", "# 試験\nQ: 残すには？\nA: Retainを使う。\n", `# 試験\nQ: 残すには？\nA: ${whole}\n`],
  ];
  for (const [name, before, after] of cases)
    it(`keep what is known of a question that is ${name}`, () => {
      const kept = attach(noted(after), records(before));
      assert.ok(kept.length > 0 && kept.every(({ record }) => record?.reviews.length === 1), JSON.stringify(kept));
    });
  it("keep what is known of them through many edits, renames, moves and deletions", () => {
    const garden = new Garden();
    let text = "";
    let time = NOW;
    let kept = attach(garden.cards(), new Map());
    for (let turn = 0; turn < runs(500); turn++) {
      const changes = kept.map(
        ({ card: { kind, front, back, where }, record }): CardChange => ({
          card: { kind, front, back, where, ...(record ? { key: record.key } : {}) },
          time: ++time,
          dropped: false,
        }),
      );
      text = changeStore(text, changes).text;
      const before = new Set(kept.map(({ card: one }) => `${one.kind} ${numberOf(one)}`));
      garden.edit();
      kept = attach(garden.cards(), readStore(text).records);
      for (const { card: one, record } of kept) {
        // What a list holds is the sum of its items.
        if (one.kind === "list" || !before.has(`${one.kind} ${numberOf(one)}`)) continue;
        assert.ok(record !== undefined, `Turn ${turn}: ${one.front} is forgotten.`);
        assert.equal(numberOf(record), numberOf(one), `Turn ${turn}: ${one.front} has another one's record.`);
      }
    }
    assert.equal(readStore(text).state, "whole");
  });
});
