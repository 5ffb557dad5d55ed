/** Chance and identity come from outside: time-ordered ids and random bytes. */
export interface Ids {
  next<Id extends string>(): Id;
  random(bytes: number): Uint8Array;
}
