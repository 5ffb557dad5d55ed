import type { Desk } from '../../support/desk';
import type { WebBrowser } from '../../support/web-browser';
import type { FormFields } from '../../support/web-forms';

const WILLOW = 'agency%3A00000000-0000-7000-8000-000000000006';
export const WILLOW_ISVA = '00000000-0000-7000-8000-000000000309';
export const SERICC_ISVA = '00000000-0000-7000-8000-000000000303';

/** What the person agrees that Willow Advocacy may know, written down through the pages. */
export function agree(
  desk: Desk,
  path: string,
  dataClasses: readonly string[] = ['identity', 'safe-contact', 'needs'],
) {
  return desk.responder.post(
    `${path}/consent/new`,
    { decision: 'given', 'dataClasses[]': [...dataClasses], giver: 'person', how: 'by-phone' },
    { on: `${path}/consent/new?purpose=support&recipient=${WILLOW}` },
  );
}

export function takeBackConsent(desk: Desk, path: string) {
  return desk.responder.post(
    `${path}/consent/withdraw`,
    { what: 'all', giver: 'person', how: 'by-phone' },
    { on: `${path}/consent/withdraw?purpose=support&recipient=${WILLOW}` },
  );
}

/** Puts an adviser of Willow Advocacy on the list of a case; answers the page of the request. */
export async function propose(desk: Desk, path: string, change: FormFields = {}): Promise<string> {
  const form = `${path}/requests/new`;
  const sent = await desk.responder.post(
    form,
    { serviceId: WILLOW_ISVA, band: 'soon', reason: 'persons-choice', ...change },
    { on: `${form}?kind=isva` },
  );
  if (sent.statusCode !== 303) throw new Error(`not proposed: ${sent.statusCode}`);
  return String(sent.headers.location);
}

/** Asked for, agreed to and sent: the pages of the request at the desk and at the service. */
export async function sentRequest(
  desk: Desk,
  { agreed }: { readonly agreed?: readonly string[] } = {},
): Promise<{ readonly casePath: string; readonly atDesk: string; readonly atService: string }> {
  const casePath = await desk.aCase();
  await agree(desk, casePath, agreed);
  const atDesk = await propose(desk, casePath);
  const sent = await desk.responder.post(`${atDesk}/send`, {}, { on: atDesk });
  if (sent.statusCode !== 303) throw new Error(`not sent: ${sent.statusCode}`);
  return { casePath, atDesk, atService: `/provider/requests/${atDesk.split('/').at(-1)}` };
}

/** Presses one button of a request's page. */
export function press(browser: WebBrowser, page: string, slug: string, fields: FormFields = {}) {
  return browser.post(`${page}/${slug}`, fields, { on: page });
}
