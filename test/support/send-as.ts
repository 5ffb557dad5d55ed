import { randomUUID } from 'node:crypto';
import { tokensOf } from './desk';
import type { WebBrowser } from './web-browser';
import type { FormFields } from './web-forms';

/** Sends a form as somebody may who is signed in, whether or not a page of theirs offers it. */
export async function sendAs(browser: WebBrowser, path: string, fields: FormFields = {}) {
  const { _csrf = '' } = tokensOf((await browser.get('/find-support')).body);
  return browser.send(path, { _csrf, idempotencyKey: randomUUID(), ...fields });
}
