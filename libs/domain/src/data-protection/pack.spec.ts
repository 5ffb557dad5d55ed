import { plainFacts, toldOnce } from './pack';
import { roleInWords, thingInWords, valueOf } from './pack-words';

const ZONE = 'Europe/London';

describe('the words of a pack', () => {
  it('says codes as words, and leaves numbers, references and days as they are', () => {
    expect(valueOf('within-72-hours')).toBe('within 72 hours');
    expect(valueOf('24h')).toBe('24 hours');
    for (const text of ['ZZ/000002/00', '2026-11-30', 'E07999999', '+447700900094', 'Pied-Wagtail', 'met']) {
      expect(valueOf(text)).toBe(text);
    }
  });

  it('never touches what somebody typed', () => {
    expect(plainFacts({ code_word: 'lantern-fish' }, ZONE, { verbatim: true })).toEqual([
      ['Code word', 'lantern-fish'],
    ]);
    expect(plainFacts({ when_band: 'within-7-days' }, ZONE)).toEqual([['When it happened', 'within 7 days']]);
  });

  it('leaves out ids and the counters of the system', () => {
    const id = '01a205d3-062c-75c7-a827-bc0519b2e9e2';
    expect(plainFacts({ case_id: id, policy_version: 1, revision: 3, tzdata: '2025c' }, ZONE)).toEqual([]);
  });

  it('names what was seen and who saw it as one would say it', () => {
    expect(thingInWords('identity')).toBe('your name and date of birth');
    expect(thingInWords('something-new')).toBe('something new');
    expect(roleInWords('officer')).toBe('a police officer');
    expect(roleInWords('first-responder')).toBe('a first responder');
  });

  it('tells the same reading of one day once, with how often, and another day apart', () => {
    const seen = (at: string) => ({ title: 'Seen', at, facts: [['Why', 'DP-1']] as const });
    const told = toldOnce([
      seen('2026-11-23T00:36:00Z'),
      seen('2026-11-23T00:38:00Z'),
      seen('2026-11-24T00:38:00Z'),
    ]);
    expect(told.map(({ facts }) => facts.length)).toEqual([2, 1]);
    expect(told[0]?.facts[1]).toEqual(['How often', '2 times on this day']);
  });
});
