import { FireDeadlines } from '#libs/casework';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';

const web = useWeb();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(web());
});

const caseIdOf = (path: string) => path.split('/')[2] ?? '';

describe('names and addresses of colleagues', () => {
  it('P7 a case page names its own agency’s people and not the officer who asked for a corrected start', async () => {
    const path = await desk.aCase();
    const { admin } = web().instance;
    const [row] = await admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [caseIdOf(path)],
    );
    const asked = await desk.officer.post(`/referrals/${row?.referral_id}/corrected-start`, {
      ...typedMoment('corrected', '2026-3-2 09:30'),
      reason: 'typed-wrongly',
    });
    expect(asked.statusCode).toBe(303);
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const lead = await web().signedIn('lead');

    const words = plain((await lead.get(path)).body);

    expect(words).toContain('Sample Responder Clover');
    expect(words).not.toContain('Officer Alder');
  });

  it('a warning finds a duty lead when the owner has moved to another agency, and tells the owner nothing', async () => {
    const { instance } = web();
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const owner = instance.persona('responder').userId;
    const moveBeside = (persona: string) => {
      const { agencyId, teamId } = instance.persona(persona);
      return instance.admin('update app.staff_user set agency_id = $2, team_id = $3 where user_id = $1', [
        owner,
        agencyId,
        teamId,
      ]);
    };
    await moveBeside('commissioner');
    await instance.setNow('2026-03-03T16:00:00Z');
    await new FireDeadlines(instance.workerWork, instance.ids).execute({
      wakeUps: null,
      via: 'sweep',
      limit: 500,
      graceMilliseconds: 0,
    });
    await moveBeside('lead');

    const told = await instance.admin(
      `select distinct n.recipient_user_id as id from app.alert a join app.alert_notice n using (alert_id)
       where a.case_id = $1 and a.level = 'warning'`,
      [caseIdOf(path)],
    );

    expect(told).toEqual([{ id: instance.persona('lead').userId }]);
  });
});

describe('the API by another spelling of its address', () => {
  it.each(['/%61pi/v1/cases', '/%61%70%69/v1/cases', '/ap%69/v1/policies'])(
    'is no way in for a browser’s session: %s',
    async (address) => {
      const { statusCode, headers } = await desk.responder.get(address);
      expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    },
  );
});
