import { StopContact } from '#libs/casework';
import { PromiseFactProjector } from '#libs/persistence';
import { useApi } from '../api/support/use-api';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { onlyOnce } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const api = useApi();
const acts = new PromiseActs(() => api().web.instance);

beforeAll(async () => {
  const { instance } = api().web;
  await instance.setNow('2026-03-02T10:05:00Z');
  for (let n = 0; n < 3; n += 1) await acts.refer('2026-03-02T10:00:00Z');
  const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
  const stop = new StopContact(instance.webWork, instance.ids);
  await stop.execute(instance.persona('responder'), { caseId, revision: 1, cause: 'died' }, onlyOnce());
  await caughtUp(instance, new PromiseFactProjector(instance.worker));
});

describe('P7 one person who died in a month', () => {
  it('is not a number on the commissioner’s page, and is on the duty lead’s', async () => {
    const page = async (persona: string) =>
      plain((await (await api().web.signedIn(persona)).get('/promise?month=2026-03')).body);
    const shown = await page('commissioner');
    expect(shown).toContain('Cancelled before it was decided');
    expect(shown).not.toContain('the person had died');
    expect(shown).toContain('shown as one number');
    const lead = await page('lead');
    expect(lead).toContain('of these, the person had died');
    expect(lead).not.toContain('shown as one number');
  });

  it('is not a number in the commissioner’s answer of the API, and is in the auditor’s', async () => {
    const limbs = async (persona: string) =>
      (await (await api().as(persona)).get('/api/v1/figures/promise?month=2026-03')).json().limbs;
    const together = { cancelledByRedirect: null, cancelledByDeath: null, cancelledAsDuplicate: null };
    expect(await limbs('commissioner')).toMatchObject([
      { cancelled: 1, ...together },
      { cancelled: 1, ...together },
    ]);
    expect(await limbs('auditor')).toMatchObject([
      { cancelled: 1, cancelledByDeath: 1 },
      { cancelled: 1, cancelledByDeath: 1 },
    ]);
  });
});
