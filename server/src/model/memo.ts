/** An object that holds what is computed of it. */
export interface MemoHost {
  readonly memos: Map<object, unknown>;
}

/**
 * Something that is computed once for each keeper and held by the keeper itself. A `WeakMap` would do the same, but V8's
 * collections of young objects count all values of one as used: what belongs to the template of a letter ago
 * would be copied several times before it is freed.
 */
export class Memo<Value extends object> {
  get({ memos }: MemoHost): Value | undefined {
    return memos.get(this) as Value | undefined;
  }

  set({ memos }: MemoHost, value: Value): void {
    memos.set(this, value);
  }

  /** The value of a keeper, made where there is none yet. */
  of(keeper: MemoHost, make: () => Value): Value {
    let value = this.get(keeper);
    if (value === undefined) {
      value = make();
      this.set(keeper, value);
    }
    return value;
  }
}
