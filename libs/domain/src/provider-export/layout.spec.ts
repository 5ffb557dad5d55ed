import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DATA_CLASSES } from '../consent';
import { instant } from '../time';
import { csvOf } from './csv';
import { EXPORT_COLUMNS, exportRow, type ExportFacts } from './layout';

const ZONE = 'Europe/London';
const facts: ExportFacts = {
  reference: 'WM-0142',
  requestId: '00000000-0000-7000-8000-00000000abcd',
  service: 'Willow Advocacy (sample)',
  kind: 'isva',
  state: 'allocated',
  band: 'soon',
  weeksWaited: 3,
  acceptedAt: instant('2026-07-02T09:00:00Z'),
  startedAt: null,
  startDueAt: instant('2026-08-01T16:00:00Z'),
  reviewedAt: null,
  reviewDueAt: null,
  endedAt: null,
  ending: null,
  shared: DATA_CLASSES,
  nameToAskFor: 'Wren',
  fullName: 'Sample Person Wren',
  bornOn: '1990-04-01',
  phones: [{ value: '+447700900123', mayText: false, mayLeaveVoicemail: true }],
  safeTimes: 'Call Monday 10am to 4pm',
  sayIfOtherAnswers: 'A friend from the choir',
  ageBand: '25-39',
  languageNeed: 'none',
  offenceGroups: ['sexual-assault'],
  whenBands: ['within-7-days'],
  relationships: ['stranger'],
  reportedToPoliceAt: instant('2026-06-29T10:00:00Z'),
  crimeReference: 'ZZ/000000/26',
};
const named = (row: readonly string[]) =>
  Object.fromEntries(EXPORT_COLUMNS.map((name, place) => [name, row[place]]));

describe('the row of an accepted request', () => {
  it('has a value for each column, days in the zone of the area, and a number as it is dialled', () => {
    const row = exportRow(facts, ZONE);
    expect(row).toHaveLength(EXPORT_COLUMNS.length);
    expect(named(row)).toMatchObject({
      layout: 'waymark-provider-1',
      case_reference: 'WM-0142',
      weeks_waited: '3',
      first_session_planned_by: '2026-08-01',
      first_session_on: '',
      name_to_ask_for: 'Wren',
      phone_1: '07700 900123',
      phone_1_may_text: 'no',
      phone_1_may_leave_voicemail: 'yes',
      phone_2: '',
      phone_2_may_text: '',
      crime_reference: 'ZZ/000000/26',
    });
    expect(csvOf([row])).not.toContain("'");
  });

  it('P6 says nothing of a class without a ground, whatever is known of it', () => {
    const always = exportRow({ ...facts, shared: [] }, ZONE);
    fc.assert(
      fc.property(fc.subarray([...DATA_CLASSES]), (shared) => {
        const row = named(exportRow({ ...facts, shared }, ZONE));
        const words = Object.values(row).join(' ');
        expect(words.includes('Wren')).toBe(shared.includes('identity'));
        expect(words.includes('07700')).toBe(shared.includes('safe-contact'));
        expect(words.includes('25-39')).toBe(shared.includes('needs'));
        expect(words.includes('sexual-assault')).toBe(shared.includes('incident'));
        expect(words.includes('ZZ/')).toBe(shared.includes('investigation'));
        expect(row['shared']).toBe(shared.join(';'));
      }),
    );
    expect(always.join(' ')).not.toMatch(/Wren|07700|25-39|assault|ZZ/);
  });
});

describe('the page that describes the layout', () => {
  it('names every column, in its order', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/provider-export.md'), 'utf8');
    const table = page.slice(page.indexOf('## Layout'));
    const named = [...table.matchAll(/^\| [\d–]+ \| ((?:`[a-z0-9_]+`(?:, )?)+) \|/gm)].flatMap(
      ([, cell = '']) => [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name),
    );
    expect(named).toEqual(EXPORT_COLUMNS);
  });
});
