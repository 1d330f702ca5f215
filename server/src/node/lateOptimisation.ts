import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 run a function `factor` times as long as it would before it optimises it. By default hundreds of functions are
 * compiled in the first seconds, by each thread anew and many more than once, which takes the cores away from the work.
 *
 * @param factor of V8's own patience; the names of its flags are those of Node 20 (V8 11) and of Node 22 and 24
 */
export function optimiseLate(factor: number): void {
  const version = Number.parseInt(versions.v8, 10);
  if (version === 11) setFlagsFromString(`--interrupt-budget=${67_584 * factor}`);
  else if (version >= 12 && version <= 13) setFlagsFromString(`--invocation-count-for-turbofan=${3000 * factor}`);
}
