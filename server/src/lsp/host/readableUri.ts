const MAX_URI_LENGTH = 400;

/** A URI as people read it: that of a file as its path, a malformed one as it is, a very long one by its two ends. */
export function readableUri(uri: string): string {
  const whole = decoded(uri);
  return whole.length > MAX_URI_LENGTH
    ? `${whole.slice(0, MAX_URI_LENGTH / 2)}…${whole.slice(-MAX_URI_LENGTH / 2)}`
    : whole;
}

function decoded(uri: string): string {
  try {
    return uri.startsWith("file:///")
      ? decodeURIComponent(uri.slice(7)).replace(/^\/(?=[A-Za-z]:)/, "")
      : decodeURI(uri);
  } catch {
    return uri;
  }
}
