import { areaPackNames, loadAreaPack } from '#libs/config';
import { TrialBrowser } from '../trial/browser';
import { startTrial, TRIAL_SETTINGS, type Trial } from '../trial/trial-app';
import { findSupportPage } from './find-support.page';

describe('the public page that says where support is', () => {
  let trial: Trial;
  let browser: TrialBrowser;

  beforeAll(async () => {
    trial = await startTrial();
    browser = new TrialBrowser(trial.app);
  });
  afterAll(() => trial.app.close());

  it.each(['/find-support', '/find-support/leaving', '/find-support/leave'])(
    'P12 %s sets no cookie and is kept by no browser',
    async (path) => {
      const { headers } = await browser.get(path);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );

  it('has no form, runs none of our script and loads nothing from elsewhere', async () => {
    const { body } = await browser.get('/find-support');
    expect(body).not.toMatch(/<form|<script[^>]*\ssrc=|<img|<iframe/);
    const loaded = [...body.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, href]) => href);
    expect(loaded.every((href) => href?.startsWith('/assets/'))).toBe(true);
  });

  it('says whom to call in an emergency before anything else', async () => {
    const { body } = await browser.get('/find-support');
    const [emergency, sarc, line] = ['tel:999', 'tel:01632960111', 'tel:01632960222'].map((href) =>
      body.indexOf(href),
    );
    expect(emergency).toBeGreaterThan(0);
    expect(sarc).toBeGreaterThan(emergency!);
    expect(line).toBeGreaterThan(sarc!);
  });

  it('leaves to an ordinary page of somebody else without a script', async () => {
    const { body } = await browser.get('/find-support');
    expect(body.match(/href="\/find-support\/leave"/g)).toHaveLength(2);
    const left = await browser.get('/find-support/leave');
    expect(left.statusCode).toBe(303);
    expect(left.headers.location).toBe('https://weather.example/');
    expect(left.headers['clear-site-data']).toBe('"cache"');
  });

  it.each(areaPackNames())('names no service of %s without saying where the number was read', (area) => {
    const { support, sarcLine } = loadAreaPack(area);
    for (const { phone, source } of support.lines) {
      expect(phone).toMatch(/^[\d ]{5,}$/);
      expect(source).toMatch(/\w\.\w/);
    }
    expect(sarcLine.phone ?? sarcLine.findAt).toMatch(/^[\d ]{5,}$|^https:/);
  });

  it('says where a number is found that nobody has read at its source, and invents none', () => {
    const { area } = TRIAL_SETTINGS;
    const sarcLine = { ...area.sarcLine, phone: null, findAt: 'https://centres.example/all' };
    expect(findSupportPage({ ...area, sarcLine }).sarc).toEqual({
      name: 'Sample Place',
      before: 'the number is on ',
      text: 'centres.example/all',
      href: 'https://centres.example/all',
    });
  });
});
