import { openedWith, sealedWith } from './sealed-file';

const PASSPHRASE = 'wren dunnock siskin linnet';

it('opens with its passphrase alone, and not after a bit was changed', async () => {
  const file = await sealedWith(PASSPHRASE, '{"sample":"Wren"}');
  expect(file.toString('latin1')).not.toContain('Wren');
  expect(await openedWith(PASSPHRASE, file)).toBe('{"sample":"Wren"}');
  expect(await openedWith(`${PASSPHRASE} `, file)).toBeNull();
  const bent = Buffer.from(file);
  bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
  expect(await openedWith(PASSPHRASE, bent)).toBeNull();
  expect(await openedWith(PASSPHRASE, file.subarray(0, 20))).toBeNull();
  expect(await openedWith(PASSPHRASE, Buffer.from('something else'))).toBeNull();
});
