/** A URI as people read it; one that is written wrongly is shown as it is. */
export function readableUri(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
