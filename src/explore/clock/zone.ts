// A zone: what is known of unknown times, as bounds of their differences, in a matrix that is closed after each new bound (Dill,
// "Timing assumptions and verification of finite-state concurrent systems", 1989: difference bound matrices). Times are whole numbers
// of the clock's own unit, so that "before" is "at least one earlier", and no rounding decides.

export class Zone {
  /** Entry [a][b] is the most by which a can be later than b; closed: no other entries imply a lower one. */
  readonly #most: number[][];

  private constructor(most: number[][]) {
    this.#most = most;
  }

  /** One time, number 0: the origin. */
  static origin(): Zone {
    return new Zone([[0]]);
  }

  copy(): Zone {
    return new Zone(this.#most.map((row) => [...row]));
  }

  /** The same times without those that are not among these, which are numbered anew in this order; all bounds of the others stay. */
  only(times: readonly number[]): Zone {
    return new Zone(times.map((a) => times.map((b) => this.most(a, b))));
  }

  /** How many times there are. */
  get size(): number {
    return this.#most.length;
  }

  /** Another time, not before `after` + `step`; its number. */
  add(after: number, step: number): number {
    const time = this.size;
    for (const row of this.#most) row.push((row[after] ?? Infinity) - step);
    this.#most.push(Array.from({ length: time + 1 }, (_, other) => (other === time ? 0 : Infinity)));
    return time;
  }

  /** The most by which `a` can be later than `b`; negative where it is earlier. */
  most(a: number, b: number): number {
    return this.#most[a]?.[b] ?? Infinity;
  }

  /** The earliest that `time` can be, counted from the origin. All times can be at their earliest together. */
  earliest(time: number): number {
    return -this.most(0, time);
  }

  /** Whether `a` can be at most `bound` later than `b`. */
  allows(a: number, b: number, bound: number): boolean {
    return this.most(b, a) + bound >= 0;
  }

  /**
   * From now on `a` is at most `bound` later than `b`, which the zone must allow. The matrix is closed: a row can only change where
   * the way through `a` is shorter to `b`, a column only where the way through `b` is shorter from `a`.
   */
  constrain(a: number, b: number, bound: number): void {
    if (this.most(a, b) <= bound) return;
    const columns: (readonly [other: number, rest: number])[] = [];
    for (const [other, rest] of (this.#most[b] ?? []).entries()) {
      if (bound + rest < this.most(a, other)) columns.push([other, bound + rest]);
    }
    for (const row of this.#most) {
      const toA = row[a] ?? Infinity;
      if (toA + bound >= (row[b] ?? Infinity)) continue;
      for (const [other, rest] of columns) {
        if (toA + rest < (row[other] ?? Infinity)) row[other] = toA + rest;
      }
    }
  }
}
