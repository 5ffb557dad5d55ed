import type { WebBrowser } from './web-browser';
import type { FormFields } from './web-forms';

/** Searches for somebody nobody knows and says that they are new: answers the address at which the door opens then. */
export async function doorAfterSearch(browser: WebBrowser, door: string): Promise<string> {
  const on = `/people/search?door=${door}`;
  const begun = await browser.post('/people/search', { name: 'Nobody Yetmet', age: '', number: '' }, { on });
  const results = String(begun.headers.location);
  const answered = await browser.post(results, { answer: 'new' });
  return String(answered.headers.location);
}

/** A responder's way through a door: search, somebody new, the form. */
export async function throughDoor(browser: WebBrowser, door: string, fields: FormFields = {}) {
  const on = await doorAfterSearch(browser, door);
  return browser.post(`/referrals/doors/${door}`, fields, { on });
}
