import type { TestApi } from './use-api';

const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];
const LEADS = ['lead', 'manager'];
const KEEPERS = [...RESPONDERS, 'sarc', 'adviser'];

/** Who learns that a route about how support is kept up is there at all. */
export const CARE_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  addPlanTask: RESPONDERS,
  readCaseNeeds: HANDLERS,
  recordNeeds: KEEPERS,
  raiseRisk: KEEPERS,
  reviewRisk: KEEPERS,
  closeRisk: KEEPERS,
  planReview: RESPONDERS,
  moveReview: RESPONDERS,
  readCaseOutcomes: HANDLERS,
  recordOutcomes: KEEPERS,
  correctOutcome: KEEPERS,
  readCaseAppointments: HANDLERS,
  bookAppointment: KEEPERS,
  confirmAppointment: KEEPERS,
  noteAppointmentAttended: KEEPERS,
  noteAppointmentNotAttended: KEEPERS,
  cancelAppointment: KEEPERS,
  moveAppointment: KEEPERS,
  remindOfAppointment: KEEPERS,
  readCaseFeedback: HANDLERS,
  recordFeedback: KEEPERS,
  readCaseEquality: RESPONDERS,
  answerEquality: RESPONDERS,
  readCaseComplaints: HANDLERS,
  recordComplaint: RESPONDERS,
  listComplaints: LEADS,
  readComplaint: ['responder', ...LEADS],
  answerComplaint: LEADS,
  moveComplaint: LEADS,
};

const CASE = '/api/v1/cases/{case}';
const AT = '2026-09-01T13:50:00+01:00';
const AHEAD = '2026-09-04T14:00:00+01:00';
const SOMETHING = '00000000-0000-7000-8000-00000000a001';

const acts = (path: string, goods: Readonly<Record<string, object>>, by = 'responder') =>
  Object.entries(goods).map(([end, good]) => ({ path: `${path}/${end}`, by, good }));

/** Every POST with a body it takes; `{id}` is something that is not there. */
export const CARE_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  ...acts(CASE, {
    'support-tasks': {
      matter: 'write-letter',
      words: 'Sample words',
      dueAt: AHEAD,
      ownerUserId: SOMETHING,
    },
    needs: { answers: [{ area: 'health', answer: 'declined' }], happenedAt: AT },
    risks: { risk: 'stalking', words: 'Sample words', reviewOn: '2026-09-20' },
    reviews: { on: '2026-11-24' },
    outcomes: { given: [{ measure: 'able-to-cope', answer: 'scored', score: 3 }], happenedAt: AT },
    appointments: { place: 'at-home', words: 'Sample room', startsAt: AHEAD, minutes: 60 },
    feedback: {
      consent: 'said-yes-now',
      point: 'at-a-review',
      about: 'courts',
      informed: 'yes',
      updated: 'no',
      supported: 'declined',
      happenedAt: AT,
    },
    equality: { answers: [{ question: 'religion', answer: 'declined' }] },
    complaints: { about: 'a-worker', aboutUserId: SOMETHING, words: 'Sample words', receivedAt: AT },
  }),
  ...acts('/api/v1/risks/{id}', { review: { reviewOn: '2026-09-20' }, close: { ending: 'made-safe' } }),
  ...acts('/api/v1/support-tasks/{id}', { move: { on: '2026-11-24', reason: 'person-asked' } }),
  ...acts('/api/v1/outcomes/{id}', { correct: { answer: 'scored', score: 3 } }),
  ...acts('/api/v1/appointments/{id}', {
    confirm: {},
    attend: {},
    'not-attend': { reason: 'did-not-meet' },
    cancel: { reason: 'person-asked' },
    move: { reason: 'person-asked', place: 'at-home', words: 'Sample', startsAt: AHEAD, minutes: 60 },
    remind: { routeId: SOMETHING, channel: 'email' },
  }),
  ...acts('/api/v1/complaints/{id}', { answer: { finding: 'upheld' }, steps: { step: 'close' } }, 'lead'),
];

/** Fields in which any few letters are an answer. */
export const CARE_TEXTS: readonly string[] = ['words'];

/** A complaint on a case of its own, taken by the first responder. */
export async function aComplaint(api: TestApi): Promise<string> {
  const { caseId } = await api.refer();
  const body = { about: 'our-service', words: 'Sample words', receivedAt: AT };
  const answer = await (await api.as('responder')).post(`/api/v1/cases/${caseId}/complaints`, body);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}
