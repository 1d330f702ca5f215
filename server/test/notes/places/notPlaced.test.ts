import assert from "node:assert/strict";
import { notPlaced } from "../../../src/notes/places/notPlaced.ts";
import { fullIndex } from "./fullIndex.ts";

/** The titles of an article that show nowhere, each with the reason and the name that was looked at. */
function check(what: string, article: string, expected: readonly string[]): void {
  it(what, () => {
    const index = fullIndex(article);
    const [file] = index.files;
    assert.ok(file);
    const found = notPlaced(file, index.bindingsIn(file.uri), index.vocabulary);
    assert.deepEqual(
      found.map(({ note, reason }) => `${note.title}: ${reason.code} ${"name" in reason ? reason.name : ""}`),
      expected,
    );
  });
}

describe("notes that are not placed", () => {
  check("are none where all are", "# SQS\n\nText.\n\n## 可視性タイムアウト\n\nText.\n", []);
  check("with a name that nobody knows", "# Memo\n\n## 三題噺の作法\n\nText.\n", [
    "三題噺の作法: unknown 三題噺の作法",
  ]);
  check("with an everyday name", "# Memo\n\n## Timeout\n\nText.\n", ["Timeout: ambiguous Timeout"]);
  check("with a name that the service above does not have", "# S3\n\n## 可視性タイムアウト\n\nText.\n", [
    "可視性タイムアウト: other-service 可視性タイムアウト",
  ]);
  check("leave out headings without text", "# Memo\n\n## 三題噺の作法\n\n### CreationPolicy\n\nText.\n", []);
  check("leave out sentences", "# 落語の本\n\n三題噺は楽しい。\n", ["落語の本: unknown 落語の本"]);
  check("leave out titles that every article has", "# Memo\n\n## はじめに\n\nText.\n\n## ☘️ References\n\nText.\n", []);
  check("leave out questions", "# Memo\n\n## 三題噺とは何ですか？\n\nText.\n", []);
  check(
    "leave out what is part of an item with a place",
    "# Memo\n\n- **CreationPolicy**：待つ\n  - **三題噺**：作法\n- **三題噺**：作法\n",
    ["三題噺: unknown 三題噺"],
  );
  check("leave out chapters that hold something with a place", "# Memo\n\nText.\n\n## CreationPolicy\n\nText.\n", []);
  check(
    "keep headings that say more than their items",
    "# Memo\n\n## 三題噺\n\nText.\n\n- **CreationPolicy**：待つ\n",
    ["三題噺: unknown 三題噺"],
  );
  check("leave out headings that only hold items", "# Memo\n\n## 三題噺\n\n- **CreationPolicy**：待つ\n", []);
  check(
    "with a lead that the service above does not have",
    "# DynamoDB\n\nText.\n\n- **TTL**：長さ\n- **Weight**：重さ\n",
    ["Weight: other-service Weight"],
  );
});
