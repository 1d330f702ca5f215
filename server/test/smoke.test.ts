import assert from "node:assert/strict";
import { touches } from "../src/text/span.ts";

describe("span", () => {
  it("touches its end", () => assert.ok(touches({ start: 1, end: 2 }, 2)));
});
