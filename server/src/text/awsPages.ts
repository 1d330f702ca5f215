import { japanese, titles } from "./awsPages.json";

const HOST = "https://docs.aws.amazon.com/";

/** A page of AWS's documentation in a reader's language, if its guide has an edition in it. */
export function pageIn(language: "en" | "ja", url: string): string {
  if (language === "en" || !url.startsWith(HOST)) return url;
  const path = url.slice(HOST.length);
  return japanese.some((guide) => path.startsWith(`${guide}/`)) ? `${HOST}ja_jp/${path}` : url;
}

/** The title of a page, or its whole address if that is not known. */
export function pageTitle(url: string): string {
  const [path = ""] = url.replace(HOST, "").split("#", 1);
  const page = path.lastIndexOf("/");
  const guides: Readonly<Record<string, Readonly<Record<string, string>>>> = titles;
  return guides[path.slice(0, page)]?.[path.slice(page + 1)] ?? url;
}
