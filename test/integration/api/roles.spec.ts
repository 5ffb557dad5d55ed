import { randomUUID } from 'node:crypto';
import { StartDraft } from '#libs/casework';
import { onlyOnce } from '../../support/instance';
import { aComplaint, CARE_OPEN_TO } from './support/care-operations';
import {
  aDrawnSample,
  aFrozenQuarter,
  FIGURE_OPEN_TO,
  FROZEN,
  SNAPSHOT_OPEN_TO,
} from './support/figure-operations';
import { GUARDIAN_OPEN_TO } from './support/guardian-operations';
import { GuardianRecords } from './support/guardian-records';
import { anAnswer, anOverride, aMatch, aSearch, aShare } from './support/person-acts';
import { A_SERVICE, aRoutingDraft, PATHWAY_OPEN_TO } from './support/pathway-operations';
import { aDutyOf, DUTY_OPEN_TO } from './support/duty-operations';
import { aShareOfInvestigation, aTrack, TRACK_OPEN_TO } from './support/track-operations';
import { NOTE_OPEN_TO } from './support/note-operations';
import { PERSON_OPEN_TO } from './support/person-operations';
import { aSentRequest } from './support/request-acts';
import { aSupportTask } from './support/support-acts';
import { REQUEST_OPEN_TO } from './support/request-operations';
import { SUPPORT_OPEN_TO } from './support/support-operations';
import { NOW, useApi } from './support/use-api';

const api = useApi();
const guardians = new GuardianRecords(api);
beforeEach(() => api().web.instance.setNow(NOW));

const OFFICERS = ['officer', 'officer-south'];
const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];
const PROVIDERS = ['sarc', 'adviser'];
const ADMINISTRATORS = ['administrator', 'administrator-two'];
const EVERYONE = [
  ...OFFICERS,
  ...HANDLERS,
  ...PROVIDERS,
  'safeguarding',
  'dpo',
  'commissioner',
  'auditor',
  ...ADMINISTRATORS,
];
const KEEPERS = ['manager', ...ADMINISTRATORS];

/** Who learns that a route is there at all. Every route of the description must stand here. */
const OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  submitReferral: [...OFFICERS, ...RESPONDERS, ...PROVIDERS],
  listReferrals: [...OFFICERS, ...PROVIDERS],
  readReferral: ['officer', ...RESPONDERS],
  askCorrectedStart: ['officer', ...RESPONDERS],
  readUrgentPageOfReferral: ['officer', ...RESPONDERS],
  acknowledgeRisk: [...OFFICERS, ...RESPONDERS, ...PROVIDERS],
  listDrafts: OFFICERS,
  readDraft: ['officer'],
  discardDraft: OFFICERS,
  listOffersToAskAgain: [...OFFICERS, ...RESPONDERS],
  recordDeclinedOffer: [...OFFICERS, ...RESPONDERS],
  noteAskedAgain: [...OFFICERS, ...RESPONDERS],
  listPoliceTasks: OFFICERS,
  readPoliceTask: ['officer'],
  answerPoliceTask: OFFICERS,
  listCasePoliceTasks: HANDLERS,
  askPolice: RESPONDERS,
  addRoute: RESPONDERS,
  permitRoute: RESPONDERS,
  readBoardCounts: HANDLERS,
  listPromisedCalls: HANDLERS,
  readWallBoard: HANDLERS,
  claimCase: RESPONDERS,
  releaseClaim: RESPONDERS,
  listHandovers: RESPONDERS,
  listReceivers: RESPONDERS,
  offerHandover: RESPONDERS,
  assignCases: RESPONDERS,
  acceptHandover: RESPONDERS,
  declineHandover: RESPONDERS,
  withdrawHandover: RESPONDERS,
  readContactStanding: HANDLERS,
  followUpConversation: RESPONDERS,
  promiseCallBack: RESPONDERS,
  proposeExhausted: RESPONDERS,
  bookInterpreter: RESPONDERS,
  changeSafeWords: RESPONDERS,
  revealRouteWithoutInterpreter: RESPONDERS,
  listRedirects: HANDLERS,
  redirectReferral: ['lead'],
  acknowledgeRedirect: ['lead'],
  takeBackRedirect: ['lead'],
  listUrgentPages: HANDLERS,
  acknowledgeUrgentPage: HANDLERS,
  listMessageTemplates: [...KEEPERS, 'auditor', 'lead'],
  listProposals: [...KEEPERS, 'auditor', 'dpo'],
  listDecidedProposals: [...KEEPERS, 'auditor', 'dpo'],
  readProposal: [...KEEPERS, 'auditor'],
  decideProposal: [...KEEPERS, 'dpo'],
  proposeAttemptPolicy: ADMINISTRATORS,
  proposePolicy: ADMINISTRATORS,
  proposeHolidays: ADMINISTRATORS,
  proposeMessageTemplate: ADMINISTRATORS,
  proposeRetentionSchedule: ['dpo'],
  listLeave: [...HANDLERS, ...PROVIDERS],
  planLeave: [...HANDLERS, ...PROVIDERS],
  cancelLeave: [...HANDLERS, ...PROVIDERS],
  comeBackFromLeave: [...HANDLERS, ...PROVIDERS],
  offerCover: RESPONDERS,
  readRota: HANDLERS,
  addShift: ['lead', 'manager'],
  changeShift: ['lead', 'manager'],
  removeShift: ['lead', 'manager'],
  listStaff: KEEPERS,
  inviteStaff: KEEPERS,
  changeRights: KEEPERS,
  disableStaff: KEEPERS,
  enableStaff: KEEPERS,
  listTeams: KEEPERS,
  addTeam: KEEPERS,
  renameTeam: KEEPERS,
  listCases: HANDLERS,
  readCase: HANDLERS,
  readCaseIdentity: HANDLERS,
  readCaseTimeline: HANDLERS,
  readCaseDeadlines: HANDLERS,
  takeCase: RESPONDERS,
  revealRoute: RESPONDERS,
  readSafeContactCard: RESPONDERS,
  revealSealedWord: RESPONDERS,
  recordAttempt: RESPONDERS,
  recordException: RESPONDERS,
  listAlerts: HANDLERS,
  countWaitingWork: HANDLERS,
  acknowledgeAlert: ['lead', 'manager'],
  listChecks: HANDLERS,
  decideCheck: HANDLERS,
  readCodeFigures: ['commissioner', 'auditor', 'manager'],
  readCoverage: ['commissioner', 'auditor', 'manager'],
  readReach: ['commissioner', 'auditor', 'manager'],
  readPromiseFigure: ['commissioner', 'auditor', 'lead', 'manager'],
  listPolicies: [...KEEPERS, 'auditor', 'lead', 'commissioner'],
  ...FIGURE_OPEN_TO,
  ...SNAPSHOT_OPEN_TO,
  ...GUARDIAN_OPEN_TO,
  ...PERSON_OPEN_TO,
  ...REQUEST_OPEN_TO,
  ...PATHWAY_OPEN_TO,
  ...TRACK_OPEN_TO,
  ...DUTY_OPEN_TO,
  ...SUPPORT_OPEN_TO,
  ...CARE_OPEN_TO,
  ...NOTE_OPEN_TO,
};

interface Route {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
}

function routes(): readonly Route[] {
  return Object.entries(api().document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const id = item[method]?.operationId;
      return id === undefined ? [] : [{ id, method, path }];
    }),
  );
}

const ANOTHER = randomUUID();

/** The same address for everyone: a record that is there, for those who may see it. */
async function addressOf({ id: route, path }: Route): Promise<string> {
  const { caseId, referralId } = await api().refer({ dangers: ['danger-now'] });
  const [callable] = await api().web.instance.admin<{ route_id: string }>(
    'select r.route_id from app.contact_route r join app.case_file c using (person_id) where c.case_id = $1',
    [caseId],
  );
  const frozen = route in SNAPSHOT_OPEN_TO;
  if (frozen) await aFrozenQuarter(() => api().web.instance);
  const id =
    RECORDS[route] ?? (() => Promise.resolve(path.startsWith('/api/v1/cases') ? caseId : referralId));
  return path
    .replace('{id}', await id())
    .replace('{routeId}', callable!.route_id)
    .replace('{version}', frozen ? FROZEN.version : '2021')
    .replace('{quarter}', FROZEN.quarter)
    .replace('{table}', frozen ? FROZEN.table : 'times')
    .replace('{measure}', 'handover-lag')
    .replace('{entryId}', route === 'readConsentReceipt' ? await anAnswer(api(), caseId) : ANOTHER)
    .replace('{dutyId}', route === 'readDutyLedger' ? await aDutyOf(api(), caseId) : ANOTHER)
    .replace('{assessmentId}', route === 'readAssessment' ? await guardians.assessment(caseId) : ANOTHER)
    .replaceAll(/\{\w+\}/g, ANOTHER)
    .replace(/\/times\/explain$/, '/times/explain?measure=handover-lag');
}

/** Records that do not come of every referral. */
const RECORDS: Readonly<Record<string, () => Promise<string>>> = {
  ...guardians.ids(),
  readServiceRequest: async () => (await aSentRequest(api())).id,
  readReceivedRequest: async () => (await aSentRequest(api())).id,
  readService: () => Promise.resolve(A_SERVICE),
  readServiceHistory: () => Promise.resolve(A_SERVICE),
  readRoutingDraft: () => aRoutingDraft(api()),
  replayRoutingDraft: () => aRoutingDraft(api()),
  readSupportTask: () => aSupportTask(api()),
  readComplaint: () => aComplaint(api()),
  readFigureSample: () => aDrawnSample(api()),
  readFigureSampleStatement: () => aDrawnSample(api()),
  drawFigureSample: () => aDrawnSample(api()),
  readPersonSearch: () => aSearch(api(), { name: 'Sample Person Quill' }),
  openMatch: async () => (await aMatch(api())).matchId,
  openOverride: async () => anOverride(api(), (await api().refer()).caseId),
  readShared: async () => aShare(api(), (await api().refer()).caseId),
  readSharedPlan: async () => aShare(api(), (await api().refer()).caseId),
  readTrack: () => aTrack(api()),
  listSharedTracks: () => aShareOfInvestigation(api()),
  readPoliceTask: async () => {
    await api().refer({ route: null, alternative: { kind: 'third-party' } });
    return newestId(
      'select task_id as id from app.police_task order by opened_at desc, task_id desc limit 1',
    );
  },
  readDraft: async () => {
    const { webWork, vault, ids, persona } = api().web.instance;
    const once = await new StartDraft(webWork, vault, ids).execute(persona('officer'), onlyOnce());
    if (once.kind !== 'done' || once.result.kind !== 'started') throw new Error('no draft was begun');
    return once.result.draftId;
  },
  readProposal: async () => {
    const change = { basedOnVersion: 1, effectiveFrom: null, reason: 'learning-from-practice', ...ATTEMPTS };
    const made = await (await api().as('administrator')).post('/api/v1/proposals/attempt-policy', change);
    return made.json<{ proposalId: string }>().proposalId;
  },
};

const ATTEMPTS = {
  attempts: 6,
  workingDays: 5,
  timesOfDay: 2,
  mostPerDay: 2,
  routesWanted: 2,
  eveningWanted: true,
};

async function newestId(sql: string): Promise<string> {
  const [row] = await api().web.instance.admin<{ id: string }>(sql);
  return row!.id;
}

/** Alerts, checks and conflicts come of time and acts; for those who may look, one that is not there is a 404 as well. */
const WITHOUT_RECORD = ['acknowledgeAlert', 'decideCheck', 'readConflict'];

describe('who learns that a route is there', () => {
  it('is written down for every route of the API', () => {
    expect(
      routes()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(OPEN_TO).sort());
  });

  it.each(Object.keys(OPEN_TO).filter((id) => !WITHOUT_RECORD.includes(id)))(
    'P7 %s answers those who may, and is not there for anyone else',
    async (id) => {
      const route = routes().find((candidate) => candidate.id === id)!;
      const address = await addressOf(route);
      const hidden: string[] = [];
      for (const persona of EVERYONE) {
        const client = await api().as(persona);
        const answer =
          route.method === 'get' ? await client.get(address) : await client.post(address, { nonsense: true });
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode === 404) hidden.push(persona);
      }
      expect(hidden).toEqual(
        EVERYONE.filter((persona) => !OPEN_TO[id]!.includes(persona) && !checkedLater(id, persona)),
      );
    },
  );

  it('nobody without a token gets further than 401', async () => {
    const stranger = await api().as(null);
    for (const route of routes()) {
      const address = route.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const answer = route.method === 'get' ? await stranger.get(address) : await stranger.post(address, {});
      expect([route.id, answer.statusCode]).toEqual([route.id, 401]);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });

  it('P7 a hidden record, one that never was and a closed route are one answer, byte for byte', async () => {
    const { caseId, referralId } = await api().refer();
    const body = async (persona: string, path: string) => {
      const answer = await (await api().as(persona)).get(path);
      return [answer.statusCode, answer.body.replace(/urn:uuid:[0-9a-f-]+/, 'urn:uuid')];
    };
    const answers = await Promise.all([
      body('officer', `/api/v1/cases/${caseId}`),
      body('officer', `/api/v1/cases/${randomUUID()}`),
      body('officer-south', `/api/v1/referrals/${referralId}`),
      body('commissioner', `/api/v1/cases/${caseId}/identity`),
      body('auditor', `/api/v1/cases/${caseId}/identity`),
      body('responder', `/api/v1/cases/${randomUUID()}`),
      body('responder', '/api/v1/cases/CASE'),
      body('administrator', '/api/v1/referrals'),
      body('officer', '/api/v1/nothing-like-it'),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]![0]).toBe(404);
  });
});

/** Posts of another team's officer fail on the body first: what they sent is wrong whoever they are. */
function checkedLater(id: string, persona: string): boolean {
  return id === 'askCorrectedStart' && persona === 'officer-south';
}
