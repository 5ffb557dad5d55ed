import { openDesk, plain } from '../../support/desk';
import { useWeb } from '../../support/web';

const web = useWeb();
const NEW = '/data-protection/retention/rules/new';
const OUTCOMES = ['child', 'died', 'duplicate', 'redirected', 'spoken-with', 'not-reached'];
const fieldsWith = (change: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(
    OUTCOMES.flatMap((outcome) => [
      [`years-${outcome}`, outcome === 'child' ? '75' : '5'],
      [`ground-${outcome}`, 'policy-of-the-service'],
    ]),
  ),
  reason: 'contract-changed',
  fromDay: '',
  fromMonth: '',
  fromYear: '',
  fromTime: '',
  ...change,
});

beforeAll(() => openDesk(web()));

it('is drafted by the officer, seen before it is sent, and approved by the service manager', async () => {
  const dpo = await web().signedIn('dpo');
  const wrong = await dpo.post(NEW, fieldsWith({ 'years-died': 'seven', step: 'preview' }));
  expect(wrong.statusCode).toBe(400);
  expect(plain(wrong.body)).toContain('Enter the years as a whole number from 1 to 100');
  expect(wrong.body).toContain('href="#years-died"');
  const short = await dpo.post(NEW, fieldsWith({ 'years-child': '3', step: 'preview' }));
  expect(plain(short.body)).toContain('The record of a child must be kept at least as long as any other');
  const preview = await dpo.post(NEW, fieldsWith({ step: 'preview' }));
  expect(preview.statusCode).toBe(200);
  expect(plain(preview.body)).toContain('With the new times');
  const sent = await dpo.post(NEW, fieldsWith({ step: 'send' }));
  expect(sent.statusCode).toBe(303);
  const path = String(sent.headers.location);
  const own = plain((await dpo.get(path)).body);
  expect(own).toContain('a service manager must approve it');
  const administrator = await web().signedIn('administrator');
  const seen = plain((await administrator.get(path)).body);
  expect(seen).toContain('is shown to the data-protection officer and to service managers alone');
  const manager = await web().signedIn('manager');
  expect((await manager.post(`${path}/decision`, { decision: 'approve' }, { on: path })).statusCode).toBe(
    303,
  );
  expect(plain((await dpo.get(path)).body)).toContain('Approved');
  for (const other of ['administrator', 'manager', 'lead', 'auditor']) {
    expect((await (await web().signedIn(other)).get(NEW)).statusCode).toBe(404);
  }
});
