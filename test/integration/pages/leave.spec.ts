import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { formOn } from '../../support/web-forms';

const web = useWeb();

let desk: Desk;
let lead: WebBrowser;
const idOf = (persona: string) => web().instance.persona(persona).userId as string;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

async function ownedCase(): Promise<string> {
  const path = await desk.aCase();
  await desk.responder.post(`${path}/take`, {}, { on: path });
  return path;
}

const DAYS = {
  firstDay: '4',
  firstMonth: '3',
  firstYear: '2026',
  lastDay: '6',
  lastMonth: '3',
  lastYear: '2026',
};

describe('leave and cover', () => {
  it('P15 lists names and effects before anything is offered, and nothing moves until a colleague accepts', async () => {
    const { responder } = desk;
    const path = await ownedCase();
    const planned = await responder.post('/leave/new', { userId: idOf('responder'), ...DAYS });
    expect(planned.statusCode).toBe(303);
    const place = String(planned.headers.location);
    const own = (await responder.get(place)).body;
    expect(plain(own)).toContain('Wednesday 4 March 2026');
    expect(plain(own)).toContain('Friday 6 March 2026');
    expect(plain(own)).toContain('1 case without cover');

    const href = (/href="(\/handovers\/reassign[^"]+)"/.exec(own)?.[1] ?? '').replaceAll('&amp;', '&');
    const pick = (await responder.get(href)).body;
    const fields = formOn(pick, '/handovers/reassign/check');
    const nobody = await responder.send('/handovers/reassign/check', fields);
    expect([nobody.statusCode, nobody.body.includes('Select who should take the cases')]).toEqual([
      400,
      true,
    ]);
    const ticks = [...pick.matchAll(/name="cases\[\]" type="checkbox" value="([^"]+)"/g)].map(
      ([, tick]) => tick,
    );
    expect(ticks).toHaveLength(1);
    const chosen = { ...fields, 'cases[]': ticks[0] ?? '', to: idOf('responder-two') };
    const confirm = await responder.send('/handovers/reassign/check', chosen);
    expect(confirm.statusCode).toBe(200);
    const words = plain(confirm.body);
    expect(words).toContain('Offered to Sample Responder Dill');
    expect(words).toContain('until then you answer for it');
    expect(words).toContain('When the leave is over, every case is offered back.');
    const done = await responder.send('/handovers/reassign', formOn(confirm.body, '/handovers/reassign'));
    expect(done.statusCode).toBe(303);
    expect(plain((await responder.get(place)).body)).toContain('1 of them offered');
    expect(plain((await responder.get(path)).body)).toContain('You');

    await web().instance.setNow('2026-03-04T09:00:00Z');
    const list = plain((await lead.get('/leave')).body);
    expect(list).toContain('1 case has an owner who is on leave, and nobody covers it.');
    expect(plain((await lead.get('/alerts')).body)).toContain('1 case has an owner on leave and no cover');
    expect(plain((await lead.get(`${path}/plan`)).body)).toContain(
      'The duty lead, while Sample Responder Clover is on leave',
    );
    expect(plain((await lead.get(path)).body)).toContain('on leave. The duty lead answers for this case');
    await web().instance.setNow('2026-03-02T10:05:30Z');
  });

  it('puts every wrong date beside its field, and keeps what was typed', async () => {
    const bad = { ...DAYS, userId: idOf('responder'), firstMonth: '13', lastDay: '' };
    const wrong = await desk.responder.post('/leave/new', bad);
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('href="#firstDay"');
    expect(wrong.body).toContain('href="#lastDay"');
    expect(wrong.body).toContain('value="13"');
    const overlaps = await desk.responder.post('/leave/new', { userId: idOf('responder'), ...DAYS });
    expect([overlaps.statusCode, overlaps.body.includes('Leave is planned for part of that time')]).toEqual([
      400,
      true,
    ]);
  });

  it('P15 the board says who answers for a case while its owner is away', async () => {
    const { instance } = web();
    await ownedCase();
    const days = { ...DAYS, firstDay: '12', lastDay: '13' };
    const planned = await lead.post('/leave/new', { userId: idOf('responder'), ...days });
    expect(plain((await lead.get('/board')).body)).not.toContain('The duty lead, while');
    await instance.setNow('2026-03-12T10:00:00Z');
    expect(plain((await lead.get('/board')).body)).toContain('The duty lead, while Sample Responder');
    await instance.setNow('2026-03-02T10:00:00Z');
    const place = String(planned.headers.location);
    expect((await lead.post(`${place}/cancel`, { revision: '1' }, { on: place })).statusCode).toBe(303);
  });

  it('is each one’s own, and a lead’s for everybody; a stale form changes nothing', async () => {
    const colleague = await web().signedIn('responder-two');
    const listed = (await lead.get('/leave')).body;
    const place = /href="(\/leave\/[0-9a-f-]{36})"/.exec(listed)?.[1] ?? '';
    expect((await colleague.get(place)).statusCode).toBe(404);
    expect((await colleague.post('/leave/new', { userId: idOf('responder'), ...DAYS })).statusCode).toBe(404);
    expect((await colleague.get(`/handovers/reassign?of=${idOf('responder')}`)).statusCode).toBe(404);
    const stale = formOn((await lead.get(place)).body, `${place}/cancel`);
    const again = await lead.send(`${place}/cancel`, { ...stale, revision: '7' });
    expect(again.statusCode).toBe(409);
    expect((await lead.send(`${place}/cancel`, stale)).statusCode).toBe(303);
    for (const persona of ['officer', 'commissioner', 'auditor', 'administrator']) {
      expect((await (await web().signedIn(persona)).get('/leave')).statusCode).toBe(404);
    }
  });
});

describe('who gets alerts now', () => {
  it('stands on the rota and beside the alerts, with who is next and what happens with nobody', async () => {
    const shift = { ...typedMoment('from', '2026-3-2 9am'), ...typedMoment('to', '2026-3-3 9am') };
    await lead.post('/rota/shifts/new', { userId: idOf('responder'), ...shift });
    for (const page of ['/rota', '/alerts']) {
      const words = plain((await lead.get(page)).body);
      expect(words).toContain('Who gets alerts now');
      expect(words).toContain('Sample Responder Clover, until tomorrow at 9am');
      expect(words).toContain('First responder');
      expect(words).toContain('Then nobody, from tomorrow at 9am.');
      expect(words).toContain('The duty leads are told at once');
      expect(words).toContain('To the person on call twice, 10 m apart');
    }
  });

  it('a colleague takes a shift over by saying yes, and the lead reads it', async () => {
    const { responder } = desk;
    const colleague = await web().signedIn('responder-two');
    const ask =
      /href="(\/rota\/shifts\/[0-9a-f-]{36}\/swap)"/.exec((await responder.get('/rota')).body)?.[1] ?? '';
    const nobody = await responder.post(ask, {});
    expect([nobody.statusCode, nobody.body.includes('Select whom you ask')]).toEqual([400, true]);
    expect((await colleague.get(ask)).statusCode).toBe(404);
    expect((await responder.post(ask, { to: idOf('responder-two') })).statusCode).toBe(303);
    expect(plain((await lead.get('/rota')).body)).toContain('asks Sample Responder Dill to take');
    const accept =
      /action="(\/rota\/swaps\/[0-9a-f-]{36}\/accept)"/.exec((await colleague.get('/rota')).body)?.[1] ?? '';
    const own = formOn((await responder.get('/rota')).body, accept.replace('accept', 'withdraw'));
    expect((await responder.send(accept, own)).statusCode).toBe(409);
    expect((await colleague.post(accept, {}, { on: '/rota' })).statusCode).toBe(303);
    expect(plain((await lead.get('/rota')).body)).toContain('They took it');
    expect(plain((await lead.get('/rota')).body)).toContain('Sample Responder Dill, until tomorrow at 9am');
  });
});
