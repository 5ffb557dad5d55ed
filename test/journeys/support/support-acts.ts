import type { LocalInstance } from './local-instance';
import type { Visitor } from './visitor';

/** Says what is wanted and keeps the answer; what the page then says of who can give it. */
export async function route(visitor: Visitor, casePath: string, kind: string): Promise<string> {
  await visitor.goTo(`${casePath}/routing`);
  await visitor.fill({ 'wanted[]': kind });
  await pressIn(visitor, 'wanted[]');
  expect(new URL(visitor.page.url()).pathname).toBe(`${casePath}/routing`);
  return visitor.words;
}

/** What the person agrees that an agency may know. */
export async function agree(visitor: Visitor, casePath: string, agencyId: string): Promise<void> {
  const recipient = encodeURIComponent(`agency:${agencyId}`);
  await visitor.goTo(`${casePath}/consent/new?purpose=support&recipient=${recipient}`);
  for (const dataClass of ['identity', 'safe-contact', 'needs'])
    await visitor.fill({ 'dataClasses[]': dataClass });
  await visitor.fill({ decision: 'given', giver: 'person', how: 'by-phone' });
  await pressIn(visitor, 'decision');
}

/** Puts a service on the list of a case and sends it the request; the request's id, and its page as the desk reads it. */
export async function ask(
  visitor: Visitor,
  casePath: string,
  { kind, serviceId }: { readonly kind: string; readonly serviceId: string },
): Promise<{ readonly id: string; readonly words: string }> {
  const { page } = visitor;
  await visitor.goTo(`${casePath}/requests/new?kind=${kind}`);
  await visitor.fill({ serviceId, band: 'soon' });
  const reasons = page.locator('main [name="reason"][value="persons-choice"]');
  if ((await reasons.count()) > 0) await reasons.check();
  await pressIn(visitor, 'serviceId');
  const path = new URL(page.url()).pathname;
  await pressTo(visitor, 'send');
  return { id: path.split('/').at(-1) ?? '', words: await visitor.words };
}

/** The request as the service reads it before it has answered. */
export async function received(visitor: Visitor, id: string): Promise<string> {
  await visitor.goTo('/provider/inbox');
  await visitor.page.locator(`main a[href*="/provider/requests/${id}"]`).first().click();
  return visitor.words;
}

/** Says yes, and opens what the person agreed that the service may know. */
export async function accept(visitor: Visitor, id: string): Promise<string> {
  await visitor.goTo(`/provider/requests/${id}`);
  await pressTo(visitor, 'accept');
  await visitor.goTo(`/provider/requests/${id}`);
  await visitor.follow('Open what was shared with you');
  return visitor.words;
}

export async function allocate(visitor: Visitor, id: string, userId: string): Promise<void> {
  await visitor.goTo(`/provider/requests/${id}/allocate`);
  await visitor.fill({ choice: userId });
  await pressIn(visitor, 'choice');
}

/** What an adviser finds among what is theirs. */
export async function caseload(visitor: Visitor): Promise<string> {
  await visitor.goTo('/provider/caseload?view=my');
  return visitor.words;
}

export async function stateOf(
  instance: LocalInstance,
  id: string,
): Promise<{ readonly state: string; readonly allocatedTo: string | null } | undefined> {
  const [row] = await instance.query<{ state: string; allocatedTo: string | null }>(
    'select state, allocated_to as "allocatedTo" from app.service_request where request_id = $1',
    [id],
  );
  return row;
}

/** Presses the button of the form that holds this field. */
async function pressIn({ page }: Visitor, field: string): Promise<void> {
  const form = page.locator('main form').filter({ has: page.locator(`[name="${field}"]`) });
  await form.getByRole('button').first().click();
}

/** Presses the button of the form that goes to this act. */
async function pressTo({ page }: Visitor, act: string): Promise<void> {
  await page.locator(`main form[action$="/${act}"]`).getByRole('button').first().click();
}
