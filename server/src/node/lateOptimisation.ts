import { setFlag } from "./v8Flags.ts";
import { V8_VERSION } from "./v8Version.ts";

/**
 * Lets V8 run a function `factor` times as long as it would before it optimises it. By default hundreds of functions are
 * compiled in the first seconds, by each thread anew and many more than once, which takes the cores away from the work.
 *
 * @param factor of V8's own patience; the names of its flags are those of V8 11, and of V8 12 and 13
 */
export function optimiseLate(factor: number): void {
  if (V8_VERSION === 11) setFlag("interrupt-budget", 67_584 * factor);
  else if (V8_VERSION >= 12 && V8_VERSION <= 13) setFlag("invocation-count-for-turbofan", 3000 * factor);
}
