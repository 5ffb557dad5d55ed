import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(web());
});

const BOOKED_BY_THEN = 'An interpreter was booked for then or earlier';

const book = (path: string, change: FormFields) =>
  desk.responder.post(`${path}/interpreter`, { language: 'pl', gender: 'any', ...change });

const wait = (path: string) =>
  desk.responder.post(`${path}/exceptions/new`, {
    reason: 'no-interpreter',
    ...typedMoment('to', '2026-3-2 16:00'),
  });

describe('a wait for want of an interpreter', () => {
  it('cannot be put down to one who was booked by then, until none was to be had', async () => {
    const path = await desk.aCase({ languageNeed: 'interpreter' });
    const booked = await book(path, { outcome: 'booked', ...typedMoment('for', '2026-3-2 10:00') });
    expect(booked.statusCode).toBe(303);
    const refused = await wait(path);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('<a href="#reason">');
    expect(plain(refused.body)).toContain(BOOKED_BY_THEN);
    expect((await book(path, { outcome: 'none-available' })).statusCode).toBe(303);
    expect((await wait(path)).statusCode).toBe(303);
  });

  it('may be put down to one who comes only later', async () => {
    const path = await desk.aCase({ languageNeed: 'interpreter' });
    await book(path, { outcome: 'booked', ...typedMoment('for', '2026-3-2 16:00') });
    expect((await wait(path)).statusCode).toBe(303);
  });
});
