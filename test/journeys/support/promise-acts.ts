import type { Visitor } from './visitor';

/** What a figure says of one limb in one month. */
export interface MonthFigure {
  readonly met: number;
  readonly missed: number;
}

/** Walks an officer from the first step to the receipt; answers what the receipt says and its reference. */
export async function refer({ page }: Visitor): Promise<{ reference: string; receipt: string }> {
  const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name to ask for').fill('Sample Person Quill');
  await page.getByLabel('Age or date of birth').fill('31');
  await page.getByLabel('District the person lives in').selectOption({ index: 1 });
  await goOn();
  await page.getByLabel('Number that is safe to call').fill('07700 900123');
  await goOn();
  await goOn();
  await page.getByLabel('Yes, they agreed').check();
  await goOn();
  await page.getByRole('button', { name: 'Send the referral' }).click();
  const receipt = await page.locator('main').innerText();
  const reference = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? 'no reference';
  return { reference, receipt };
}

/** The newest referral may stand on a later page of the board. */
export async function openFromBoard({ page }: Visitor, reference: string): Promise<string> {
  const link = page.getByRole('link', { name: reference });
  while ((await link.count()) === 0) await page.getByRole('link', { name: /^Next/ }).click();
  await link.click();
  return new URL(page.url()).pathname;
}

export async function recordAttempt(visitor: Visitor, casePath: string, outcome: string): Promise<void> {
  const { page } = visitor;
  await visitor.goTo(`${casePath}/attempts/new`);
  await page.getByLabel(outcome, { exact: true }).check();
  await page.locator('input[name="route"]').first().check();
  await page.getByRole('button', { name: 'Save the attempt' }).click();
}

/** They said the code word and were given all that the first call promises. `look` sees the page in between. */
export async function recordConversation(
  visitor: Visitor,
  casePath: string,
  look: (visitor: Visitor) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { page } = visitor;
  await recordAttempt(visitor, casePath, 'Spoke with them');
  await look(visitor);
  await page.getByLabel('They said the code word').check();
  for (const given of await page.getByLabel('Given', { exact: true }).all()) await given.check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

export async function figureOf(visitor: Visitor, month: string): Promise<MonthFigure> {
  await visitor.goTo(`/promise?month=${month}`);
  const count = async (name: string) => {
    const row = visitor.page.getByRole('row', { name: new RegExp(`^${name}`) }).first();
    return Number(await row.getByRole('cell').first().innerText());
  };
  return { met: await count('In time'), missed: await count('Not in time') };
}
