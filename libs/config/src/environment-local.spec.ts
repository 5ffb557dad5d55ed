import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTANCE_FILE, withLocalInstance } from './environment-local';

describe('the environment of a command beside a local instance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the instance’s own, overridden by what is set outside', () => {
    writeFileSync(join(folder, INSTANCE_FILE), JSON.stringify({ PUBLIC_URL: 'inside', KEY_FILE: 'inside' }));
    const raw = withLocalInstance({ WAYMARK_DATA: folder, KEY_FILE: 'outside' });
    expect(raw).toEqual({ WAYMARK_DATA: folder, PUBLIC_URL: 'inside', KEY_FILE: 'outside' });
  });

  it('is only what is set outside when no instance was ever started', () => {
    const raw = { WAYMARK_DATA: join(folder, 'nowhere'), KEY_FILE: 'outside' };
    expect(withLocalInstance(raw)).toEqual(raw);
  });
});
