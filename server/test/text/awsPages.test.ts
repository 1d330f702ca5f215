import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { pageIn, pageTitle } from "../../src/text/awsPages.ts";

const BUCKET = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html";
const API = "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html";

describe("pages of AWS's documentation", () => {
  it("open in Japanese where their guide has a Japanese edition", () => {
    assert.equal(pageIn("ja", BUCKET), BUCKET.replace(".com/", ".com/ja_jp/"));
    for (const url of [API, "https://example.com/AWSEC2/latest/UserGuide/a.html"]) assert.equal(pageIn("ja", url), url);
    assert.equal(pageIn("en", BUCKET), BUCKET);
  });

  it("are called by their titles, also at a heading", () => {
    assert.equal(pageTitle(BUCKET), "AWS::S3::Bucket");
    assert.equal(pageTitle(`${BUCKET}#properties`), "AWS::S3::Bucket");
    assert.equal(pageTitle("https://example.com/a.html"), "https://example.com/a.html");
  });

  it("that the built-in notes are based on all have one", () => {
    const unknown = ["en", "ja"]
      .flatMap((language) => readdirSync(`notes/${language}`).map((name) => `notes/${language}/${name}`))
      .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^<!-- sources: ([^;>]+)/gm)])
      .flatMap(([, urls = ""]) => urls.replace(/ --$/, "").trim().split(", "))
      .filter((url) => pageTitle(url) === url);
    assert.deepEqual(unknown, [], "their titles belong into awsPages.json");
  });
});
