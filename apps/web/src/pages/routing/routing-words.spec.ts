import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaPackNames, loadAreaPack } from '#libs/config';
import { conditionWords, effectWords } from './rule-words';
import * as caseWords from './case-routing.copy';
import * as draftWords from './draft.copy';
import * as panelWords from './panel.copy';
import * as ruleWords from './rule.copy';
import * as tableWords from './table.copy';
import * as timelineWords from './timeline-words.copy';
import * as words from './routing-words.copy';

/** Every string in a value, however deep. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const TEMPLATES = readdirSync(__dirname).filter((name) => name.endsWith('.njk'));
const pageWords = { caseWords, draftWords, panelWords, ruleWords, tableWords, timelineWords };
const OVER =
  /too late|no longer possible|not worth|expired|missed|out of time|has passed|over now|cannot be found/i;

const packs = areaPackNames().map((area) => loadAreaPack(area));

describe('what is said of forensic windows and health care', () => {
  it('never says that the time for something is over, in any sentence of any page or area', () => {
    const templates = TEMPLATES.map((name) => readFileSync(join(__dirname, name), 'utf8'));
    const all = [
      ...stringsIn(words),
      ...stringsIn(pageWords),
      ...packs.flatMap(({ routing }) => stringsIn(routing)),
    ];
    expect(all.length).toBeGreaterThan(200);
    expect(templates.length).toBeGreaterThan(9);
    expect([...all, ...templates].filter((sentence) => OVER.test(sentence))).toEqual([]);
  });

  it('always says whom to ask, and to phone while anything may be found', () => {
    for (const state of ['open', 'may-be-open', 'not-known'] as const)
      expect(words.FORENSIC_WORDS[state]).toMatch(/[Pp]hone the centre/);
    expect(words.FORENSIC_WORDS.outside).toContain('Ask the centre; they decide');
    expect(words.WINDOW_WORDS.outside).toContain('Ask the centre; they decide');
  });

  it('uses no word that blames or doubts the person', () => {
    const all = [...stringsIn(words), ...stringsIn(pageWords)];
    expect(
      all.filter((text) => /alleged|non-engag|failed to|refused to|\bDNA\b|victim\b/i.test(text)),
    ).toEqual([]);
  });
});

describe('a rule in words', () => {
  it('says whom it counts for and what it does, without a code', () => {
    for (const { routing, labels } of packs) {
      const names = { labels, districtName: () => 'A district', serviceName: () => 'A service' };
      for (const { when, then } of routing.rules) {
        for (const line of [...conditionWords(when, names), effectWords(then, names)]) {
          expect(line).toMatch(/^[A-Z].*\.$/);
          expect(line).not.toMatch(/undefined|null|\[object/);
        }
      }
    }
  });

  it('says ages and hours as people do', () => {
    const names = { labels: packs[0]!.labels, districtName: String, serviceName: String };
    expect(conditionWords({ ageNow: { from: 0, to: 12 } }, names)).toEqual(['They may be under 13 now.']);
    expect(conditionWords({ ageNow: { from: 18, to: null } }, names)).toEqual([
      'They may be 18 or older now.',
    ]);
    expect(conditionWords({ hours: { atMost: 120 } }, names)).toEqual([
      'It may have happened in the last 5 days.',
    ]);
    expect(conditionWords({ hours: { atLeast: 1, atMost: 48 } }, names)).toEqual([
      'It may have happened between 1 hour and 48 hours ago.',
    ]);
    expect(conditionWords({}, names)).toEqual(['For everybody.']);
  });
});
