const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];

/** Who learns that a route of the kinds of support is there at all. */
export const SUPPORT_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  readCaseSupport: HANDLERS,
  flagDomesticAbuse: RESPONDERS,
  lowerDomesticAbuse: RESPONDERS,
  recordStoredSamples: RESPONDERS,
  recordSignpost: RESPONDERS,
  promiseCheckIn: RESPONDERS,
  offerTransfer: RESPONDERS,
  recordPoliceReport: RESPONDERS,
  checkCrimeNumber: RESPONDERS,
  restartSupport: RESPONDERS,
  listSupportTasks: HANDLERS,
  readSupportTask: HANDLERS,
  takeSupportTask: RESPONDERS,
  finishSupportTask: RESPONDERS,
  judgeSupportTaskNotNeeded: RESPONDERS,
  withdrawSupportTask: RESPONDERS,
  noteSupportTaskSent: RESPONDERS,
  acknowledgeSupportTask: RESPONDERS,
  referOnOwnPathway: [...RESPONDERS, 'sarc', 'adviser'],
};

const CASE = '/api/v1/cases/{case}';
const TASK = '/api/v1/support-tasks/{id}';
const SOMETHING = '00000000-0000-7000-8000-00000000a001';

const acts = (path: string, goods: Readonly<Record<string, object>>) =>
  Object.entries(goods).map(([end, good]) => ({ path: `${path}/${end}`, by: 'responder', good }));

/** Every POST of the kinds of support with a body it takes; `{id}` is something that is not there. */
export const SUPPORT_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] =
  [
    ...acts(CASE, {
      'domestic-abuse': { why: 'Sample words', reviewOn: '2026-10-01' },
      'domestic-abuse/lower': { lowering: 'was-a-mistake' },
      'stored-samples': { takenOn: '2026-08-03', keptUntil: '2028-08-03', remind: false },
      signposts: { kinds: ['gp'], givenHow: 'phone', givenAt: '2026-09-01T13:50:00+01:00' },
      'check-ins': { on: '2027-03-01', saidHow: 'phone' },
      transfers: { to: 'Sample service', agreedHow: 'phone' },
      'police-report': {
        policeAgencyId: SOMETHING,
        reportedOn: '2026-08-31',
        crimeReference: 'ZZ/000000/26',
        toldBy: 'person-themselves',
      },
      'police-report/crime-number': { crimeReference: 'ZZ/000000/26' },
      restart: {},
    }),
    ...acts(TASK, {
      take: {},
      finish: { outcome: 'high', nextOn: '2026-10-01' },
      'not-needed': { outcome: 'below-threshold' },
      withdraw: {},
      send: { to: 'Sample service' },
      acknowledge: {
        by: 'Sample Adviser Wren',
        at: '2026-09-01T13:50:00+01:00',
        theirReference: 'ZZ-1',
      },
    }),
    {
      path: '/api/v1/own-pathways',
      by: 'responder',
      good: {
        pathway: 'supporter',
        relation: 'partner',
        nameToAskFor: 'Sample Wren',
        ageInYears: 40,
        route: { kind: 'mobile', number: '+447700900124', call: 'yes' },
      },
    },
  ];

/** Fields in which any few letters are an answer. */
export const SUPPORT_TEXTS: readonly string[] = ['why', 'to', 'theirReference'];
