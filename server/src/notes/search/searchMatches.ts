/** What documents hold of something, by their numbers: a score, 0 for nothing, and the fields that do as bits. */
export class SearchMatches {
  readonly scores: Float64Array;
  readonly fields: Uint8Array;

  constructor(size: number) {
    this.scores = new Float64Array(size);
    this.fields = new Uint8Array(size);
  }

  add(document: number, score: number, field: number): void {
    this.scores[document] = (this.scores[document] ?? 0) + score;
    this.fields[document] = (this.fields[document] ?? 0) | (1 << field);
  }

  /** Keeps what the others hold, too. */
  and(others: SearchMatches): void {
    const { scores, fields } = this;
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document] ?? 0;
      const other = others.scores[document] ?? 0;
      const both = score > 0 && other > 0;
      scores[document] = both ? score + other : 0;
      fields[document] = both ? (fields[document] ?? 0) | (others.fields[document] ?? 0) : 0;
    }
  }

  /** Adds what the others hold. */
  or(others: SearchMatches): void {
    const { scores, fields } = this;
    for (let document = 0; document < scores.length; document++) {
      scores[document] = (scores[document] ?? 0) + (others.scores[document] ?? 0);
      fields[document] = (fields[document] ?? 0) | (others.fields[document] ?? 0);
    }
  }
}
