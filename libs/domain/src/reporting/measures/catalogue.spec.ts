import { frameworkFaults, type FrameworkAnswer } from '../outcomes-framework';
import { MEASURES, measureOf } from './catalogue';

describe('the catalogue of measures', () => {
  it('has every id once, in words that an address can hold', () => {
    const ids = MEASURES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(ids.length);
  });

  it.each(MEASURES.map((measure) => [measure.id, measure] as const))('says all of %s', (_id, measure) => {
    const { version, inForceFrom, numerator, denominator, formula, name, facts, neverCounted } = measure;
    expect(version).toBeGreaterThanOrEqual(1);
    expect(inForceFrom).toMatch(/^20\d\d-\d\d-\d\d$/);
    for (const words of [name, formula, numerator, denominator]) expect(words.length).toBeGreaterThan(5);
    expect(facts.length).toBeGreaterThan(0);
    expect(neverCounted.length).toBeGreaterThan(0);
    const ids = measure.exclusions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(measure.cuts).size).toBe(measure.cuts.length);
  });

  it('says of whatever is not counted yet what is missing, and of the rest where it is', () => {
    for (const { standing } of MEASURES) {
      if (standing.kind === 'counted') expect(new Set(standing.on).size).toBe(standing.on.length);
      if (standing.kind === 'not-yet-counted') expect(standing.needs).toMatch(/^[a-z].{10,}[^.]$/);
    }
  });

  it('calls nothing of justice a success or a failure but to say that it is none', () => {
    for (const { family, name, formula, numerator, denominator } of MEASURES)
      if (family === 'justice')
        expect([name, formula, numerator, denominator].join(' ')).not.toMatch(/success|fail|attrition|drop/i);
  });

  it('finds a measure by its id', () => {
    expect(measureOf('handover-lag')?.family).toBe('handover');
    expect(measureOf('handover')).toBeUndefined();
  });
});

describe('a framework of outcomes', () => {
  const outcome = (id: string, answer: FrameworkAnswer) => ({
    id,
    side: 'support' as const,
    words: 'Sample',
    source: 'invented',
    answer,
  });

  it('is whole when every outcome is answered by measures that there are, or by somebody', () => {
    const outcomes = [
      outcome('cope', { kind: 'measures', measures: ['outcome-change'] }),
      outcome('verdict', { kind: 'held-elsewhere', heldBy: 'The courts', why: 'They decide' }),
    ];
    expect(frameworkFaults({ outcomes }, MEASURES)).toEqual([]);
  });

  it('is not, with an outcome twice, without an answer or with a measure that there is not', () => {
    const outcomes = [
      outcome('cope', { kind: 'measures', measures: [] }),
      outcome('cope', { kind: 'measures', measures: ['coping'] }),
    ];
    expect(frameworkFaults({ outcomes }, MEASURES)).toEqual([
      { at: 0, kind: 'no-answer', said: 'cope' },
      { at: 1, kind: 'twice', said: 'cope' },
      { at: 1, kind: 'no-such-measure', said: 'coping' },
    ]);
  });
});
