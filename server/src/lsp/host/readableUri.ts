const MAX_URI_LENGTH = 400;

/** A URI as people read it; a malformed one is shown as it is, a very long one by its two ends. */
export function readableUri(uri: string): string {
  const whole = decodeUri(uri);
  return whole.length > MAX_URI_LENGTH
    ? `${whole.slice(0, MAX_URI_LENGTH / 2)}…${whole.slice(-MAX_URI_LENGTH / 2)}`
    : whole;
}

function decodeUri(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
