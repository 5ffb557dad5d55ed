import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { areaPackNames, defaultArea, loadAreaPack, type AreaPack } from '#libs/config';

const ROOT = resolve(__dirname, '../..');
const PACKS = join(ROOT, 'libs/config/area-packs');
const READ = /\.(ts|mjs|njk|css|json|html)$/;

/** Bodies that every area has or that are invented: their names say nothing of a place. */
const NOWHERE = /\(sample\)$|^Waymark |^Victim Support$|^NHS /;

function files(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (path === PACKS || name === 'node_modules') return [];
    if (statSync(path).isDirectory()) return files(path);
    return READ.test(name) ? [path] : [];
  });
}

const SOURCES = ['apps', 'libs'].flatMap((folder) => files(join(ROOT, folder)));

/** What the pack itself calls the force, its places, its services and their centres. */
function namesOf(pack: AreaPack): readonly RegExp[] {
  const bodies = pack.agencies.map(({ name }) => name).filter((name) => !NOWHERE.test(name));
  const [centre = ''] = pack.sarcLine.name.split(',');
  const names = [...bodies, pack.serviceName, centre, ...pack.districts.map(({ name }) => name)];
  const codes = pack.districts.map(({ code }) => code);
  const asWritten = [...names, ...codes].map((name) => new RegExp(`\\b${escaped(name)}\\b`));
  const telling = pack.tellingWords.map((stem) => new RegExp(`\\b${stem}\\b`, 'i'));
  // Beginnings of words are the pack's own; of a sample they may be ordinary words, such as a colour.
  return pack.id === defaultArea() ? [...asWritten, ...telling] : asWritten;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('nothing that runs knows an area by name', () => {
  it.each(areaPackNames())('no file of apps or libs names what belongs to %s', (area) => {
    const names = namesOf(loadAreaPack(area));
    const found = SOURCES.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return names
        .filter((name) => name.test(text))
        .map((name) => `${relative(ROOT, file)} names ${name.source}`);
    });
    expect(found).toEqual([]);
  });

  it('would notice a name, so that finding none says something', () => {
    const pack = loadAreaPack(defaultArea());
    const caught = (text: string) => namesOf(pack).some((name) => name.test(text));
    expect(caught(`A call from ${pack.serviceName}`)).toBe(true);
    for (const { name } of pack.districts) expect(caught(`District: ${name}.`)).toBe(true);
    expect(caught('District: Sampleton.')).toBe(false);
  });
});
