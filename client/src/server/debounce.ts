export interface Debounced {
  /** Runs the action after the pause, counted from the last call. */
  call(): void;
  /** Forgets a call whose pause is not over. */
  cancel(): void;
}

/** `action`, delayed until it has not been called for `pause` milliseconds. */
export function debounce(pause: number, action: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(action, pause);
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}
