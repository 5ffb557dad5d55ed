import { randomUUID } from 'node:crypto';
import { ATTEMPT, CORRECTION, EXCEPTION, useTarget } from './support/hostile-target';
import { BODILESS_ACTS } from './support/bodiless-acts';
import { CARE_ACTS, CARE_TEXTS } from './support/care-operations';
import { DESK_ACTS, EMPTY_LISTS, NULLABLE, TEXTS } from './support/desk-acts';
import { FIGURE_ACTS } from './support/figure-operations';
import { EMPTY_RECORDS, GUARDIAN_ACTS, GUARDIAN_TEXTS } from './support/guardian-acts';
import { NOTE_ACTS, NOTE_TEXTS } from './support/note-operations';
import { PATHWAY_ACTS, PATHWAY_TEXTS } from './support/pathway-operations';
import { DUTY_ACTS } from './support/duty-operations';
import { TRACK_ACTS } from './support/track-operations';
import { PERSON_ACTS } from './support/person-operations';
import { REQUEST_ACTS } from './support/request-operations';
import { SUPPORT_ACTS, SUPPORT_TEXTS } from './support/support-operations';
import { FULL, NOW, useApi } from './support/use-api';

const api = useApi();
const target = useTarget(api);
const addressOf = (path: string) => target().addressOf(path);
const written = () => target().written();
beforeEach(() => api().web.instance.setNow(NOW));

const JSON_TYPE = { 'content-type': 'application/json' };

/** Every POST with a body it takes. */
const ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  { path: '/api/v1/referrals', by: 'officer', good: FULL },
  { path: '/api/v1/referrals/{referral}/corrected-start', by: 'officer', good: CORRECTION },
  { path: '/api/v1/cases/{case}/attempts', by: 'responder', good: ATTEMPT },
  { path: '/api/v1/cases/{case}/exceptions', by: 'responder', good: EXCEPTION },
  { path: '/api/v1/cases/{case}/take', by: 'responder', good: {} },
  { path: '/api/v1/cases/{case}/routes/{id}/reveal', by: 'responder', good: {} },
  { path: '/api/v1/alerts/{id}/acknowledge', by: 'lead', good: {} },
  { path: '/api/v1/checks/{check}/decision', by: 'lead', good: { decision: 'confirmed' } },
  ...DESK_ACTS,
  ...PERSON_ACTS,
  ...REQUEST_ACTS,
  ...GUARDIAN_ACTS,
  ...BODILESS_ACTS,
  ...PATHWAY_ACTS,
  ...TRACK_ACTS,
  ...DUTY_ACTS,
  ...SUPPORT_ACTS,
  ...CARE_ACTS,
  ...NOTE_ACTS,
  ...FIGURE_ACTS,
];

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Whole bodies that no route takes, and the statuses that may answer them. */
const BODIES: readonly (readonly [string, string | Buffer, readonly number[]])[] = [
  ['nothing that is JSON', '{', [400]],
  ['a list', '[]', [400, 422]],
  ['a text', '"referral"', [400, 422]],
  ['a number', '7', [400, 422]],
  ['an unknown key', '{"isAdmin":true}', [422]],
  ['a key twice', '{"reason":"a","reason":"b"}', [400]],
  ['a key that reaches prototypes', '{"__proto__":{"role":"lead"}}', [400]],
  ['a constructor', '{"constructor":{"prototype":{}}}', [400]],
  ['NUL', '{"nameToAskFor":"a\\u0000b"}', [400]],
  ['half a surrogate pair', '{"nameToAskFor":"\\ud800"}', [400]],
  ['text that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), [400]],
  ['20,000 levels', deep(20_000), [400, 413]],
  ['21 levels', deep(21), [400]],
  ['200 KB', JSON.stringify({ nameToAskFor: 'a'.repeat(200_000) }), [413]],
  ['a number that cannot be kept', '{"ageInYears":9007199254740993}', [400]],
];

/** The same address whatever its records are called. */
const bare = (path: string) => path.replaceAll(/\{\w+\}/g, '{}');

it('holds every POST of the description to hostile bodies', () => {
  const posts = Object.entries(api().document.paths).filter(([, item]) => item.post !== undefined);
  const held = new Set(ACTS.map(({ path }) => bare(path)));
  expect(posts.map(([path]) => bare(path)).filter((path) => !held.has(path))).toEqual([]);
});

describe.each(ACTS)('POST $path', ({ path, by, good }) => {
  const ifMatch = { 'if-match': '"1"' };

  it.each(BODIES)('refuses %s and saves nothing', async (_, payload, statuses) => {
    const client = await api().as(by);
    const before = await written();
    const headers = { ...JSON_TYPE, ...ifMatch, 'idempotency-key': randomUUID() };
    const answer = await client.send('POST', addressOf(path), { payload, headers });
    expect(statuses).toContain(answer.statusCode);
    expect(answer.json().title).toEqual(expect.any(String));
    expect(await written()).toEqual(before);
  });

  it('refuses a body that is not JSON, a form included', async () => {
    const client = await api().as(by);
    const before = await written();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/xml']) {
      const headers = { 'content-type': type, ...ifMatch, 'idempotency-key': randomUUID() };
      const answer = await client.send('POST', addressOf(path), { payload: JSON.stringify(good), headers });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
    expect(await written()).toEqual(before);
  });

  it('asks for an Idempotency-Key, and for one that is sound', async () => {
    const client = await api().as(by);
    const before = await written();
    const payload = JSON.stringify(good);
    const without = await client.send('POST', addressOf(path), {
      payload,
      headers: { ...JSON_TYPE, ...ifMatch },
    });
    expect([without.statusCode, without.json().errors[0].field]).toEqual([400, 'Idempotency-Key']);
    for (const key of ['short', 'a'.repeat(65), 'with space in it here', "1'; drop table x--"]) {
      const answer = await client.post(addressOf(path), good, { ...ifMatch, 'idempotency-key': key });
      expect([key, answer.statusCode]).toEqual([key, 400]);
    }
    expect(await written()).toEqual(before);
  });

  it('refuses each of its values as null, another type, a list and a record', async () => {
    const client = await api().as(by);
    const before = await written();
    const accepted: unknown[] = [];
    for (const key of Object.keys(good)) {
      for (const value of [
        null,
        true,
        'false',
        7.125,
        [],
        [[]],
        {},
        { $ne: 1 },
        '',
        ' ',
        '\u202e',
        'x'.repeat(5_000),
      ]) {
        if (NULLABLE.includes(key) && value === null) continue;
        if (value === true && typeof Object(good)[key] === 'boolean') continue;
        if (
          [
            ...TEXTS,
            ...GUARDIAN_TEXTS,
            ...SUPPORT_TEXTS,
            ...CARE_TEXTS,
            ...PATHWAY_TEXTS,
            ...NOTE_TEXTS,
          ].includes(key) &&
          value === 'false'
        )
          continue;
        if (EMPTY_LISTS.includes(key) && JSON.stringify(value) === '[]') continue;
        if (EMPTY_RECORDS.includes(key) && JSON.stringify(value) === '{}') continue;
        const answer = await client.post(addressOf(path), { ...good, [key]: value }, ifMatch);
        if (![400, 422].includes(answer.statusCode)) accepted.push([key, value]);
      }
    }
    expect(accepted).toEqual([]);
    expect(await written()).toEqual(before);
  });
});
