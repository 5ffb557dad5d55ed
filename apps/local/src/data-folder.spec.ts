import { createPrivateKey } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultArea } from '#libs/config';
import { emptyDataFolder, takeDataFolder } from './data-folder';
import { StartProblem } from './problem';
import { localSecrets, masterKeyFile, sealKeyFile } from './secrets';

const AREA = 'sampleshire';

describe('the data folder', () => {
  let parent: string;
  let folder: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'waymark-data-'));
    folder = join(parent, 'data');
  });

  afterEach(() => rmSync(parent, { recursive: true }));

  it('is made on first use and opened again afterwards', () => {
    takeDataFolder(folder, AREA)();
    expect(JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8'))).toEqual({
      version: 1,
      area: AREA,
    });
    expect(() => takeDataFolder(folder, AREA)()).not.toThrow();
  });

  it('of a newer version is left alone, with one sentence', () => {
    takeDataFolder(folder, AREA)();
    writeFileSync(join(folder, 'version.json'), '{"version":2}');
    expect(() => takeDataFolder(folder, AREA)).toThrow(StartProblem);
    expect(() => takeDataFolder(folder, AREA)).toThrow('was made by a newer version of Waymark');
  });

  it('of another area is left alone, with a sentence that says what can be done', () => {
    takeDataFolder(folder, AREA)();
    expect(() => takeDataFolder(folder, 'elsewhere')).toThrow(StartProblem);
    expect(() => takeDataFolder(folder, 'elsewhere')).toThrow(
      'holds sampleshire, and elsewhere was asked for: start with --area sampleshire, use --fresh, or name another folder as WAYMARK_DATA.',
    );
  });

  it('of before areas could be chosen is one of the default area', () => {
    takeDataFolder(folder, defaultArea())();
    writeFileSync(join(folder, 'version.json'), '{"version":1}');
    expect(() => takeDataFolder(folder, defaultArea())()).not.toThrow();
    expect(() => takeDataFolder(folder, AREA)).toThrow('was asked for');
  });

  it('is not made out of a folder that holds something else', () => {
    writeFileSync(join(parent, 'letter.txt'), 'keep me');
    expect(() => takeDataFolder(parent, AREA)).toThrow('is not empty and not a Waymark data folder');
  });

  it('of an owner that was killed is free again', () => {
    takeDataFolder(folder, AREA)();
    writeFileSync(join(folder, 'supervisor.pid'), '999999999');
    expect(() => takeDataFolder(folder, AREA)()).not.toThrow();
  });

  it('is free when its owner’s number belongs to another program by now', () => {
    takeDataFolder(folder, AREA)();
    writeFileSync(join(folder, 'supervisor.pid'), '1');
    const take = () => takeDataFolder(folder, AREA)();
    if (process.platform === 'linux') expect(take).not.toThrow();
    else expect(take).toThrow('Waymark already runs');
  });

  it('is emptied of what is Waymark’s and of nothing else', async () => {
    takeDataFolder(folder, AREA)();
    localSecrets(folder);
    writeFileSync(join(folder, 'letter.txt'), 'keep me');
    await emptyDataFolder(folder);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('is not emptied when it never was a data folder', async () => {
    writeFileSync(join(parent, 'secrets.json'), 'somebody else’s');
    await emptyDataFolder(parent);
    expect(existsSync(join(parent, 'secrets.json'))).toBe(true);
  });

  it('keeps its secrets, each its own, readable by their owner only', () => {
    takeDataFolder(folder, AREA)();
    const secrets = localSecrets(folder);
    expect(localSecrets(folder)).toEqual(secrets);
    const all = [secrets.sessionSecret, secrets.oidcClientSecret, ...Object.values(secrets.rolePasswords)];
    expect(new Set(all).size).toBe(all.length);
    const keyFile = masterKeyFile(folder);
    const key = readFileSync(keyFile, 'utf8');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(readFileSync(masterKeyFile(folder), 'utf8')).toBe(key);
    const sealKey = sealKeyFile(folder);
    const sealed = readFileSync(sealKey, 'utf8');
    expect(createPrivateKey(sealed).asymmetricKeyType).toBe('ed25519');
    expect(readFileSync(sealKeyFile(folder), 'utf8')).toBe(sealed);
    for (const file of [keyFile, sealKey, join(folder, 'secrets.json')])
      expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
