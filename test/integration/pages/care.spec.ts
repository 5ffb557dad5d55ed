import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
let caseId: string;

beforeEach(async () => {
  await web().instance.setNow('2026-03-02T10:05:00Z');
  ({ caseId } = await acts.refer('2026-03-02T10:00:00Z'));
});

const as = (persona: string) => web().signedIn(persona);
const open = async (end: string, persona = 'responder') => (await as(persona)).get(`/cases/${caseId}/${end}`);
const send = async (end: string, fields: Readonly<Record<string, string>>, persona = 'responder') => {
  const path = `/cases/${caseId}/${end}`;
  return (await as(persona)).post(path, fields, { on: path });
};
const day = (prefix: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${prefix}Day`]: date, [`${prefix}Month`]: month, [`${prefix}Year`]: year };
};
const moment = (prefix: string, on: string, time: string) => {
  return {
    ...day(prefix, on),
    [`${prefix}Time`]: time,
    [`${prefix}Which`]: '',
  };
};
const hrefs = (body: string, end: string) =>
  [...body.matchAll(new RegExp(`href="(/cases/[^"]+/${end})"`, 'g'))].map(([, href]) => href ?? '');

const PAGES = ['needs', 'reviews', 'outcomes', 'appointments', 'feedback', 'complaints', 'equality'];
const FORMS = [
  ...['needs/new', 'needs/risks/new', 'reviews/new', 'outcomes/new', 'appointments/new', 'feedback/new'],
  ...['complaints/new', 'equality/new', 'kinds-of-support/plan-task'],
];

describe('the pages of somebody’s support', () => {
  it('are all linked from Support, and open for a responder', async () => {
    const { body } = await open('support');
    for (const page of PAGES) {
      expect(body).toContain(`href="/cases/${caseId}/${page}"`);
      expect((await open(page)).statusCode).toBe(200);
    }
    for (const form of FORMS) expect((await open(form)).statusCode).toBe(200);
    const reviews = await (await as('lead')).get('/support-reviews');
    expect([reviews.statusCode, reviews.headers.location]).toEqual([303, '/support-tasks/reviews']);
    for (const list of ['/support-tasks/mine', '/support-tasks/reviews', '/complaints'])
      expect((await (await as('lead')).get(list)).statusCode).toBe(200);
  });

  it.each(['officer', 'adviser', 'commissioner', 'administrator'])(
    'P7 are not there for the %s',
    async (by) => {
      for (const end of [...PAGES, ...FORMS]) expect((await open(end, by)).statusCode).toBe(404);
      expect((await (await as(by)).get('/complaints')).statusCode).toBe(404);
    },
  );

  it('say what is missing, keep what was typed, and save nothing', async () => {
    for (const form of FORMS.filter(
      (one) => !['equality/new', 'reviews/new', 'outcomes/new'].includes(one),
    )) {
      const { statusCode, body } = await send(form, {});
      expect([form, statusCode]).toEqual([form, 400]);
      expect(body).toContain('There is a problem');
    }
    const typed = { risk: '', words: 'Sample words kept', ...day('review', '2026-13-40') };
    const { body } = await send('needs/risks/new', typed);
    expect(body).toContain('Sample words kept');
    expect(body).toContain('Enter a real date');
  });

  it('record a risk, look at it again and close it', async () => {
    const sent = await send('needs/risks/new', {
      risk: 'stalking',
      words: 'Sample words',
      ...day('review', '2026-03-20'),
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/cases/${caseId}/needs`]);
    const { body } = await open('needs');
    expect(body).toContain('Stalking');
    expect(body).toContain('Sample words');
    const [close = ''] = hrefs(body, 'close');
    const responder = await as('responder');
    const form = (await responder.get(close)).body;
    const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? '';
    const closed = await responder.post(close, { ending: 'made-safe', revision }, { on: close });
    expect(closed.statusCode).toBe(303);
    expect((await open('needs')).body).toContain('What was needed was done');
  });

  it('pages whoever is on call about a risk that cannot wait', async () => {
    await send('needs/risks/new', { risk: 'danger-now', words: '', ...day('review', '2026-03-03') });
    const { body } = await (await as('lead')).get('/alerts/urgent');
    expect(body).toContain('In danger now');
  });

  it('plan a review, and move it with a reason', async () => {
    expect((await send('reviews/new', day('on', '2026-05-25'))).statusCode).toBe(303);
    const [move = ''] = hrefs((await open('reviews')).body, 'move');
    const responder = await as('responder');
    const revision = /name="revision" value="(\d+)"/.exec((await responder.get(move)).body)?.[1] ?? '';
    const answers = { ...day('on', '2026-06-01'), reason: 'person-asked', revision };
    expect((await responder.post(move, answers, { on: move })).statusCode).toBe(303);
    expect((await open('reviews')).body).toContain('1 June 2026');
  });

  it('record how it goes, and correct a slip', async () => {
    const answers = { 'able-to-cope': '2', 'able-to-say-needs': 'declined', 'feels-safer': 'not-asked' };
    const sent = await send('outcomes/new', { ...answers, ...moment('happened', '2026-03-02', '10:00') });
    expect(sent.statusCode).toBe(303);
    const { body } = await open('outcomes');
    expect(body).toContain('2 of 5');
    expect(body).toContain('Would rather not say');
    const [correct = ''] = hrefs(body, 'correct');
    const responder = await as('responder');
    expect((await responder.post(correct, { said: '4' }, { on: correct })).statusCode).toBe(303);
  });

  it('book an appointment and cancel it', async () => {
    const booked = await send('appointments/new', {
      place: 'at-our-centre',
      words: '',
      minutes: '60',
      ...moment('starts', '2026-03-06', '2pm'),
    });
    expect(booked.statusCode).toBe(303);
    const { body } = await open('appointments');
    expect(body).toContain('At our centre');
    for (const act of ['confirm', 'remind', 'move', 'cancel']) {
      const [href = ''] = hrefs(body, act);
      expect((await (await as('responder')).get(href)).statusCode).toBe(200);
    }
    const [cancel = ''] = hrefs(body, 'cancel');
    const responder = await as('responder');
    const answers = { reason: 'person-asked', revision: '1' };
    expect((await responder.post(cancel, answers, { on: cancel })).statusCode).toBe(303);
    expect((await open('appointments')).body).toContain('Cancelled: the person asked for it');
  });

  it('record feedback, equality answers and a task of the plan', async () => {
    const said = { informed: 'yes', updated: 'no', supported: 'declined' };
    const asked = { consent: 'said-yes-now', point: 'after-first-contact', about: 'police' };
    const when = moment('happened', '2026-03-02', '10:00');
    expect((await send('feedback/new', { ...said, ...asked, ...when })).statusCode).toBe(303);
    const blank = {
      ...{
        'ethnic-group': 'not-asked',
        religion: 'declined',
        'sexual-orientation': 'unknown',
        sex: 'female',
      },
      ...{ 'gender-same-as-registered': 'not-asked', disability: 'not-asked' },
      ...{ 'pregnancy-or-new-child': 'not-asked', 'marriage-or-civil-partnership': 'not-asked' },
      'caring-for-somebody': 'not-asked',
    };
    expect((await send('equality/new', blank)).statusCode).toBe(303);
    expect((await open('equality')).body).toContain('Would rather not say');
    expect((await open('equality', 'manager')).statusCode).toBe(404);
    const task = { matter: 'write-letter', words: '', owner: 'me', ...moment('due', '2026-03-04', '3pm') };
    expect((await send('kinds-of-support/plan-task', task)).statusCode).toBe(303);
    expect((await (await as('responder')).get('/support-tasks/mine')).body).toContain('write a letter');
    expect((await open('history')).body).toContain('The equality questions were asked');
  });

  it('take a complaint, of which the worker it is about sees nothing', async () => {
    const worker = web().instance.persona('lead').userId;
    const sent = await send('complaints/new', {
      about: 'a-worker',
      worker,
      words: 'Sample complaint',
      ...moment('received', '2026-03-02', '10:00'),
    });
    expect(sent.statusCode).toBe(303);
    const { body } = await open('complaints', 'manager');
    const [read = ''] = [...body.matchAll(/href="(\/cases\/[^"]+\/complaints\/[0-9a-f-]{36})"/g)].map(
      ([, href]) => href ?? '',
    );
    expect((await (await as('manager')).get(read)).body).toContain('Sample complaint');
    expect((await (await as('lead')).get(read)).statusCode).toBe(404);
    expect((await open('complaints', 'lead')).body).toContain('There is none that you may see.');
    expect((await open('history', 'lead')).body).not.toContain('omplaint');
    const manager = await as('manager');
    const step = `${read}/acknowledge`;
    expect((await manager.post(step, { revision: '1' }, { on: step })).statusCode).toBe(303);
  });
});
