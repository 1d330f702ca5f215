/** An object that holds what is computed of it. */
export interface Keeper {
  readonly kept: Map<object, unknown>;
}

/**
 * Something that is computed once for each keeper and held by the keeper itself. A `WeakMap` would do the same, but V8's
 * collections of young objects count all values of one as used: what belongs to the template of a letter ago
 * would be copied several times before it is freed.
 */
export class Kept<Value extends object> {
  get({ kept }: Keeper): Value | undefined {
    return kept.get(this) as Value | undefined;
  }

  set({ kept }: Keeper, value: Value): void {
    kept.set(this, value);
  }

  /** The value of a keeper, made where there is none yet. */
  of(keeper: Keeper, make: () => Value): Value {
    let value = this.get(keeper);
    if (value === undefined) {
      value = make();
      this.set(keeper, value);
    }
    return value;
  }
}
