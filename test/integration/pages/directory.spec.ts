import { plain } from '../../support/desk';
import { useWeb } from '../../support/web';

const web = useWeb();
const BASE = '/directory/services';
const SOSRC_ISVA = `${BASE}/00000000-0000-7000-8000-000000000305`;
const WILLOW_ADULTS = `${BASE}/00000000-0000-7000-8000-000000000309`;
const CARA_ISVA = `${BASE}/00000000-0000-7000-8000-000000000301`;
const ROCHFORD = 'E07000075';

beforeAll(() => web().instance.setNow('2026-11-23T10:00:00Z'));

it('lists services for every role, by what they offer and where', async () => {
  for (const persona of ['responder', 'lead', 'officer', 'commissioner', 'coordinator']) {
    const page = await (await web().signedIn(persona)).get('/directory');
    expect(page.statusCode).toBe(200);
    expect(plain(page.body)).toContain('Southend-on-Sea Rape Crisis: counselling');
  }
  const lead = await web().signedIn('lead');
  const narrowed = plain((await lead.get(`/directory?kind=counselling&district=${ROCHFORD}`)).body);
  expect(narrowed).toContain('1 service');
  expect(narrowed).toContain('Closed since 5 October 2026');
  expect(narrowed).not.toContain('CARA: counselling');
});

it('shows a service whole, with the evidence for each district in words, and no way to change it for others', async () => {
  const lead = await web().signedIn('lead');
  const page = await lead.get(SOSRC_ISVA);
  const words = plain(page.body);
  expect(words).toContain('General knowledge without a source: somebody must confirm it');
  expect(words).toContain('2 districts are not confirmed');
  expect(words).toContain('These figures are invented.');
  expect(words).toContain('No line holds today: ask who pays now.');
  expect(words).toContain('The area pack');
  expect(page.body).not.toContain(`${SOSRC_ISVA}/edit/`);
  expect((await lead.get(`${SOSRC_ISVA}/edit/basics`)).statusCode).toBe(404);
  expect((await lead.get(`${BASE}/new`)).statusCode).toBe(404);
});

it('is confirmed by a duty lead, district by district, and says so to everybody', async () => {
  const lead = await web().signedIn('lead');
  const matrix = await lead.get('/directory/coverage');
  expect(matrix.body).toContain(`${SOSRC_ISVA}/confirm/${ROCHFORD}`);
  const form = `${SOSRC_ISVA}/confirm/${ROCHFORD}`;
  const missing = await lead.post(form, {});
  expect(missing.statusCode).toBe(400);
  expect(missing.body).toContain('href="#basis"');
  const saved = await lead.post(form, { basis: 'told-by-commissioner' });
  expect(saved.statusCode).toBe(303);
  expect(plain((await lead.get('/directory/coverage')).body)).toContain('The district is confirmed');
  expect((await lead.get(form)).statusCode).toBe(404);
  const responder = await web().signedIn('responder');
  expect(plain((await responder.get(SOSRC_ISVA)).body)).toContain('The commissioner says so');
  expect((await responder.get(`${SOSRC_ISVA}/confirm/E07000069`)).statusCode).toBe(404);
});

it('is changed part by part by an administrator, with a reason, and keeps what it said before', async () => {
  const administrator = await web().signedIn('administrator');
  const hours = `${CARA_ISVA}/edit/opening`;
  const wrong = await administrator.post(hours, { hoursMon: 'now and then', reason: 'put-right' });
  expect(wrong.statusCode).toBe(400);
  expect(plain(wrong.body)).toContain('Enter the hours of Monday as 9am to 5pm, or leave it empty');
  expect(wrong.body).toContain('value="now and then"');
  const never = await administrator.post(hours, {
    ...Object.fromEntries(
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => [`hours${day}`, '']),
    ),
    reason: 'put-right',
  });
  expect(plain(never.body)).toContain('a service that never opens could never answer');
  const silent = await administrator.post(hours, { hoursMon: '9am to 8pm' });
  expect(plain(silent.body)).toContain('Select why it is changed');
  const kept = await administrator.post(hours, { hoursMon: '9am to 8pm', reason: 'told-by-service' });
  expect(kept.statusCode).toBe(303);
  const page = plain((await administrator.get(CARA_ISVA)).body);
  expect(page).toContain('Monday: 9am to 8pm');
  expect(page).toContain('The service told us');
  expect(page).toContain('Opening hours');
});

it('adds, changes and takes out a line of a list, and refuses one that overlaps', async () => {
  const administrator = await web().signedIn('administrator');
  const line = { toDay: '', toMonth: '', toYear: '', evidence: 'confirmed', basis: 'Their pages' };
  const from = { fromDay: '1', fromMonth: '4', fromYear: '2026' };
  const add = `${CARA_ISVA}/edit/coverage/new`;
  const twice = await administrator.post(add, {
    ...line,
    ...from,
    district: 'E07000071',
    reason: 'read-on-their-pages',
  });
  expect(twice.statusCode).toBe(400);
  expect(plain(twice.body)).toContain('Another line of this district holds on some of these days');
  const added = await administrator.post(add, {
    ...line,
    ...from,
    district: ROCHFORD,
    reason: 'read-on-their-pages',
  });
  expect(added.statusCode).toBe(303);
  expect(plain((await administrator.get(CARA_ISVA)).body)).toContain('From 1 April 2026');
  const last = `${CARA_ISVA}/edit/coverage/6`;
  const removed = await administrator.post(last, { reason: 'put-right', step: 'remove' });
  expect(removed.statusCode).toBe(303);
  expect((await administrator.get(last)).statusCode).toBe(404);
});

it('answers an old form with what changed meanwhile, and saves nothing', async () => {
  const [one, two] = [await web().signedIn('administrator'), await web().signedIn('administrator-two')];
  const part = `${WILLOW_ADULTS}/edit/who`;
  const old = (await one.get(part)).body;
  const token = /name="_csrf" value="([^"]+)"/.exec(old)?.[1] ?? '';
  const revision = /name="revision" value="(\d+)"/.exec(old)?.[1] ?? '';
  expect((await two.post(part, { ageFrom: '18', reason: 'put-right' })).statusCode).toBe(303);
  const stale = await one.send(part, {
    _csrf: token,
    idempotencyKey: '11111111-1111-4111-8111-111111111111',
    revision,
    reason: 'put-right',
  });
  expect(stale.statusCode).toBe(409);
  expect(plain(stale.body)).toContain(
    'Somebody changed this service after you opened the page: Who it is for',
  );
});

it('takes a new service with everything somebody must know before a person is sent there', async () => {
  const administrator = await web().signedIn('administrator');
  const empty = await administrator.post(`${BASE}/new`);
  expect(empty.statusCode).toBe(400);
  for (const field of [
    'agency',
    'name',
    'kind',
    'reachedBy',
    'stage',
    'source',
    'genders',
    'district',
    'hoursMon',
  ])
    expect(empty.body).toContain(`href="#${field}"`);
  const added = await administrator.post(`${BASE}/new`, {
    agency: '00000000-0000-7000-8000-000000000006',
    name: 'Lapwing Counselling (sample)',
    kind: 'counselling',
    reachedBy: 'handed-over',
    stage: 'recovery',
    source: 'Invented for a test',
    sample: 'yes',
    ageFrom: '16',
    'genders[]': ['women'],
    district: ROCHFORD,
    fromDay: '1',
    fromMonth: '4',
    fromYear: '2026',
    evidence: 'confirmed',
    basis: 'Invented for a test',
    hoursMon: '9am to 5pm',
  });
  expect(added.statusCode).toBe(303);
  const page = plain((await administrator.get(String(added.headers.location))).body);
  expect(page).toContain('The service is in the directory');
  expect(page).toContain('Monday: 9am to 5pm');
});

it('lets a coordinator state the room of the own services, and of no other', async () => {
  const coordinator = await web().signedIn('coordinator');
  expect(plain((await coordinator.get('/directory/capacity')).body)).not.toContain('CARA');
  const form = `${WILLOW_ADULTS}/capacity`;
  const future = await coordinator.post(form, { sinceDay: '24', sinceMonth: '11', sinceYear: '2026' });
  expect(future.statusCode).toBe(400);
  expect(plain(future.body)).toContain('Enter a day that has come already');
  const stated = await coordinator.post(form, {
    posts: '4.5',
    list: 'closed',
    sinceDay: '20',
    sinceMonth: '11',
  });
  expect(stated.statusCode).toBe(303);
  expect(plain((await coordinator.get(WILLOW_ADULTS)).body)).toContain('Closed since 20 November 2026');
  expect((await coordinator.get(`${CARA_ISVA}/capacity`)).statusCode).toBe(404);
  expect((await (await web().signedIn('lead')).get(form)).statusCode).toBe(404);
});

it('goes out as a file and comes in again, tried before anything is changed', async () => {
  const administrator = await web().signedIn('administrator');
  const file = await administrator.get('/directory/exchange/services.json');
  expect(file.headers['content-disposition']).toContain('services.json');
  const { contents } = file.json<{ contents: readonly { readonly name: string }[] }>();
  const text = JSON.stringify([{ ...contents[0], name: 'Renamed (sample)' }, { name: 'Not a service' }]);
  const tried = await administrator.post('/directory/exchange', { whose: 'many', file: text, step: 'check' });
  expect(tried.statusCode).toBe(200);
  expect(plain(tried.body)).toContain('Nothing has been changed yet.');
  expect(plain(tried.body)).toContain('Changed: Basics');
  expect(plain(tried.body)).toContain("It does not keep to the format: must have required property 'id'");
  expect(plain((await administrator.get('/directory')).body)).not.toContain('Renamed (sample)');
  const taken = await administrator.post('/directory/exchange', {
    whose: 'many',
    file: text,
    step: 'import',
  });
  expect(plain(taken.body)).toContain('What was imported');
  expect(plain((await administrator.get('/directory')).body)).toContain('Renamed (sample)');
  const nobodys = await administrator.post('/directory/exchange', { whose: '', file: text, step: 'import' });
  expect(nobodys.statusCode).toBe(400);
  expect(plain(nobodys.body)).toContain('Choose whose file it is');
  const broken = await administrator.post('/directory/exchange', { whose: 'many', file: '{' });
  expect(broken.statusCode).toBe(400);
  expect(plain(broken.body)).toContain('This is not JSON.');
  expect((await (await web().signedIn('lead')).get('/directory/exchange/services.json')).statusCode).toBe(
    404,
  );
});
