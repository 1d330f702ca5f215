/**
 * The form in which names are compared: width, case, spaces, hyphens, dots, underscores, middle dots and
 * long-vowel marks don't count. `Route 53` and `ｒｏｕｔｅ５３`, `サーバー` and `サーバ` are the same.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-‐‑–—_.・·ー]+/gu, "");
}

/** Whether a name is one that no everyday word is: `UpdatePolicy`, `cfn-signal`, `Fn::Sub`; not `Timeout`. */
export function isDistinctive(name: string): boolean {
  if (name.includes("::") || /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name)) return true;
  if (/^[A-Z]{3,}[a-z]{3,}[A-Za-z0-9]*$/.test(name)) return true;
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && (name.match(/[A-Z]+[a-z0-9]+/g)?.length ?? 0) >= 2;
}

/** Whether `text` speaks of `name`; short Latin names must stand as words of their own (`ELB`, not in `ELBow`). */
export function mentions(text: string, name: string): boolean {
  const key = nameKey(name);
  if (key === "") return false;
  if (key.length > 5 || !/^[a-z0-9]+$/.test(key)) return nameKey(text).includes(key);
  const letters = [...key].join("[\\s\\-]?");
  return new RegExp(`(?<![a-z0-9])${letters}(?:s|es)?(?![a-z0-9])`).test(text.normalize("NFKC").toLowerCase());
}
