import { constants, type NodeGCPerformanceDetail, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, getHeapStatistics } from "node:v8";
import { changeFlag } from "./v8Flags.ts";
import { V8_VERSION } from "./v8Version.ts";

/**
 * In bytes, both halves together. With so much space for new objects a template of 500 resources is opened and edited as
 * fast as with twice as much, which V8 would take and then use all of, before it clears any.
 */
const YOUNG = 16 * 2 ** 20;
/**
 * Once there are so many percent more of old objects than the last time, V8 looks for free ones. By default it waits until
 * there are several times as many, in an editor where other processes want the memory: each edit leaves the text before it
 * behind. In a template larger than any that CloudFormation takes, looking takes long and would be needed often.
 */
const OLD = { usual: 50, huge: 150 };
/** So many bytes stay in use only of a huge template. */
const HUGE = 48 * 2 ** 20;
/** By then the first template is open, which looking for free objects would only hold up. In milliseconds. */
const OPENED = 6000;

/** Has V8 take no more memory for speed once a template is open that has made it take a lot, or after a while. */
export function limitHeapGrowth(): void {
  if (V8_VERSION < 11 || V8_VERSION > 13) return;
  let isYoungLimited = false;
  let percent = OLD.usual;
  const limitOld = (): void => changeFlag("heap-growing-percent", 0, percent);
  setTimeout(limitOld, OPENED).unref();
  new PerformanceObserver((list) => {
    if (list.getEntries().some(isMajor)) {
      percent = getHeapStatistics().used_heap_size > HUGE ? OLD.huge : OLD.usual;
      if (isYoungLimited) limitOld();
    }
    if (isYoungLimited || youngSize() < YOUNG) return;
    isYoungLimited = true;
    changeFlag("semi-space-growth-factor", 2, 1);
    limitOld();
  }).observe({ entryTypes: ["gc"] });
}

/** Whether V8 has gone through all objects, so that what is in use is known. */
function isMajor(entry: PerformanceEntry): boolean {
  const { detail } = entry as PerformanceEntry & { readonly detail?: NodeGCPerformanceDetail };
  return detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}

function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
