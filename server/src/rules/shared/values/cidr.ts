export type IpFamily = "IPv4" | "IPv6";

/** Whether a text is an address range such as `10.0.0.0/16` or `2001:db8::/56`. */
export function isCidr(text: string, family: IpFamily): boolean {
  const slash = text.indexOf("/");
  if (slash < 0) return false;
  const prefix = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === "IPv4" ? 32 : 128)) return false;
  const address = text.slice(0, slash);
  return family === "IPv4" ? isIpv4(address) : isIpv6(address);
}

/** The first and the last address of an IPv4 range, as numbers. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

export function addressRange(text: string): AddressRange | undefined {
  if (!isCidr(text, "IPv4")) return undefined;
  const [address = "", prefix = ""] = text.split("/");
  const size = 2 ** (32 - Number(prefix));
  const first = Math.floor(numberOf(address) / size) * size;
  return { first, last: first + size - 1 };
}

export function rangesMeet(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

export function isRangeWithin(part: AddressRange, whole: AddressRange): boolean {
  return part.first >= whole.first && part.last <= whole.last;
}

/** The range whose address has no bits behind the prefix, for an IPv4 range that has some; `undefined` if it has none. */
export function canonicalRange(text: string): string | undefined {
  const [address = "", prefix = ""] = text.split("/");
  const first = addressRange(text)?.first;
  if (first === undefined || first === numberOf(address)) return undefined;
  return rangeText(first, Number(prefix));
}

/** A range as it is written. @param first its first address, as a number */
export function rangeText(first: number, prefix: number): string {
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${prefix}`;
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isIpv4(address: string): boolean {
  const parts = address.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIpv6(address: string): boolean {
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
