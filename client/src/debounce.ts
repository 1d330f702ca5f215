import type { Disposable } from "vscode";

export interface Debounced extends Disposable {
  /** Runs the action after the pause, counted from the last call. */
  call(): void;
}

/** `action`, put off until nobody has asked for it for `pause` milliseconds. */
export function debounce(pause: number, action: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(action, pause);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
