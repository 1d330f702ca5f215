import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeStore } from "../../../server/src/study/store/changeStore.ts";
import { readStore } from "../../../server/src/study/store/readStore.ts";
import { Program } from "../../../server/test/node/inProcess.ts";

/** A window that grades a card so many times, one grade after the other. */
const WINDOW = `
  import { changeStore, mergeStores } from "./server/src/study/store/changeStore.ts";
  import { diskPlace } from "./client/src/node/diskPlace.ts";
  import { ScheduleFile } from "./client/src/study/scheduleFile.ts";
  const [path = "", front = "", times = ""] = process.argv.slice(2);
  const file = new ScheduleFile({
    ...(await diskPlace(path)),
    merge: async (text, other) => mergeStores(text, other),
    clock: { now: Date.now, sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) },
  });
  const card = { kind: "term" as const, front, back: "What it means.", where: ["Memo"] };
  for (let time = 1; time <= Number(times); time++)
    await file.update(async (text) => changeStore(text, [{ card, time, grade: 3 }]));
`;

const OLD = Array.from({ length: 500 }, (_, index) => ({
  card: { kind: "term" as const, front: `Old${index}`, back: "What it means.", where: ["Memo"] },
  time: index,
  grade: 3 as const,
}));

if (process.platform !== "win32")
  describe("a schedule on a disk", () => {
    let folder: string;
    let window: Program;
    before(() => {
      window = new Program(WINDOW);
    });
    after(() => window.remove());
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "cfn-notes-schedule-"));
      writeFileSync(join(folder, "schedule.json"), changeStore("", OLD).text);
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const reviewsOf = (front: string): number | undefined => {
      const { records } = readStore(readFileSync(join(folder, "schedule.json"), "utf8"));
      return [...records.values()].find((record) => record.front === front)?.reviews.length;
    };

    it("has what windows of several processes write, and all that was there", async () => {
      const path = join(folder, "schedule.json");
      const fronts = ["Alpha", "Beta", "Gamma"];
      const ended = await Promise.all(fronts.map((front) => window.run([path, front, "25"], { cwd: folder })));
      assert.deepEqual(
        ended.map(({ code, said }) => [code, said]),
        fronts.map(() => [0, ""]),
      );
      assert.deepEqual(fronts.map(reviewsOf), [25, 25, 25]);
      assert.equal(readStore(readFileSync(path, "utf8")).records.size, OLD.length + fronts.length);
      assert.deepEqual(readdirSync(folder).sort(), ["schedule.json", "schedule.json.backup"]);
    });

    it("keeps its link and its permissions", async () => {
      mkdirSync(join(folder, "elsewhere"));
      const link = join(folder, "elsewhere/link.json");
      symlinkSync("../schedule.json", link);
      chmodSync(link, 0o600);
      assert.deepEqual(await window.run([link, "Alpha", "2"], { cwd: folder }), { code: 0, said: "" });
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(reviewsOf("Alpha"), 2);
      for (const name of ["schedule.json", "schedule.json.backup"])
        assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
    });

    it("loses nothing on a full disk", async () => {
      const path = join(folder, "schedule.json");
      const before = readFileSync(path, "utf8");
      const { code, said } = await window.run([path, "Alpha", "1"], { cwd: folder, mostBlocks: 8 });
      assert.notEqual(code, 0);
      assert.match(said, /EFBIG/);
      assert.equal(readFileSync(path, "utf8"), before);
      assert.deepEqual(readdirSync(folder), ["schedule.json"]);
    });
  });
