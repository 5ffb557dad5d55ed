import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

const DAY = { askAgainDay: '20', askAgainMonth: 'April', askAgainYear: '2026' };

describe('counting an offer that was not taken up', () => {
  it('is counted, listed for the own team by day and district, and leaves when asked again', async () => {
    const sent = await desk.officer.post('/declined-offers/new', {
      answer: 'not-now',
      district: 'E07000066',
      ...DAY,
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/declined-offers']);
    const list = await desk.officer.get('/declined-offers');
    const words = plain(list.body);
    expect(words).toContain('It is counted');
    expect(words).toContain('20 April 2026');
    const south = await web().signedIn('officer-south');
    expect(plain((await south.get('/declined-offers')).body)).toContain('Nobody on your team');
    const action = /action="(\/declined-offers\/[^"]+\/asked-again)"/.exec(list.body)?.[1] ?? '';
    const hidden = await south.get('/declined-offers/new');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(hidden.body)?.[1] ?? '';
    const stolen = await south.send(action, {
      _csrf: csrf,
      idempotencyKey: '00000000-0000-4000-8000-00000000d002',
    });
    expect(stolen.statusCode).toBe(404);
    const noted = await desk.officer.post(action, {}, { on: '/declined-offers' });
    expect(noted.statusCode).toBe(303);
    expect(plain((await desk.officer.get('/declined-offers')).body)).not.toContain('20 April 2026');
  });

  it('asks for no name and has no field for one', async () => {
    const { body } = await desk.officer.get('/declined-offers/new');
    const form = body.slice(body.indexOf('<main'));
    const fields = [...form.matchAll(/<(?:input|select|textarea)[^>]*\sname="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(fields)).toEqual(
      new Set([
        '_csrf',
        'idempotencyKey',
        'answer',
        'district',
        'askAgainDay',
        'askAgainMonth',
        'askAgainYear',
      ]),
    );
    const named = await desk.officer.post('/declined-offers/new', {
      answer: 'no',
      name: 'Sample Person Quill',
    });
    expect(named.statusCode).toBe(400);
  });

  it.each<{ fields: FormFields; field: string }>([
    { fields: {}, field: 'answer' },
    {
      fields: { answer: 'no', askAgainDay: '31', askAgainMonth: '2', askAgainYear: '2027' },
      field: 'askAgainDay',
    },
    { fields: { answer: 'no', ...DAY, askAgainYear: '2025' }, field: 'askAgainDay' },
    { fields: { answer: 'no', ...DAY, askAgainYear: '2036' }, field: 'askAgainYear' },
    { fields: { answer: 'no', district: 'E00000000' }, field: 'district' },
  ])('echoes $fields with 400 and links to $field', async ({ fields, field }) => {
    const { body, statusCode } = await desk.officer.post('/declined-offers/new', fields);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toContain(`id="${field}"`);
  });

  it('is not there for those who offer no calls', async () => {
    for (const persona of ['sarc', 'commissioner', 'auditor', 'administrator', 'manager']) {
      const browser = await web().signedIn(persona);
      expect((await browser.get('/declined-offers')).statusCode).toBe(404);
      expect((await browser.get('/declined-offers/new')).statusCode).toBe(404);
    }
  });
});
