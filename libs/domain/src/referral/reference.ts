/** Crockford's alphabet: no I, L, O or U, so a reference survives being read out on a bad line. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference people can say, such as `WM-4F7K-9Q2D`: forty random bits, so it tells nothing about how many
 * referrals there are or who came before. `random` holds at least eight bytes; only five bits of each are used.
 */
export function spokenReference({ prefix, random }: { prefix: string; random: Uint8Array }): string {
  if (random.length < 8) throw new RangeError('a reference needs eight random bytes');
  const letters = [...random.subarray(0, 8)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
