/** Whole numbers, none below 0, by hashes: a map without an object a row. */
export class HashTable {
  #hashes = new Int32Array(1 << 15);
  #values = new Int32Array(1 << 15).fill(-1);
  #count = 0;

  /** Where a hash stands, or may be put. */
  #slot(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) & mask;
    while ((this.#values[slot] as number) >= 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  /** The number of a hash; −1 where it has none. */
  get(hash: number): number {
    return this.#values[this.#slot(hash)] as number;
  }

  set(hash: number, value: number): void {
    const slot = this.#slot(hash);
    if ((this.#values[slot] as number) < 0) this.#count += 1;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
    if (2 * this.#count > this.#hashes.length) this.#grow();
  }

  #grow(): void {
    const hashes = this.#hashes;
    const values = this.#values;
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#values = new Int32Array(2 * values.length).fill(-1);
    this.#count = 0;
    for (let at = 0; at < hashes.length; at += 1) if ((values[at] as number) >= 0) this.set(hashes[at] as number, values[at] as number);
  }
}
