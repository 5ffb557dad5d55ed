import { LONG_NOTE } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import { RequestActs } from '../service-requests/support';

const web = useWeb();
const requests = new RequestActs(() => web().instance);
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(web());
});

const NOW = '2026-3-2 10:00';
const idOf = (path: string) => String(path.split('/')[2]) as never;

async function aSupportedCase(): Promise<string> {
  const path = await desk.aCase();
  await desk.responder.post(`${path}/take`, {}, { on: path });
  const requestId = await requests.sent(idOf(path));
  await requests.accept(await requests.now(requestId));
  await requests.allocate(await requests.now(requestId), web().instance.persona('adviser').userId);
  return path;
}

describe('the pages of notes', () => {
  it('take a note, show it to those who read the wall, and say what not to write', async () => {
    const path = await aSupportedCase();
    const form = await desk.responder.get(`${path}/notes/contact/new`);
    expect(plain(form.body)).toContain('Do not write what happened to them');
    const saved = await desk.responder.post(`${path}/notes/contact/new`, {
      ...typedMoment('at', NOW),
      text: 'Rang at the agreed time.',
    });
    expect(saved.statusCode).toBe(303);
    const lead = await web().signedIn('lead');
    expect(plain((await lead.get(`${path}/notes/contact`)).body)).toContain('Rang at the agreed time.');
    expect((await desk.responder.get(`${path}/notes/supervision`)).statusCode).toBe(404);
    expect((await desk.responder.get(`${path}/notes/advocacy`)).statusCode).toBe(404);
    expect((await desk.responder.get(`${path}/notes/therapy`)).statusCode).toBe(404);
    expect((await desk.officer.get(`${path}/notes`)).statusCode).toBe(404);
  });

  it('ask once about a long note, keep what was typed, and take it when it was read again', async () => {
    const path = await aSupportedCase();
    const text = `${'Rang. '.repeat(LONG_NOTE / 6)} And once more.`;
    const asked = await desk.responder.post(`${path}/notes/contact/new`, {
      ...typedMoment('at', NOW),
      text,
    });
    expect(asked.statusCode).toBe(400);
    expect(plain(asked.body)).toContain('Read the long note again');
    expect(asked.body).toContain('And once more.');
    const saved = await desk.responder.post(`${path}/notes/contact/new`, {
      ...typedMoment('at', NOW),
      text,
      'readAgain[]': 'yes',
    });
    expect(saved.statusCode).toBe(303);
  });

  it('name what is missing beside the field', async () => {
    const path = await aSupportedCase();
    const empty = await desk.responder.post(`${path}/notes/contact/new`, { text: '', atDay: '' });
    expect(empty.statusCode).toBe(400);
    expect(plain(empty.body)).toContain('The date must include a day');
    const future = await desk.responder.post(`${path}/notes/contact/new`, {
      ...typedMoment('at', '2027-3-2 10:00'),
      text: 'Rang.',
    });
    expect(plain(future.body)).toContain('Enter a time that has passed');
  });

  it('keep a disclosure without a word and lead on to what the person agreed to', async () => {
    const path = await aSupportedCase();
    const form = await desk.responder.get(`${path}/notes/contact/disclosure`);
    expect(form.body).not.toContain('<textarea');
    const told = { ...typedMoment('at', NOW), wish: 'now', 'handOver[]': 'safeguarding' };
    const unsaid = await desk.responder.post(`${path}/notes/contact/disclosure`, {
      ...told,
      agreed: 'nobody',
    });
    expect(plain(unsaid.body)).toContain('Select how they agreed');
    await desk.responder.post(`${path}/notes/contact/disclosure`, { ...told, agreed: 'phone' });
    const page = await desk.responder.get(`${path}/notes/contact`);
    expect(page.body).toContain(`${path}/safeguarding/new`);
    expect((await desk.responder.get(`${path}/safeguarding/new`)).statusCode).toBe(200);
  });

  it('move a note to where it belongs and leave a marker', async () => {
    const path = await aSupportedCase();
    await desk.responder.post(`${path}/notes/contact/new`, {
      ...typedMoment('at', NOW),
      text: 'To be talked over with the lead.',
    });
    const page = await desk.responder.get(`${path}/notes/contact`);
    const [, move] = /href="([^"]+\/move)"/.exec(page.body) ?? [];
    expect((await desk.responder.post(String(move), {})).statusCode).toBe(400);
    expect((await desk.responder.post(String(move), { to: 'supervision' })).statusCode).toBe(303);
    const after = plain((await desk.responder.get(`${path}/notes/contact`)).body);
    expect(after).toContain('None of its words are kept here');
    expect(after).not.toContain('To be talked over');
    const lead = await web().signedIn('lead');
    const there = plain((await lead.get(`${path}/notes/supervision`)).body);
    expect(there).toContain('To be talked over with the lead.');
    expect(there).toContain('Moved here from contact notes');
  });

  it('correct a note by another that says which', async () => {
    const path = await aSupportedCase();
    await desk.responder.post(`${path}/notes/contact/new`, { ...typedMoment('at', NOW), text: 'At ten.' });
    const page = await desk.responder.get(`${path}/notes/contact`);
    const [, correct] = /href="([^"]+corrects=[^"]+)"/.exec(page.body) ?? [];
    const saved = await desk.responder.post(String(correct), {
      ...typedMoment('at', NOW),
      text: 'At eleven.',
    });
    expect(saved.statusCode).toBe(303);
    const after = plain((await desk.responder.get(`${path}/notes/contact`)).body);
    expect(after).toContain('Corrects the note of');
    expect(after).toContain('At ten.');
  });

  it('let a service write its own, and record milestones of therapy without a field for words', async () => {
    const path = await aSupportedCase();
    const { admin } = web().instance;
    const adviser = await web().signedIn('adviser');
    const saved = await adviser.post(`${path}/notes/advocacy/new`, {
      ...typedMoment('at', NOW),
      text: 'Met at the centre.',
    });
    expect(saved.statusCode).toBe(303);
    expect(plain((await adviser.get(`${path}/notes/advocacy`)).body)).toContain('Met at the centre.');
    await admin(`update app.service_request set kind = 'counselling' where case_id = $1`, [idOf(path)]);
    const form = await adviser.get(`${path}/notes/therapy/new`);
    expect(form.body).not.toContain('<textarea');
    const started = await adviser.post(`${path}/notes/therapy/new`, {
      ...typedMoment('at', NOW),
      kind: 'started',
      sessions: '',
    });
    expect(started.statusCode).toBe(303);
    expect(plain((await adviser.get(`${path}/notes/therapy`)).body)).toContain('Therapy started');
    const twice = await adviser.post(`${path}/notes/therapy/new`, {
      ...typedMoment('at', NOW),
      kind: 'started',
      sessions: '',
    });
    expect(plain(twice.body)).toContain('Select a milestone that can follow the last one');
  });
});
