import { FireDeadlines } from '#libs/casework';
import { sendReferral, typedMoment } from './referral-form';
import type { TestWeb } from './web';
import type { WebBrowser } from './web-browser';
import type { FormFields } from './web-forms';

/** A morning at the desk: an officer and a responder signed in, and what they do again and again. */
export interface Desk {
  readonly officer: WebBrowser;
  readonly responder: WebBrowser;
  /** A referral made through the officer's pages; answers the path of its case. `call` is whether calling is safe. */
  aCase(change?: FormFields): Promise<string>;
  attempt(path: string, change?: FormFields): ReturnType<WebBrowser['post']>;
  /** Lets every timer that is due by the service's clock fire. */
  fire(): Promise<void>;
}

/** Monday 2 March 2026, half a minute past 10:05 in London: the half keeps typed minutes out of the future. */
export async function openDesk(web: TestWeb): Promise<Desk> {
  const { instance } = web;
  await instance.setNow('2026-03-02T10:05:30Z');
  const officer = await web.signedIn('officer');
  const responder = await web.signedIn('responder');
  return {
    officer,
    responder,
    aCase: async ({ call = 'yes', ...change } = {}) => {
      const sent = await sendReferral(officer, { ...typedMoment('reported', '2026-3-2 10:00'), ...change });
      if (sent.statusCode !== 303) throw new Error(`not sent: ${sent.statusCode} ${plain(sent.body)}`);
      const path = await casePathOf(web, String(sent.headers.location));
      // An officer's number is one that is safe to call; other doors bring others, and so does time.
      if (call !== 'yes') await permitCalls(web, path, String(call));
      return path;
    },
    attempt: (path, change = {}) =>
      responder.post(`${path}/attempts/new`, { outcome: 'no-answer', ...change }),
    fire: async () => {
      const timers = new FireDeadlines(instance.workerWork, instance.ids);
      const due = { wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 } as const;
      while ((await timers.execute(due)) > 0);
    },
  };
}

async function permitCalls({ instance }: TestWeb, casePath: string, call: string): Promise<void> {
  const [, , caseId] = casePath.split('/');
  await instance.admin(
    `update app.contact_route set permissions = permissions || jsonb_build_object('call', $2::text)
     where person_id = (select person_id from app.case_file where case_id = $1)`,
    [caseId, call],
  );
  await instance.admin(`update app.case_file set contact_state = 'no-safe-route' where case_id = $1`, [
    caseId,
  ]);
}

/** The case behind an address of the referral's own pages. */
export async function casePathOf({ instance }: TestWeb, referralPath: string): Promise<string> {
  const [row] = await instance.admin<{ case_id: string }>(
    'select case_id from app.case_file where referral_id = $1',
    [referralPath.split('/')[2]],
  );
  return `/cases/${row?.case_id}`;
}

/** What a page says, without its frame and markup. */
export function plain(html: string): string {
  return html
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\n\r\t ]+/g, ' ');
}

/** What a page's forms carry unseen. */
export function tokensOf(html: string): FormFields {
  const found = [...html.matchAll(/name="(_csrf|idempotencyKey)" value="([^"]+)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}
