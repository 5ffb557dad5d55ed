import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

const MAGIC = Buffer.from('waymark-pack-1\n', 'utf8');
const SALT = 16;
const NONCE = 12;
const TAG = 16;
/** A guess takes a good part of a second and 128 MB, so a passphrase of a few words holds. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };

export const SHORTEST_PASSPHRASE = 16;

/** AES-256-GCM under a key stretched from the passphrase: header, salt, nonce, tag, ciphertext. */
export async function sealedWith(passphrase: string, text: string): Promise<Buffer> {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce);
  cipher.setAAD(MAGIC);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([MAGIC, salt, nonce, cipher.getAuthTag(), body]);
}

/** Null when the passphrase is another one, a bit was changed, or it is no such file. */
export async function openedWith(passphrase: string, file: Buffer): Promise<string | null> {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const rest = file.subarray(MAGIC.length);
  const salt = rest.subarray(0, SALT);
  const nonce = rest.subarray(SALT, SALT + NONCE);
  const tag = rest.subarray(SALT + NONCE, SALT + NONCE + TAG);
  if (tag.length !== TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce);
  decipher.setAAD(MAGIC);
  decipher.setAuthTag(tag);
  try {
    const body = rest.subarray(SALT + NONCE + TAG);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
