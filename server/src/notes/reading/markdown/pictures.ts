const PICTURE = /!\[([^\]]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g;

/** What the pictures of a text say they show; a file may have brackets in its name: `![ALB](alb(2).png)`. */
export function picturesIn(text: string): readonly string[] {
  return [...text.matchAll(PICTURE)].map(([, said = ""]) => said);
}

/** A text without its pictures, or without those of which that is true. */
export function withoutPictures(text: string, isLeftOut: (said: string) => boolean = () => true): string {
  return text.replace(PICTURE, (picture, said: string) => (isLeftOut(said) ? "" : picture));
}
