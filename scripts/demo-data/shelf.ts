/** A shelf of blood with dates: the oldest goes first, what is too old is taken away. */

interface Lot {
  readonly day: number;
  amount: number;
}

/** Stock of one component and group at one station, in one unit. */
export class Shelf {
  #lots: Lot[] = [];
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Puts `amount` that was collected on `day` on the shelf; lots of an earlier day may follow later ones (blood received from elsewhere). */
  add(day: number, amount: number): void {
    if (amount <= 0) return;
    this.#total += amount;
    const last = this.#lots.at(-1);
    if (last !== undefined && last.day === day) last.amount += amount;
    else this.#lots.push({ day, amount });
    if (last !== undefined && last.day > day) this.#lots.sort((a, b) => a.day - b.day);
  }

  /** Takes up to `amount`, oldest first; returns how much there was. */
  take(amount: number): number {
    let missing = Math.min(amount, this.#total);
    const taken = missing;
    while (missing > 0) {
      const lot = this.#lots[0];
      if (lot === undefined) break;
      const part = Math.min(lot.amount, missing);
      lot.amount -= part;
      missing -= part;
      if (lot.amount === 0) this.#lots.shift();
    }
    this.#total -= taken;
    return taken;
  }

  /** Takes away everything collected on `day` or before; returns how much that was. */
  expire(day: number): number {
    let expired = 0;
    for (let lot = this.#lots[0]; lot !== undefined && lot.day <= day; lot = this.#lots[0]) {
      expired += lot.amount;
      this.#lots.shift();
    }
    this.#total -= expired;
    return expired;
  }

  /** Moves `share` of every lot to another shelf, whole units; returns how much moved. */
  moveShare(share: number, to: Shelf): number {
    let moved = 0;
    for (const lot of this.#lots) {
      const part = Math.floor(lot.amount * share);
      lot.amount -= part;
      to.add(lot.day, part);
      moved += part;
    }
    this.#lots = this.#lots.filter((lot) => lot.amount > 0);
    this.#total -= moved;
    return moved;
  }
}
