const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];
const LEADS = ['lead', 'manager'];
const PROVIDERS = ['sarc', 'adviser'];
const ADMINISTRATORS = ['administrator', 'administrator-two'];

/** Who learns that a route of the card, of messages, searches, matches, consent or shares is there at all. */
export const PERSON_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  changeSafeTimes: RESPONDERS,
  changeNeverTimes: RESPONDERS,
  addCardDate: RESPONDERS,
  removeCardDate: RESPONDERS,
  changeCallerId: RESPONDERS,
  changeWording: RESPONDERS,
  changeOtherPerson: RESPONDERS,
  changeLostContact: RESPONDERS,
  addAddress: RESPONDERS,
  revealAddress: RESPONDERS,
  checkRoute: RESPONDERS,
  listCardVersions: RESPONDERS,
  stopContact: RESPONDERS,
  resumeContact: ['lead'],
  listPersonMessages: HANDLERS,
  queueMessage: RESPONDERS,
  cancelMessage: RESPONDERS,
  listSafetyReviews: HANDLERS,
  answerSafetyReview: ['lead'],
  beginPersonSearch: RESPONDERS,
  readPersonSearch: ['responder'],
  answerPersonSearch: RESPONDERS,
  linkSearchedPerson: RESPONDERS,
  listMatches: RESPONDERS,
  listCaseMatches: RESPONDERS,
  openMatch: RESPONDERS,
  decideMatch: RESPONDERS,
  undoMatch: RESPONDERS,
  readConsent: HANDLERS,
  listConsentEntries: HANDLERS,
  readConsentReceipt: HANDLERS,
  recordConsent: RESPONDERS,
  withdrawConsent: RESPONDERS,
  listCaseOverrides: HANDLERS,
  askOverride: RESPONDERS,
  listOverrides: LEADS,
  openOverride: HANDLERS,
  decideOverride: LEADS,
  endOverride: LEADS,
  reviewOverride: LEADS,
  listCaseShares: HANDLERS,
  proposeShare: RESPONDERS,
  openShare: RESPONDERS,
  closeShare: RESPONDERS,
  listShared: PROVIDERS,
  listSharedNotices: PROVIDERS,
  noteSharedNotice: PROVIDERS,
  readShared: ['adviser'],
  listPersonMessageTemplates: ['manager', ...ADMINISTRATORS, 'auditor', 'lead'],
  proposePersonMessageTemplate: ADMINISTRATORS,
};

const SOMEBODY = '00000000-0000-7000-8000-00000000a001';
const LATER = '2026-09-02T10:00:00+01:00';
const HOURS = [{ day: 'mon', opens: '09:00', closes: '12:00' }];
const CARD = '/api/v1/cases/{case}/safe-contact';
const ABOUT = { recipient: 'gp', purpose: 'health-care' };

interface HostileAct {
  readonly path: string;
  readonly by: string;
  readonly good: object;
}

/** Every POST of these with a body it takes; `{id}` is something that is not there. */
export const PERSON_ACTS: readonly HostileAct[] = [
  { path: `${CARD}/safe-times`, by: 'responder', good: { hours: HOURS } },
  { path: `${CARD}/never-times`, by: 'responder', good: { hours: HOURS } },
  {
    path: `${CARD}/dates`,
    by: 'responder',
    good: { date: '2026-09-08', kind: 'open', hours: [{ opens: '09:00', closes: '12:00' }] },
  },
  { path: `${CARD}/dates/remove`, by: 'responder', good: { date: '2026-09-08' } },
  { path: `${CARD}/our-number`, by: 'responder', good: { callerId: 'show' } },
  { path: `${CARD}/wording`, by: 'responder', good: { wording: 'reminder' } },
  {
    path: `${CARD}/other-person`,
    by: 'responder',
    good: { person: { relation: 'friend', knows: 'nothing', name: 'A sample friend' } },
  },
  {
    path: `${CARD}/lost-contact`,
    by: 'responder',
    good: { policeCheck: 'yes', afterDays: 7, via: 'referring-officer' },
  },
  {
    path: `${CARD}/addresses`,
    by: 'responder',
    good: { purpose: 'post', address: '1 Sample Street', post: 'yes', seenBy: [] },
  },
  { path: `${CARD}/addresses/{id}/reveal`, by: 'responder', good: {} },
  { path: `${CARD}/routes/{id}/check`, by: 'responder', good: { seenBy: ['household'], recheckDays: 30 } },
  { path: '/api/v1/cases/{case}/stop-contact', by: 'responder', good: { cause: 'stop-word' } },
  { path: '/api/v1/cases/{case}/stop-contact/lift', by: 'lead', good: { saidBy: 'person' } },
  {
    path: '/api/v1/cases/{case}/messages',
    by: 'responder',
    good: { routeId: SOMEBODY, channel: 'email', aboutAt: LATER },
  },
  { path: '/api/v1/cases/{case}/messages/{id}/cancel', by: 'responder', good: {} },
  { path: '/api/v1/cases/{case}/safety-reviews/{id}/answer', by: 'lead', good: { answer: 'out-of-use' } },
  {
    path: '/api/v1/person-searches',
    by: 'responder',
    good: { name: 'Sample Person Quill', bornOn: '1995-04-17', number: '+447700900123', door: 'self' },
  },
  {
    path: '/api/v1/person-searches/{id}/answer',
    by: 'responder',
    good: { answer: 'same-person', caseId: SOMEBODY },
  },
  { path: '/api/v1/person-searches/{id}/link', by: 'responder', good: { referralId: SOMEBODY } },
  {
    path: '/api/v1/matches/{id}/decision',
    by: 'responder',
    good: { decision: 'same-person', reason: 'details-agree', note: 'A sample note' },
  },
  { path: '/api/v1/matches/{id}/undo', by: 'responder', good: { reason: 'new-details' } },
  {
    path: '/api/v1/cases/{case}/consent/answers',
    by: 'responder',
    good: {
      ...ABOUT,
      decision: 'given',
      dataClasses: ['identity'],
      giver: 'proxy',
      authority: 'court-deputy',
      assessment: 'A sample assessment',
      how: 'by-phone',
      days: 90,
    },
  },
  {
    path: '/api/v1/cases/{case}/consent/withdrawals',
    by: 'responder',
    good: { ...ABOUT, dataClass: 'identity', giver: 'person', how: 'by-phone' },
  },
  {
    path: '/api/v1/cases/{case}/overrides',
    by: 'responder',
    good: {
      recipient: 'social-care',
      purpose: 'safeguarding',
      dataClasses: ['identity'],
      basis: 'child-at-risk',
      hours: 24,
      necessity: 'A sample reason',
    },
  },
  { path: '/api/v1/overrides/{id}/decision', by: 'lead', good: { decision: 'confirm' } },
  { path: '/api/v1/overrides/{id}/end', by: 'lead', good: {} },
  { path: '/api/v1/overrides/{id}/review', by: 'lead', good: { finding: 'was-needed', personTold: true } },
  {
    path: '/api/v1/cases/{case}/shares',
    by: 'responder',
    good: { agencyId: SOMEBODY, purpose: 'support', dataClasses: ['identity'] },
  },
  { path: '/api/v1/shares/{id}/open', by: 'responder', good: {} },
  { path: '/api/v1/shares/{id}/close', by: 'responder', good: {} },
  { path: '/api/v1/shared/notices/{id}/read', by: 'adviser', good: {} },
  {
    path: '/api/v1/proposals/person-message-templates',
    by: 'administrator',
    good: {
      basedOnVersion: 1,
      effectiveFrom: null,
      reason: 'learning-from-practice',
      template: 'reminder',
      subject: 'Speak soon',
      mail: 'On {{day}} at {{time}}.',
      phone: 'On {{day}} at {{time}}.',
    },
  },
];
