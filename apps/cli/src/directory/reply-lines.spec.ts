import type { ImportReply } from '#libs/casework';
import { readDirectoryFile, loadAreaPack, defaultArea } from '#libs/config';
import { replyLines, unmappedLines } from './reply-lines';

const THEIRS = {
  id: '00000000-0000-7000-8000-000000000999',
  name: 'Lapwing Counselling (sample)',
  status: 'active',
  contacts: [{ id: '00000000-0000-7000-8000-000000000998', name: 'Sample Person' }],
};

function recordsOf(file: readonly object[]) {
  const read = readDirectoryFile(JSON.stringify(file), loadAreaPack(defaultArea()), '2026-11-23');
  if (read.kind === 'unreadable') throw new Error(read.reason);
  return read.records;
}

describe('what an import answers on the command line', () => {
  it('is a line for each record of the file, in its order, and counts those that were not taken', () => {
    const replies: ImportReply[] = [
      {
        place: 1,
        kind: 'added',
        serviceId: THEIRS.id,
        newAgency: true,
        toConfirm: ['E07999999'],
        stateDiffers: false,
      },
      { place: 3, kind: 'refused', reason: 'faulty', faults: ['no-opening-hours'] },
    ];
    const { lines, refused } = replyLines(recordsOf([THEIRS, { name: 'Half' }, THEIRS]), replies);
    const [first, second, third] = lines.split('\n');
    expect(first).toMatch(
      /^1 Lapwing Counselling \(sample\): added, with its organisation \(left out or assumed: /,
    );
    expect(first).toContain('coverage E07999999 to-be-confirmed');
    expect(first).toContain('contacts person-not-kept-here');
    expect(second).toMatch(/^2 refused: must have required property 'id'/);
    expect(third).toMatch(/^3 Lapwing Counselling \(sample\): refused: no-opening-hours/);
    expect(refused).toBe(2);
  });

  it('never repeats the name of somebody whom a file names', () => {
    const same = { place: 1, kind: 'same', serviceId: THEIRS.id, toConfirm: [], stateDiffers: true } as const;
    const { lines } = replyLines(recordsOf([THEIRS]), [same]);
    expect(lines).toContain('state never-taken');
    expect(lines).not.toContain('Sample Person');
  });

  it('names what the format has no place for', () => {
    const parts = [{ path: 'opening.timezone', why: 'zone-not-in-the-standard' }] as const;
    expect(unmappedLines([{ name: 'Lapwing', parts }])).toBe(
      'Lapwing: opening.timezone zone-not-in-the-standard\n',
    );
  });
});
