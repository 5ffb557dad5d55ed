import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);

/** The cells of the first table of a page, row by row. */
function rowsOf(html: string): readonly string[] {
  const body = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => plain(row).trim());
}

describe('how last quarter would have looked', () => {
  const path = '/policies/essex-first-responders/new';

  it('P10 P7 counts every referral of the quarter under both versions, and names none of them', async () => {
    const { instance } = web();
    const { setNow, admin } = instance;
    const spoken = async (reported: string, happened: string | null) => {
      await setNow(reported.replace(':00Z', ':40Z'));
      const referred = await acts.refer(reported);
      if (happened !== null)
        await acts.attempt(referred, 'spoke', { happened, typedIn: happened.replace(':00Z', ':50Z') });
      return referred;
    };
    const references = [
      await spoken('2025-12-30T10:00:00Z', null),
      await spoken('2026-03-06T16:30:00Z', '2026-03-09T16:45:00Z'),
      await spoken('2026-03-06T16:30:00Z', '2026-03-09T10:00:00Z'),
      await spoken('2026-03-10T10:00:00Z', null),
    ].map(({ reference }) => reference);
    await setNow('2026-05-11T09:00:00Z');
    const deadlines = await admin('select * from app.deadline order by deadline_id');
    const administrator = await web().signedIn('administrator');
    const fields = { limb1Reading: 'B', reason: 'learning-from-practice', step: 'preview' };
    const preview = await administrator.post(path, fields);
    const said = plain(preview.body);
    expect(said).toContain('Reports made from 1 January 2026 until before 1 April 2026. 3 referrals');
    expect(rowsOf(preview.body)).toEqual([
      '24 hours The rules then Too few 0 3 3 0',
      '24 hours This version Too few 0 3 3 0',
      '8 hours of opening time (counts) The rules then Too few 2 1 3 0',
      '8 hours of opening time (counts) This version Too few 1 2 3 0',
    ]);
    expect(said).toContain('0 missed would have been kept, 1 kept would have been missed.');
    for (const reference of references) expect(preview.body).not.toContain(reference);
    expect(await admin('select * from app.deadline order by deadline_id')).toEqual(deadlines);
  });
});
