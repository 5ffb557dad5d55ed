import { withChromium } from '../support/chromium';
import { TEXT_TOKEN, useWholeProduct } from './support/whole-product';
import type { Visitor } from './support/visitor';

jest.setTimeout(180_000);

withChromium('a person and those who reach them, in Chromium without JavaScript', () => {
  const product = useWholeProduct();

  afterAll(() => expect(product().troubles()).toEqual([]));

  const admin = <Row>(sql: string, values: unknown[] = []) => product().web.instance.admin<Row>(sql, values);
  const newestCase = async () => {
    const [row] = await admin<{ case_id: string }>(
      'select case_id from app.case_file order by opened_at desc, case_id desc limit 1',
    );
    return `/cases/${row?.case_id}`;
  };

  /** Searched for and found new, then taken in at the person's own door, with these ways to reach them. */
  async function takenIn(responder: Visitor, ways: Readonly<Record<string, string>>): Promise<string> {
    await responder.lookAt('/people/search?door=self');
    await responder.fill({ name: 'Quillon Nobodyyet' });
    await responder.press('Search');
    expect(await responder.words).toContain('Nobody we may show you matches.');
    await responder.look();
    await responder.fill({ answer: 'new' });
    await responder.press('Go on');
    await responder.look();
    for (const more of await responder.page.locator('details summary').all()) await more.click();
    await responder.fill({ nameToAskFor: 'Quillon', age: '31', ...ways });
    await responder.page.locator('main form button[type="submit"]').last().click();
    expect(await responder.words).toMatch(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    await responder.look();
    return newestCase();
  }

  async function messageAbout(responder: Visitor, casePath: string): Promise<void> {
    await responder.lookAt(`${casePath}/safe-contact/wording`);
    await responder.fill({ wording: 'we-will-ring' });
    await responder.page.locator('main form button[type="submit"]').last().click();
    await responder.look();
    await responder.lookAt(`${casePath}/messages`);
    await responder.page.locator('main [name="route"]').first().check();
    await responder.fill({ aboutDay: '23', aboutMonth: '11', aboutYear: '2026', aboutTime: '4pm' });
    await responder.press('Send this message');
    expect(await responder.words).toContain('The message is on its way.');
  }

  it('P5 a responder searches, takes a person in, and a mail goes out; the stop word stops everything', async () => {
    const { mailbox } = product();
    const responder = await product().as('responder');
    const casePath = await takenIn(responder, { email: 'quillon@people.example', alternative: 'safe-place' });
    await messageAbout(responder, casePath);
    await responder.until(`${casePath}/messages`, 'Left');
    await responder.look();
    const sent = mailbox.received.filter(({ to }) => to.includes('quillon@people.example'));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain('Monday 23 November at 4pm');
    expect(JSON.stringify(sent)).not.toMatch(/waymark|synergy|WM-|Quillon N|police/i);

    await responder.lookAt(`${casePath}/stop-contact`);
    await responder.fill({ cause: 'stop-word' });
    await responder.press('Stop all contact now');
    expect(await responder.words).toContain('All contact is stopped.');
    await responder.look();
    await responder.goTo(`${casePath}/messages`);
    expect(await responder.page.getByRole('button', { name: 'Send this message' }).count()).toBe(0);
    const lead = await product().as('lead');
    await lead.goTo(casePath);
    expect(await lead.words).toContain('Do not make contact');
  });

  it('P5 a text goes from the button through Notify to "arrived", and says a day and a time', async () => {
    const { texts, web } = product();
    const responder = await product().as('responder');
    const casePath = await takenIn(responder, { number: '07700 900456', 'also[]': 'text' });
    await messageAbout(responder, casePath);
    await responder.until(`${casePath}/messages`, 'Left');
    const sent = texts.taken.filter(({ phone_number: to }) => to === '+447700900456');
    expect(sent).toHaveLength(1);
    const [text] = sent;
    expect(text?.personalisation.message).toContain('Monday 23 November at 4pm');
    expect(text?.personalisation.message).not.toMatch(/waymark|synergy|WM-|Quillon/i);

    const said = await fetch(`${web.publicUrl}/api/text-status`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TEXT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reference: text?.reference, status: 'delivered', to: '+447700900456' }),
    });
    expect(said.status).toBe(204);
    await responder.until(`${casePath}/messages`, 'Arrived');
    await responder.look();
    expect(web.logs.join('\n')).not.toContain('900456');
  });

  it('P7 an officer reads the same receipt and list for somebody who is known here as for a stranger', async () => {
    const first = await product().as('officer');
    await refer(first, { name: 'Sample Quillfeather', number: '07700 900777' });
    const officer = await product().as('officer-south');
    const known = await refer(officer, { name: 'Sample Quillfeather', number: '07700 900777' });
    const stranger = await refer(officer, { name: 'Sample Yellowlegs', number: '07700 900778' });
    expect(known.receipt).toBe(stranger.receipt);
    const responder = await product().as('responder');
    await responder.until('/matches', known.reference);
    await responder.look();
    await officer.goTo('/referrals');
    const row = async (reference: string) => {
      const text = await officer.page.getByRole('row', { name: reference }).innerText();
      return alike(text);
    };
    expect(await row(known.reference)).toBe(await row(stranger.reference));
    await officer.goTo('/matches');
    expect(await officer.words).not.toContain(known.reference);
  });

  /** An officer's whole way; answers the receipt without what differs between any two referrals. */
  async function refer({ page }: Visitor, person: { name: string; number: string }) {
    const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(`${product().web.publicUrl}/referrals/new`);
    await page.getByLabel('Name to ask for').fill(person.name);
    await page.getByLabel('Age or date of birth').fill('31');
    await page.getByLabel('District the person lives in').selectOption({ index: 1 });
    await goOn();
    await page.getByLabel('Number that is safe to call').fill(person.number);
    await goOn();
    await goOn();
    await page.getByLabel('Yes, they agreed').check();
    await goOn();
    await page.getByRole('button', { name: 'Send the referral' }).click();
    const receipt = await page.locator('main').innerText();
    const reference = /WM-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? 'no reference';
    return { reference, receipt: alike(receipt) };
  }

  const alike = (text: string) =>
    text
      .replaceAll(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'WM')
      .replaceAll(/\d{1,2}(:\d\d)?(am|pm)/g, 'time')
      .replaceAll(/\d+ (h|min)\b/g, 'n $1')
      .replaceAll(/\bS\.[QY]\.|Sample (Quillfeather|Yellowlegs)/g, 'somebody');
});
