import fc from 'fast-check';
import { mergeImported, serviceFaults, toOpenReferral, withoutItsWord, type OrService } from '#libs/domain';
import { defaultArea, loadAreaPack } from '../area-pack';
import { readDirectoryFile } from './directory-file';
import { openReferralFaults } from './open-referral.schema';
import { LONGEST_FILE, readOpenReferral } from './read-open-referral';

const pack = loadAreaPack(defaultArea());
const [here] = pack.services.services;
const capacity = pack.services.capacities.find(({ serviceId }) => serviceId === here!.id) ?? null;
const names = { agencyName: 'Wren Trust', kindName: 'Advisers', districtName: (code: string) => code };
const OURS = JSON.parse(
  JSON.stringify(toOpenReferral({ service: here!, capacity }, names).service),
) as OrService;

const withTerm = (taxonomy: string, term: string) => ({
  ...OURS,
  attributes: [
    { id: OURS.id, taxonomy_term: { id: OURS.id, taxonomy: `waymark/${taxonomy}`, term } },
    ...(OURS.attributes ?? []),
  ],
});
const faultsOf = (record: object) => {
  const read = readOpenReferral(JSON.stringify([record, OURS]));
  if (read.kind === 'unreadable') throw new Error(read.reason);
  const [first, second] = read.records;
  expect(second?.kind).toBe('sound');
  return first?.kind === 'faulty' ? first.faults : [];
};

describe('a file that means harm', () => {
  it.each([
    ['closures', '[null]'],
    ['coverage', '{"from":"2026-01-01","to":null,"evidence":"confirmed","basis":7}'],
    ['coverage', '{"from":"2026-02-31","to":null,"evidence":"confirmed","basis":"Read"}'],
    ['capacity', '{"posts":1000000000,"limit":null,"list":"open","listSince":"2026-01-01","sample":false}'],
    ['capacity', '{"posts":2,"limit":null,"list":"open","listSince":"x","sample":false}'],
    ['opening', '{"timezone":"Europe/London","holidays":[{}]}'],
    ['opening', '{"timezone":"Europe/London","holidays":[],"dateOverrides":{"2026-12-24":7}}'],
    ['source', '"text"'],
    ['funding', 'not JSON'],
    ['team', 'front-desk'],
  ])('loses one record and not the file by its term for %s: %s', (taxonomy, term) => {
    expect(faultsOf(withTerm(taxonomy, term)).join()).toContain(`waymark/${taxonomy}`);
  });

  it.each([
    ['a zero character', { name: 'Wren\0' }],
    ['half of a character', { description: '\ud83d' }],
    ['telephones that are none', { phones: {} }],
    ['a telephone that is nothing', { phones: [null] }],
    ['a language that is a list', { languages: [{ id: OURS.id, code: ['en'] }] }],
  ])('loses one record by %s', (_, part) => {
    expect(faultsOf({ ...OURS, ...part })).toHaveLength(1);
  });

  it('is read however deep it goes, and refused when it is longer than any directory', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(readOpenReferral(`[{"name": ${deep}}]`)).toMatchObject({ records: [{ kind: 'faulty' }] });
    const long = `"${'a'.repeat(LONGEST_FILE)}"`;
    expect(readOpenReferral(long)).toEqual({ kind: 'unreadable', reason: 'too-long' });
  });

  it.each([
    ['team@wren.example', true],
    ['a@..', false],
    [`a@${'.'.repeat(200_000)}`, false],
    ['a@b@c.example', false],
  ])('has e-mail addresses that are one', (email, sound) => {
    expect(openReferralFaults({ ...OURS, email })).toHaveLength(sound ? 0 : 1);
  });

  it('never throws, whatever stands in whatever place of it', () => {
    const places = placesOf(OURS);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (place, value) => {
          const read = readDirectoryFile(JSON.stringify([changed(OURS, place, value)]), pack, '2026-11-23');
          if (read.kind === 'unreadable') return;
          for (const record of read.records) {
            if (record.kind === 'faulty') continue;
            const merged = mergeImported(here!, record.imported);
            serviceFaults(merged);
            serviceFaults({ ...record.imported.service, coverage: withoutItsWord(merged.coverage) });
            expect(merged.coverage.every(({ basis }) => typeof basis === 'string')).toBe(true);
            expect(merged.inbox.phone === null || typeof merged.inbox.phone === 'string').toBe(true);
            expect(merged.languages.every((code) => typeof code === 'string')).toBe(true);
          }
        },
      ),
      { numRuns: 800 },
    );
  });
});

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key]));
  return at.length === 0 ? inside : [at, ...inside];
}

function changed(value: unknown, [step, ...rest]: Place, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === step ? changed(each, rest, to) : each));
  return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], rest, to) };
}
