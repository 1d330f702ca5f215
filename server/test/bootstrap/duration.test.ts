import assert from "node:assert/strict";
import { durationText, meantDuration, secondsOf } from "../../src/bootstrap/duration.ts";

describe("a duration", () => {
  for (const [text, seconds] of [
    ["PT1S", 1],
    ["PT45S", 45],
    ["PT1M", 60],
    ["PT1M30S", 90],
    ["PT1H", 3600],
    ["PT1H1M1S", 3661],
    ["P1D", 86_400],
    ["P2DT1S", 172_801],
    ["PT0S", 0],
    ["PT1.9S", 1],
    [" pt5m ", 300],
    ["P", undefined],
    ["PT", undefined],
    ["P1DT", undefined],
    ["15M", undefined],
    ["PT5M1H", undefined],
    ["PT5", undefined],
  ] as const)
    it(`${text} is ${seconds ?? "none"}`, () => assert.equal(secondsOf(text), seconds));

  for (const [seconds, en, ja] of [
    [0, "0 s", "0秒"],
    [1, "1 s", "1秒"],
    [59, "59 s", "59秒"],
    [60, "1 min", "1分"],
    [61, "1 min 1 s", "1分1秒"],
    [3599, "59 min 59 s", "59分59秒"],
    [3600, "1 h", "1時間"],
    [3601, "1 h 1 s", "1時間1秒"],
    [43_200, "12 h", "12時間"],
    [93_784, "26 h 3 min 4 s", "26時間3分4秒"],
  ] as const)
    it(`${seconds} s are told as ${en}`, () => assert.deepEqual(durationText(seconds), { en, ja }));

  for (const [text, meant] of [
    ["15M", "PT15M"],
    ["T15M", "PT15M"],
    ["P15M", "PT15M"],
    ["1h 30m", "PT1H30M"],
    ["900", "PT900S"],
    ["90 s", "PT90S"],
    ["15 minutes", undefined],
    ["PT", undefined],
    ["", undefined],
  ] as const)
    it(`“${text}” is meant as ${meant ?? "nothing"}`, () => assert.equal(meantDuration(text), meant));
});
