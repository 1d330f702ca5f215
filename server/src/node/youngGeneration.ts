import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { V8_VERSION } from "./v8Version.ts";

/** V8's own factor, by which it enlarges the space for new objects when many of them are still in use. */
const USUAL_GROWTH = 2;
const NO_GROWTH = 1;

let isLimited = false;

/**
 * Has V8 no longer enlarge the space for new objects once it is as large as that. Opening a large template makes it grow,
 * rightly; then it would double once more, and all of it be used before V8 clears it, for no gain in speed.
 *
 * @param bytes both halves of the space together
 */
export function limitYoungGeneration(bytes: number): void {
  if (V8_VERSION < 11 || V8_VERSION > 13) return;
  const observer = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    if (young === undefined || young.space_size < bytes) return;
    observer.disconnect();
    grow(NO_GROWTH);
    isLimited = true;
  });
  observer.observe({ entryTypes: ["gc"] });
}

/** Runs `make` under the flags that the process began with: V8 takes bytecode only under those that it was made under. */
export function underFirstFlags<Made>(make: () => Made): Made {
  if (!isLimited) return make();
  grow(USUAL_GROWTH);
  try {
    return make();
  } finally {
    grow(NO_GROWTH);
  }
}

function grow(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}
