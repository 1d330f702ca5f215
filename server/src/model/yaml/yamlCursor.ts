import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { COLON, HASH, NEWLINE, RETURN, SPACE, TAB } from "./yamlSigns.ts";

/** Deeper nesting is left to the other reader, which refuses it. */
export const MAX_DEPTH = 100;

/** Thrown nowhere: `undefined` as a node means that the reader gives up. */
export type Maybe<T> = T | undefined;

/** A place in a text, and what stands there. */
export class YamlCursor {
  readonly errors: SyntaxProblem[] = [];
  protected readonly text: string;
  protected at = 0;
  protected lineStart = 0;
  protected depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected get column(): number {
    return this.at - this.lineStart;
  }

  protected code(offset: number = this.at): number {
    return this.text.charCodeAt(offset);
  }

  /** Goes over white space, line breaks and comments; `false` if a tab would have to be understood. */
  protected toNextToken(): boolean {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === SPACE || code === RETURN) this.at++;
      else if (code === NEWLINE) this.lineStart = ++this.at;
      else if (code === HASH && this.isCommentStart()) this.at = this.lineEnd();
      else return code !== TAB;
    }
  }

  protected isCommentStart(): boolean {
    const before = this.code(this.at - 1);
    return this.at === this.lineStart || this.at === 0 || before === SPACE || before === NEWLINE;
  }

  protected lineEnd(): number {
    const newline = this.text.indexOf("\n", this.at);
    return newline < 0 ? this.text.length : newline;
  }

  /** Goes to the end of the line if only white space and a comment stand there. */
  protected restIsBlank(): boolean {
    let at = this.at;
    while (this.code(at) === SPACE) at++;
    const code = this.code(at);
    if (code === HASH && at > this.at) at = this.lineEnd();
    else if (code === RETURN && this.code(at + 1) === NEWLINE) at++;
    else if (at < this.text.length && code !== NEWLINE) return false;
    this.at = at;
    return true;
  }

  protected skipSpaces(): void {
    while (this.code() === SPACE) this.at++;
  }

  protected isBlankAt(offset: number): boolean {
    const code = this.code(offset);
    return Number.isNaN(code) || code === SPACE || code === NEWLINE || code === RETURN;
  }

  protected endsInComment(): boolean {
    let at = this.at;
    while (this.code(at) === SPACE) at++;
    if (this.code(at) !== HASH) return false;
    this.at = this.lineEnd();
    return true;
  }

  /** Goes over line breaks and indentation to the next line with text; gives the number of line breaks. */
  protected toContentLine(): number {
    let breaks = 0;
    for (;;) {
      const code = this.code();
      if (code === SPACE || code === RETURN) this.at++;
      else if (code === NEWLINE) {
        this.lineStart = ++this.at;
        breaks++;
      } else return breaks;
    }
  }

  /** The end of a plain scalar on this line; -1 if it holds `: ` (a map, which is not allowed here) or a tab. */
  protected plainLineEnd(): number {
    const { text } = this;
    let end = this.at;
    for (let at = this.at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) break;
      if (code === SPACE) continue;
      if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) break;
      if (code === TAB || (code === COLON && this.isBlankAt(at + 1))) return -1;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      end = at + 1;
    }
    return end;
  }
}
