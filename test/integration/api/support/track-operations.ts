import { aShare } from './person-acts';
import type { TestApi } from './use-api';

const RESPONDERS = ['responder', 'responder-two', 'lead'];
const OFFICERS = ['officer', 'officer-south'];
const PROVIDERS = ['sarc', 'adviser'];
const KEEPERS = [...OFFICERS, ...RESPONDERS, ...PROVIDERS];

/** Who learns that a route of investigations is there at all. */
export const TRACK_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listTracks: [...RESPONDERS, 'manager'],
  openTrack: RESPONDERS,
  listSharedTracks: ['adviser'],
  openSharedTrack: PROVIDERS,
  listReferralTracks: ['officer'],
  openReferralTrack: OFFICERS,
  readTrack: ['officer', ...RESPONDERS, 'manager', 'adviser'],
  recordMilestone: KEEPERS,
  correctMilestone: KEEPERS,
  withdrawMilestone: KEEPERS,
  recordPosition: KEEPERS,
  handOverTrack: KEEPERS,
  answerRecheck: RESPONDERS,
};

export async function aShareOfInvestigation(api: TestApi): Promise<string> {
  return aShare(api, (await api.refer()).caseId, ['identity', 'investigation']);
}

/** An investigation that the desk follows, of which a service reads too. */
export async function aTrack(api: TestApi): Promise<string> {
  const { caseId } = await api.refer();
  await aShare(api, caseId, ['identity', 'investigation']);
  const responder = await api.as('responder');
  const opened = await responder.post(`/api/v1/cases/${caseId}/tracks`, { another: false });
  if (opened.statusCode !== 201) throw new Error(opened.body);
  return opened.json<{ trackId: string }>().trackId;
}

const FACTS = {
  detail: 'screens',
  happenedAt: '2026-08-03T10:00:00+01:00',
  precision: 'day',
  courtAt: null,
  decidedBy: null,
  toldAt: null,
  issueReason: null,
};
const TRACK = '/api/v1/tracks/{id}';

/** Every POST of investigations with a body it takes. */
export const TRACK_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  { path: '/api/v1/cases/{case}/tracks', by: 'responder', good: { another: true } },
  { path: '/api/v1/shared/{id}/tracks', by: 'adviser', good: { another: false } },
  { path: '/api/v1/referrals/{referral}/tracks', by: 'officer', good: { another: false } },
  { path: `${TRACK}/milestones`, by: 'responder', good: { ...FACTS, kind: 'measure-granted' } },
  { path: `${TRACK}/milestones/{check}/correct`, by: 'responder', good: { ...FACTS, reason: 'wrong-date' } },
  { path: `${TRACK}/milestones/{check}/withdraw`, by: 'responder', good: { reason: 'did-not-happen' } },
  {
    path: `${TRACK}/positions`,
    by: 'responder',
    good: {
      position: 'undecided',
      saidAt: '2026-08-03T10:00:00+01:00',
      reason: 'not-said',
      toldInPerson: 'yes',
      corrects: '00000000-0000-7000-8000-000000000305',
    },
  },
  {
    path: `${TRACK}/officers`,
    by: 'officer',
    good: { officer: '4417', from: '2026-08-03T10:00:00+01:00', reason: 'first-officer', personTold: 'yes' },
  },
  {
    path: '/api/v1/rechecks/{id}/answer',
    by: 'responder',
    good: { answer: 'judge-not-needed', notNeededBecause: 'entered-by-mistake' },
  },
];
