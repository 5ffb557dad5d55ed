import type { Browser } from 'playwright-core';
import { launchChromium, withChromium } from '../support/chromium';
import { startLocalInstance, type LocalInstance } from './support/local-instance';
import { Visitor } from './support/visitor';
import { Typist } from './support/typist';

jest.setTimeout(420_000);

const MOST_SECONDS = 120;
const MOST_INPUTS = 14;

withChromium('an officer with a keyboard and no JavaScript (skipped where Chromium is not installed)', () => {
  let browser: Browser;
  let instance: LocalInstance;

  beforeAll(async () => {
    browser = await launchChromium();
    instance = await startLocalInstance({});
  });
  afterAll(async () => {
    await browser.close();
    await instance.stop();
  });

  it(`refers with the keyboard alone, in ${MOST_INPUTS} inputs and ${MOST_SECONDS} seconds at 40 words a minute`, async () => {
    const { page } = await Visitor.signedIn(browser, instance.base, 'officer');
    const typist = new Typist(page);
    await page.goto(`${instance.base}/referrals/new`);
    await person(typist);
    await contact(typist);
    await report(typist);
    await agreement(typist);
    await typist.step('Send the referral');
    await typist.tabTo('button', 'Send the referral');
    await typist.press('Enter');
    await page.waitForURL(/\/receipt$/);
    expect(await page.locator('main').innerText()).toMatch(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    console.log(typist.account());
    expect(typist.met).toBe(typist.inputs);
    expect(typist.inputs).toBeLessThanOrEqual(MOST_INPUTS);
    expect(typist.seconds).toBeLessThanOrEqual(MOST_SECONDS);
  });
});

async function person(typist: Typist): Promise<void> {
  await typist.step('The person');
  await typist.fill('Name to ask for', 'Wren Sample');
  await typist.fill('Age or date of birth', '27 3 1998');
  await typist.choose('District the person lives in', 'Chelm');
  await typist.accept('Help needed to talk');
  await typist.goOn();
}

async function contact(typist: Typist): Promise<void> {
  await typist.step('Safe contact');
  await typist.fill('Number that is safe to call', '07700900123');
  await typist.tick('Also safe on this number', ['A voicemail']);
  await typist.tick('Times that are safe', ['Weekday mornings, 9am to midday', 'Weekends, 9am to 8pm']);
  await typist.goOn();
}

async function report(typist: Typist): Promise<void> {
  await typist.step('The report');
  await typist.accept('When was it reported to police?');
  await typist.choose('Kind of offence', 'Rape');
  await typist.goDown('Roughly when', 3, 'In the last 3 weeks');
  await typist.choose('Relationship to the suspect', 'Acq');
  await typist.tick('The suspect…', ['Knows where the person lives']);
  await typist.tick('Is any of this so?', ['Risk of suicide or self-harm']);
  await typist.goOn();
}

async function agreement(typist: Typist): Promise<void> {
  await typist.step('Agreement');
  await typist.select('Has the person agreed to be called?', 'Yes, they agreed');
  await typist.goOn();
}
