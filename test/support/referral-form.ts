import type { Response } from 'light-my-request';
import type { WebBrowser } from './web-browser';
import type { FormFields } from './web-forms';

/** What an officer types into the steps of a referral for an invented person; each test states only what matters. */
export function typedReferral(change: FormFields = {}): FormFields {
  return {
    nameToAskFor: 'Sample Person Quill',
    age: '31',
    district: 'E07000066',
    number: '07700 900123',
    sayIfOtherAnswers: 'It is about the library survey',
    codeWord: 'lantern',
    agreement: 'agreed',
    offenceGroup: 'rape',
    whenBand: 'within-21-days',
    relationship: 'acquaintance',
    crimeReference: 'ZZ/000000/26',
    ...change,
  };
}

/** Which step asks for which field; a list is sent as `name[]`. */
const STEPS: Readonly<Record<string, RegExp>> = {
  person: /^(nameToAskFor|age|district|languageNeed|worksFor|fullName)$/,
  contact: /^(number|also\[\]|safeTimes\[\]|sayIfOtherAnswers|codeWord|whose|alternative|email|askAgain\w+)$/,
  report:
    /^(reported\w+|lateReason|offenceGroup|whenBand|relationship|crimeReference|suspectAccess\[\]|dangers\[\])$/,
  agreement: /^(agreement|sendAnyway|sendAnywayWhy)$/,
};

export function fieldsOfStep(step: string, fields: FormFields): FormFields {
  const asked = STEPS[step];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => asked?.test(name)));
}

/**
 * Walks an officer through the steps and sends the referral, as far as the pages let them: answers the receipt's
 * redirect, or the first page that asks something again.
 */
export async function sendReferral(officer: WebBrowser, change: FormFields = {}): Promise<Response> {
  const fields = typedReferral(change);
  const checked = await fillDraft(officer, fields);
  if (!/\/check$/.test(pathOf(checked))) return checked;
  const check = pathOf(checked);
  const sent = await officer.post(check, {});
  const late = pathOf(sent);
  return late.endsWith('/late') ? officer.post(check, {}, { on: late }) : sent;
}

/** The steps alone: answers the redirect to the check page, or the first page that asks something again. */
export async function fillDraft(officer: WebBrowser, fields: FormFields): Promise<Response> {
  let answer = await officer.post('/referrals/new', fieldsOfStep('person', fields));
  for (const step of ['contact', 'report', 'agreement']) {
    const next = pathOf(answer);
    if (!next.endsWith(`/${step}`)) return answer;
    answer = await officer.post(next, fieldsOfStep(step, fields));
  }
  return answer;
}

export function pathOf({ headers }: Response): string {
  return String(headers.location ?? '');
}

/** A local date and time as the form's fields. */
export function typedMoment(prefix: string, local: string, which = ''): FormFields {
  const [, year = '', month = '', day = '', time = ''] = /^(\d+)-(\d+)-(\d+) (.*)$/.exec(local) ?? [];
  return {
    [`${prefix}Day`]: day,
    [`${prefix}Month`]: month,
    [`${prefix}Year`]: year,
    [`${prefix}Time`]: time,
    [`${prefix}Which`]: which,
  };
}
