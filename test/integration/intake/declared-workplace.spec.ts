import type { ReferralId, UserId } from '#libs/domain';
import { referralStatus } from '#libs/persistence';
import { openDesk, casePathOf, plain, type Desk } from '../../support/desk';
import { sendReferral, typedMoment, pathOf } from '../../support/referral-form';
import type { FormFields } from '../../support/web-forms';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;
let partner: WebBrowser;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
  partner = await web().signedIn('sarc');
});

const reported = typedMoment('reported', '2026-3-2 10:00');

async function refer(change: FormFields): Promise<{ receipt: string; casePath: string }> {
  const sent = await sendReferral(desk.officer, { ...reported, ...change });
  const receipt = pathOf(sent);
  return { receipt, casePath: await casePathOf(web(), receipt) };
}

/** Whether an officer of the same team finds the referral, as they find every other of their team. */
async function seenByTeamMate(id: ReferralId): Promise<boolean> {
  const { webWork, persona, ids } = web().instance;
  const mate = { ...persona('officer'), userId: ids.next<UserId>() };
  return (await webWork.read(mate, (manager) => referralStatus(manager, id))) !== null;
}

const wallsOf = (casePath: string) =>
  web().instance.admin<{ kind: string; basis: string; set_at: Date; opened_at: Date }>(
    `select w.kind, w.basis, w.set_at, c.opened_at from app.case_wall w join app.case_file c using (case_id)
     where c.case_id = $1`,
    [casePath.split('/')[2]],
  );

describe('where the person works, said with the referral', () => {
  it('P7 keeps a police referral from every officer but the one who sent it, from the first second', async () => {
    const { receipt, casePath } = await refer({ worksFor: 'police' });
    const status = receipt.replace(/\/receipt$/, '');
    expect((await desk.officer.get(receipt)).statusCode).toBe(200);
    expect((await desk.officer.get(status)).statusCode).toBe(200);
    expect((await desk.responder.get(casePath)).statusCode).toBe(200);
    const [, , referralId] = receipt.split('/');
    expect(await seenByTeamMate(referralId as ReferralId)).toBe(false);
    const walls = await wallsOf(casePath);
    expect(walls.length).toBeGreaterThan(0);
    for (const { kind, basis, set_at: setAt, opened_at: openedAt } of walls)
      expect({ kind, basis, setAt }).toEqual({
        kind: 'police-family',
        basis: 'declared-at-intake',
        setAt: openedAt,
      });
  });

  it('P7 the receipt of the officer reads the same whether or not a workplace was declared', async () => {
    const said = await refer({ worksFor: 'this-service' });
    const unsaid = await refer({});
    const words = async (path: string) =>
      plain((await desk.officer.get(path)).body).replaceAll(/WM-[A-Z0-9-]+/g, 'REF');
    expect(await words(said.receipt)).toBe(await words(unsaid.receipt));
  });

  it('keeps a case about a colleague from the desk, and leaves it to the leads', async () => {
    const { casePath } = await refer({ worksFor: 'this-service' });
    expect((await desk.responder.get(casePath)).statusCode).toBe(404);
    expect((await lead.get(casePath)).statusCode).toBe(200);
    expect(plain((await lead.get(`${casePath}/walls`)).body)).toContain('The referral said so');
  });

  it('lets whoever keys a call about a colleague go on with what they took', async () => {
    const sent = await partner.post('/referrals/doors/sarc', {
      nameToAskFor: 'Sample Person Dunnock',
      age: '29',
      number: '07700 900124',
      agreement: 'agreed',
      worksFor: 'partner',
      ...typedMoment('started', '2026-3-2 10:00'),
    });
    expect(sent.statusCode).toBe(303);
    expect((await partner.get(pathOf(sent))).statusCode).toBe(200);
  });

  it('asks again for a workplace that is not on the list, and echoes the rest', async () => {
    const answer = await desk.officer.post('/referrals/new', {
      nameToAskFor: 'Sample Person Reed',
      age: '31',
      district: 'E07000066',
      worksFor: 'the-moon',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('href="#worksFor"');
    expect(answer.body).toContain('Sample Person Reed');
  });

  it('raises no wall when nothing was said', async () => {
    const { casePath } = await refer({});
    expect(await wallsOf(casePath)).toEqual([]);
  });

  it('leaves a referral of which nothing was said to the whole team', async () => {
    const { receipt } = await refer({});
    expect(await seenByTeamMate(receipt.split('/')[2] as ReferralId)).toBe(true);
  });
});
