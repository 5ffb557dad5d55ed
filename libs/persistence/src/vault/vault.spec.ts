import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openBytes, sealBytes } from './envelope';
import { masterKeyFromFile } from './master-key';

const key = randomBytes(32);
const place = 'person identity record';
const plain = Buffer.from('Sample Person Quill', 'utf8');

describe('a sealed value', () => {
  it('opens with its key in its place', () => {
    expect(openBytes({ key, place, sealed: sealBytes({ key, place, plain }) })).toEqual(plain);
  });

  it('never looks the same twice', () => {
    expect(sealBytes({ key, place, plain }).equals(sealBytes({ key, place, plain }))).toBe(false);
  });

  it('does not open when moved to another record, person or kind', () => {
    const sealed = sealBytes({ key, place, plain });
    for (const elsewhere of ['other identity record', 'person words record', 'person identity other']) {
      expect(() => openBytes({ key, place: elsewhere, sealed })).toThrow();
    }
  });

  it('does not open with another key', () => {
    expect(() =>
      openBytes({ key: randomBytes(32), place, sealed: sealBytes({ key, place, plain }) }),
    ).toThrow();
  });

  it('does not open when any bit of it was changed', () => {
    const sealed = sealBytes({ key, place, plain });
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const bent = Buffer.from(sealed);
        bent.writeUInt8(bent.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => openBytes({ key, place, sealed: bent })).toThrow();
      }),
    );
  });
});

describe('the master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-master-'));
  const file = join(folder, 'master.key');
  afterAll(() => rmSync(folder, { recursive: true }));

  function keyFile(content: string, mode = 0o600): string {
    writeFileSync(file, content);
    chmodSync(file, mode);
    return file;
  }

  it('unwraps what it wrapped, for the same subject only', async () => {
    const master = masterKeyFromFile(keyFile(randomBytes(32).toString('base64')));
    const wrapped = await master.wrap('subject-a', key);
    expect(await master.unwrap('subject-a', wrapped)).toEqual(key);
    await expect(master.unwrap('subject-b', wrapped)).rejects.toThrow();
  });

  it('refuses a file that others can read, saying what to do', () => {
    const open = keyFile(randomBytes(32).toString('base64'), 0o644);
    expect(() => masterKeyFromFile(open)).toThrow(/can be read by others\. Run: chmod 600/);
  });

  it('refuses a file that holds no key', () => {
    expect(() => masterKeyFromFile(keyFile('short'))).toThrow(/must hold 32 bytes/);
  });
});
