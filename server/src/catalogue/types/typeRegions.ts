import typeRegions from "../../../data/typeRegions.yaml";
import { memoBy } from "../../text/memoBy.ts";

/** Those of some Regions whose registry did not have a type, and the day of that observation. */
export function regionsWithout(type: string, among: readonly string[]): readonly string[] {
  const { regions, types } = data(typeRegions);
  const service = type.slice(0, type.lastIndexOf("::"));
  const [common = "", ...others] = Object.hasOwn(types, service) ? (types[service] ?? "").split(" ") : [];
  const name = type.slice(service.length + 2);
  const other = others.find((one) =>
    one
      .slice(one.indexOf(":") + 1)
      .split(",")
      .includes(name),
  );
  const bits = BigInt(`0x${(other ?? common).split(":", 1)[0] || "0"}`);
  return among.filter((region) => {
    const at = regions.indexOf(region);
    return at >= 0 && (bits >> BigInt(at)) % 2n === 1n;
  });
}

/** The day of which it is known, as `YYYY-MM-DD`. */
export function regionsReadOn(): string {
  return data(typeRegions).read;
}

const data = memoBy((read: typeof typeRegions) => read());
