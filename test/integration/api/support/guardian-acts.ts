import { ASSESSMENT, BREACH, REQUEST, WHY } from './guardian-records';

const REQUESTS = '/api/v1/information-requests/{id}';
const TASKS = '/api/v1/safeguarding-tasks/{id}';
const PERSON = '/api/v1/cases/{case}/person';
const WORDS = { 'belief-held': 'Sample words', necessary: 'Sample words' };

/** Every POST of the desk, of safeguarding and of walls with a body it takes; `{id}` is something that is not there. */
export const GUARDIAN_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] =
  [
    {
      path: '/api/v1/information-requests',
      by: 'dpo',
      good: { ...REQUEST, replyTo: 'Sample Lane 1', counselling: false },
    },
    { path: `${REQUESTS}/case`, by: 'dpo', good: { caseReference: 'WM-2222-2222' } },
    { path: `${REQUESTS}/identity`, by: 'dpo', good: { how: 'documents' } },
    { path: `${REQUESTS}/clock/stop`, by: 'dpo', good: { waitFor: 'identity' } },
    { path: `${REQUESTS}/clock/resume`, by: 'dpo', good: {} },
    { path: `${REQUESTS}/clock/extension`, by: 'dpo', good: { reason: 'complex' } },
    { path: `${REQUESTS}/settlement`, by: 'dpo', good: { settlement: 'objection-noted' } },
    { path: `${REQUESTS}/refusal`, by: 'dpo', good: { reason: 'nothing-held' } },
    {
      path: `${REQUESTS}/rectification`,
      by: 'dpo',
      good: { field: 'full-name', after: 'Sample Person Linnet', words: 'Sample words' },
    },
    { path: `${REQUESTS}/restriction`, by: 'dpo', good: {} },
    {
      path: `${REQUESTS}/pack/items`,
      by: 'dpo',
      good: { key: 'sample', decision: 'redact', reason: 'names-staff', words: 'Sample words' },
    },
    { path: `${REQUESTS}/pack/delivery`, by: 'dpo', good: { how: 'collected' } },
    {
      path: `${REQUESTS}/release`,
      by: 'dpo',
      good: {
        counselling: false,
        stated: WORDS,
        seniorApproved: false,
        notification: 'told',
        view: 'agrees',
        released: ['identity'],
        legalHold: false,
      },
    },
    { path: `${REQUESTS}/release/decision`, by: 'manager', good: { decision: 'approve' } },
    { path: '/api/v1/breaches', by: 'dpo', good: BREACH },
    { path: '/api/v1/breaches/{id}/assessment', by: 'dpo', good: { risk: 'risk', peopleAffected: 2 } },
    {
      path: '/api/v1/legal-holds',
      by: 'dpo',
      good: { reference: 'WM-2222-2222', reason: 'inquiry', note: 'Sample inquiry', untilOn: '2031-01-01' },
    },
    { path: '/api/v1/erasures', by: 'dpo', good: { reference: 'WM-2222-2222' } },
    {
      path: '/api/v1/erasures/{id}/decision',
      by: 'manager',
      good: { decision: 'decline', reason: 'still-needed' },
    },
    {
      path: '/api/v1/cases/{case}/safeguarding-tasks',
      by: 'responder',
      good: { kind: 'adult-at-risk', why: 'Sample words', lookAgainOn: '2026-10-01' },
    },
    {
      path: `${PERSON}/age`,
      by: 'responder',
      good: { bornOn: '1995-04-17', reason: 'person-said', words: 'Sample words' },
    },
    {
      path: `${PERSON}/age`,
      by: 'lead',
      good: { ageInYears: 32, reason: 'typing-mistake' },
    },
    { path: `${PERSON}/assessments`, by: 'responder', good: ASSESSMENT },
    {
      path: `${TASKS}/telling`,
      by: 'safeguarding',
      good: {
        body: 'police',
        toldAt: '2026-09-01T13:00:00+01:00',
        spokeTo: 'Sample Wren',
        theirReference: 'ZZ',
      },
    },
    {
      path: `${TASKS}/wait`,
      by: 'safeguarding',
      good: { reason: 'body-asked-to-wait', until: '2026-09-02T13:00:00+01:00' },
    },
    { path: `${TASKS}/end`, by: 'safeguarding', good: { notNeeded: 'told-already' } },
    { path: '/api/v1/cases/{case}/walls', by: 'lead', good: { before: 'team', basis: 'person-said' } },
    {
      path: '/api/v1/proposals/retention-schedule',
      by: 'dpo',
      good: {
        basedOnVersion: 1,
        effectiveFrom: null,
        reason: 'learning-from-practice',
        rules: [{ outcome: 'died', years: 9, ground: 'assumed' }],
      },
    },
    { path: '/api/v1/emergency-openings', by: 'responder', good: { reference: 'WM-2222-2222', ...WHY } },
    { path: '/api/v1/emergency-openings/{id}/review', by: 'lead', good: { review: 'justified' } },
    {
      path: '/api/v1/cases/{case}/suspects',
      by: 'responder',
      good: { names: ['Sample Suspect Shrike'], bornOn: '1998-03-27' },
    },
    { path: '/api/v1/conflicts/{id}/decision', by: 'lead', good: { decision: 'put-off' } },
    { path: '/api/v1/conflicts/{id}/ask-again', by: 'lead', good: { reason: 'new-details' } },
  ];

/** Their fields in which any few letters are an answer. */
export const GUARDIAN_TEXTS: readonly string[] = [
  'replyTo',
  'words',
  'caseReference',
  'after',
  'key',
  'why',
  'spokeTo',
  'theirReference',
  'reference',
  'note',
  'assessorName',
  'reasons',
];

/** Their fields in which a record without a key is an answer. */
export const EMPTY_RECORDS: readonly string[] = ['stated', 'when'];
