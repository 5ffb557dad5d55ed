const SOMEBODY = '00000000-0000-7000-8000-00000000a001';
const LATER = '2026-09-02T10:00:00+01:00';
const PROPOSAL = { basedOnVersion: 1, effectiveFrom: null, reason: 'learning-from-practice' };
const ROUTE = { kind: 'mobile', number: '+447700900456', call: 'yes', text: 'no', voicemail: 'no' };
const MAIL = { kind: 'email', address: 'wren@sample.example', whose: 'a sample aunt', email: 'yes' };
const SHIFT = { userId: SOMEBODY, fromAt: LATER, toAt: '2026-09-02T18:00:00+01:00' };

/** Every POST of the desk with a body it takes; `{id}` is something that is not there. */
export const DESK_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  { path: '/api/v1/referrals/{referral}/risk-acknowledgement', by: 'officer', good: {} },
  { path: '/api/v1/drafts/{id}/discard', by: 'officer', good: {} },
  { path: '/api/v1/declined-offers', by: 'officer', good: { answer: 'not-now', askAgainOn: '2026-10-01' } },
  { path: '/api/v1/declined-offers/{id}/asked-again', by: 'officer', good: {} },
  { path: '/api/v1/police-tasks/{id}/answer', by: 'officer', good: { answer: 'route-given', route: ROUTE } },
  {
    path: '/api/v1/cases/{case}/police-tasks',
    by: 'responder',
    good: { kind: 'find-safe-route', cause: 'another-number-wanted' },
  },
  { path: '/api/v1/cases/{case}/routes', by: 'responder', good: { route: ROUTE, saidBy: 'person' } },
  { path: '/api/v1/cases/{case}/routes', by: 'responder', good: { route: MAIL, saidBy: 'person' } },
  {
    path: '/api/v1/cases/{case}/routes/{id}/permissions',
    by: 'responder',
    good: { call: 'yes', text: 'no', voicemail: 'no', saidBy: 'person' },
  },
  {
    path: '/api/v1/cases/{case}/routes/{id}/reveal-without-interpreter',
    by: 'responder',
    good: { reason: 'worker-speaks-it' },
  },
  { path: '/api/v1/cases/{case}/claim', by: 'responder', good: { insist: false } },
  { path: '/api/v1/cases/{case}/claim/release', by: 'responder', good: {} },
  {
    path: '/api/v1/cases/{case}/attempts/{id}/follow-up',
    by: 'responder',
    good: {
      identity: 'code-word',
      emotionalSupport: 'given',
      justiceInformation: 'given',
      supportOffer: 'given',
    },
  },
  { path: '/api/v1/cases/{case}/call-backs', by: 'responder', good: { at: LATER, attemptId: SOMEBODY } },
  {
    path: '/api/v1/cases/{case}/exhausted',
    by: 'lead',
    good: { basis: 'policy-used-up', welfareCheck: 'not-known' },
  },
  {
    path: '/api/v1/cases/{case}/interpreter-bookings',
    by: 'responder',
    good: { language: 'ar', gender: 'any', outsideCommunity: false, forAt: LATER },
  },
  {
    path: '/api/v1/cases/{case}/safe-contact/reveal',
    by: 'responder',
    good: { what: 'code' },
  },
  {
    path: '/api/v1/cases/{case}/safe-words',
    by: 'responder',
    good: { codeWord: 'lantern', callerId: 'show', answerers: { routeId: SOMEBODY, who: null } },
  },
  {
    path: '/api/v1/cases/{case}/redirects',
    by: 'lead',
    good: { reason: 'out-of-scope', receivingBody: 'victim-support', basis: 'person-agreed' },
  },
  {
    path: '/api/v1/cases/{case}/redirects/acknowledgement',
    by: 'lead',
    good: { how: 'phone', acknowledgedAt: '2026-09-01T13:00:00+01:00', by: 'Sample Worker Wren' },
  },
  { path: '/api/v1/cases/{case}/redirects/take-back', by: 'lead', good: {} },
  { path: '/api/v1/handovers', by: 'responder', good: { toUserId: SOMEBODY } },
  {
    path: '/api/v1/handovers/assignments',
    by: 'lead',
    good: { toUserId: SOMEBODY, cases: [{ caseId: SOMEBODY, etag: '"1"' }] },
  },
  { path: '/api/v1/handovers/{id}/accept', by: 'responder', good: {} },
  { path: '/api/v1/handovers/{id}/decline', by: 'responder', good: {} },
  { path: '/api/v1/handovers/{id}/withdraw', by: 'responder', good: {} },
  { path: '/api/v1/urgent-pages/{id}/acknowledge', by: 'lead', good: {} },
  {
    path: '/api/v1/proposals/attempt-policy',
    by: 'administrator',
    good: {
      ...PROPOSAL,
      attempts: 6,
      workingDays: 5,
      timesOfDay: 2,
      mostPerDay: 2,
      routesWanted: 2,
      eveningWanted: true,
    },
  },
  {
    path: '/api/v1/proposals/policies',
    by: 'administrator',
    good: {
      ...PROPOSAL,
      policy: 'nothing-like-it',
      limbs: [{ id: '1wd', days: 2, closesAt: '18:00', warnSecondsBefore: [3600] }],
      bindingLimb: '1wd',
    },
  },
  {
    path: '/api/v1/proposals/bank-holidays',
    by: 'administrator',
    good: { ...PROPOSAL, calendar: 'nothing-like-it', addedHolidays: ['2026-12-29'] },
  },
  {
    path: '/api/v1/proposals/message-templates',
    by: 'administrator',
    good: {
      ...PROPOSAL,
      template: 'nothing-like-it',
      one: { subject: 'One', body: '{{reference}} {{link}}' },
      many: { subject: 'Many', body: '{{references}} {{link}}' },
    },
  },
  {
    path: '/api/v1/proposals/{id}/decision',
    by: 'manager',
    good: { decision: 'decline', reason: 'not-needed' },
  },
  { path: '/api/v1/leave', by: 'responder', good: SHIFT },
  { path: '/api/v1/leave/{id}/cancel', by: 'responder', good: {} },
  { path: '/api/v1/leave/{id}/come-back', by: 'adviser', good: {} },
  {
    path: '/api/v1/leave/{id}/cover',
    by: 'responder',
    good: { toUserId: SOMEBODY, cases: [{ caseId: SOMEBODY, etag: '"1"' }] },
  },
  { path: '/api/v1/rota/shifts', by: 'lead', good: SHIFT },
  { path: '/api/v1/rota/shifts/{id}', by: 'lead', good: SHIFT },
  { path: '/api/v1/rota/shifts/{id}/remove', by: 'lead', good: {} },
  {
    path: '/api/v1/staff',
    by: 'administrator',
    good: {
      agencyId: SOMEBODY,
      teamId: SOMEBODY,
      role: 'officer',
      name: 'Sample Officer Wren',
      email: 'sample.wren@example.test',
      subject: 'sample-subject',
    },
  },
  { path: '/api/v1/staff/{id}/rights', by: 'administrator', good: { role: 'officer', teamId: SOMEBODY } },
  { path: '/api/v1/staff/{id}/disable', by: 'administrator', good: {} },
  { path: '/api/v1/staff/{id}/enable', by: 'administrator', good: {} },
  { path: '/api/v1/teams', by: 'administrator', good: { agencyId: SOMEBODY, name: 'Sample team (east)' } },
  { path: '/api/v1/teams/{id}/name', by: 'administrator', good: { name: 'Sample team (east)' } },
];

/** Fields in which any few letters are an answer. */
export const TEXTS: readonly string[] = [
  'nameToAskFor',
  'sayIfOtherAnswers',
  'codeWord',
  'crimeReference',
  'by',
  'name',
  'subject',
  'calendar',
  'policy',
  'bindingLimb',
  'template',
  'address',
  'note',
  'assessment',
  'necessity',
];

/** Fields in which null is an answer. */
export const NULLABLE: readonly string[] = [
  'route',
  'toUserId',
  'forAt',
  'effectiveFrom',
  'detail',
  'courtAt',
  'decidedBy',
  'toldAt',
  'issueReason',
  'corrects',
  'notNeededBecause',
  'teamId',
  'hours',
  'person',
  'wording',
  'limit',
];

/** Fields in which an empty list is an answer. */
export const EMPTY_LISTS: readonly string[] = ['seenBy', 'released', 'topics'];
