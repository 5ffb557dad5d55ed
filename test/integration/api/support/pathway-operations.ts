import type { TestApi } from './use-api';

const RESPONDERS = ['responder', 'responder-two', 'lead'];
const PROVIDERS = ['sarc', 'adviser'];
const ADMINISTRATORS = ['administrator', 'administrator-two'];
const EVERYONE = [
  'officer',
  'officer-south',
  ...RESPONDERS,
  'manager',
  ...PROVIDERS,
  'safeguarding',
  'dpo',
  'commissioner',
  'auditor',
  ...ADMINISTRATORS,
];

/** Who learns that a route of the directory or of routing is there at all. */
export const PATHWAY_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listServices: EVERYONE,
  readService: EVERYONE,
  readServiceHistory: EVERYONE,
  confirmCoverage: ['lead', ...ADMINISTRATORS],
  exportDirectory: ADMINISTRATORS,
  importDirectory: ADMINISTRATORS,
  stateRoom: ADMINISTRATORS,
  retireService: ADMINISTRATORS,
  reopenService: ADMINISTRATORS,
  readCaseRouting: [...RESPONDERS, 'manager'],
  routeCase: RESPONDERS,
  chooseRoute: RESPONDERS,
  readRoutingNotes: [...RESPONDERS, 'manager'],
  readRoutingTable: [...RESPONDERS, 'manager', 'auditor', ...ADMINISTRATORS],
  tryRouting: ['lead', 'manager', ...ADMINISTRATORS],
  listRoutingDrafts: ADMINISTRATORS,
  beginRoutingDraft: ADMINISTRATORS,
  readRoutingDraft: ['administrator'],
  replayRoutingDraft: ['administrator'],
  proposeRoutingDraft: ADMINISTRATORS,
  addRoutingRule: ADMINISTRATORS,
  changeRoutingRule: ADMINISTRATORS,
  moveRoutingRule: ADMINISTRATORS,
  removeRoutingRule: ADMINISTRATORS,
  changeRoutingWindow: ADMINISTRATORS,
  dropRoutingDraft: ADMINISTRATORS,
  readPlan: [...RESPONDERS, 'manager'],
  offerPlanLead: RESPONDERS,
  planContact: RESPONDERS,
  closePlanContact: RESPONDERS,
  keepTold: RESPONDERS,
  readSharedPlan: ['adviser'],
  planSharedContact: PROVIDERS,
  closeSharedPlanContact: PROVIDERS,
  keepSharedTold: PROVIDERS,
  movePlanLead: [...RESPONDERS, ...PROVIDERS],
  listSwaps: [...RESPONDERS, 'manager'],
  askSwap: [...RESPONDERS, 'manager'],
  answerSwap: [...RESPONDERS, 'manager'],
};

/** A service of the area pack, which is there for everybody. */
export const A_SERVICE = '00000000-0000-7000-8000-000000000305';

const SERVICE = '/api/v1/services/{id}';
const DRAFT = '/api/v1/routing-drafts/{id}';
const RULE = {
  title: 'Sample: people who ask for an adviser',
  when: { wanted: ['isva'], reported: true },
  then: { kind: 'prefer', services: [A_SERVICE] },
};
const CONTACT = { way: 'call', at: '2026-09-03T10:00:00+01:00' };

/** Fields of these in which any few letters are an answer. */
export const PATHWAY_TEXTS: readonly string[] = ['title', 'ruleId', 'windowId', 'text'];

/** Begins a draft of the routing rules, by the administrator. */
export async function aRoutingDraft(api: TestApi): Promise<string> {
  const begun = await (await api.as('administrator')).post('/api/v1/routing-drafts');
  if (begun.statusCode !== 201) throw new Error(begun.body);
  return begun.json<{ draftId: string }>().draftId;
}

/** Every POST of the directory and of routing with a body it takes; `{id}` is something that is not there. */
export const PATHWAY_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] =
  [
    {
      path: `${SERVICE}/coverage/confirm`,
      by: 'lead',
      good: { district: 'E07000075', basis: 'told-by-service' },
    },
    {
      path: `${SERVICE}/room`,
      by: 'administrator',
      good: { posts: 2, limit: 40, list: 'open', listSince: '2026-08-03' },
    },
    {
      path: '/api/v1/directory-file',
      by: 'administrator',
      good: { fileOf: 'many', file: '{"name": "Half"}', dryRun: true },
    },
    { path: `${SERVICE}/retire`, by: 'administrator', good: {} },
    { path: `${SERVICE}/reopen`, by: 'administrator', good: {} },
    {
      path: '/api/v1/cases/{case}/routing',
      by: 'responder',
      good: {
        wanted: ['isva'],
        acts: ['unknown'],
        hoursAgo: 30,
        gender: 'women',
        workerGender: 'woman',
        space: 'any',
        languages: ['pl'],
        access: ['step-free'],
        domesticAbuse: false,
      },
    },
    {
      path: '/api/v1/cases/{case}/routing/choices',
      by: 'responder',
      good: { decisionId: A_SERVICE, kind: 'isva', serviceId: A_SERVICE, reason: 'safety', note: 'Sample' },
    },
    {
      path: '/api/v1/routing-table/try',
      by: 'lead',
      good: {
        wanted: ['isva'],
        age: 24,
        ageThen: 23,
        district: 'E07000066',
        reported: true,
        told: ['police'],
        draftId: A_SERVICE,
      },
    },
    { path: '/api/v1/routing-drafts', by: 'administrator', good: {} },
    { path: `${DRAFT}/rules`, by: 'administrator', good: RULE },
    { path: `${DRAFT}/rules/change`, by: 'administrator', good: { ...RULE, ruleId: 'sample-rule' } },
    { path: `${DRAFT}/rules/move`, by: 'administrator', good: { ruleId: 'sample-rule', by: 'up' } },
    { path: `${DRAFT}/rules/remove`, by: 'administrator', good: { ruleId: 'sample-rule' } },
    {
      path: `${DRAFT}/windows/change`,
      by: 'administrator',
      good: { windowId: 'sample-window', hours: 72, mark: 'V', text: 'Sample page' },
    },
    {
      path: `${DRAFT}/propose`,
      by: 'administrator',
      good: { effectiveFrom: null, reason: 'learning-from-practice' },
    },
    { path: `${DRAFT}/drop`, by: 'administrator', good: {} },
    { path: '/api/v1/cases/{case}/plan/lead', by: 'responder', good: { agencyId: A_SERVICE } },
    { path: '/api/v1/cases/{case}/plan/contacts', by: 'responder', good: CONTACT },
    {
      path: '/api/v1/cases/{case}/plan/contacts/{id}/outcome',
      by: 'responder',
      good: { outcome: 'cancel' },
    },
    { path: '/api/v1/cases/{case}/plan/told', by: 'responder', good: { topics: ['health'] } },
    { path: '/api/v1/shared/{id}/plan/contacts', by: 'adviser', good: CONTACT },
    { path: '/api/v1/shared/{id}/plan/contacts/{check}/outcome', by: 'adviser', good: { outcome: 'cancel' } },
    { path: '/api/v1/shared/{id}/plan/told', by: 'adviser', good: { topics: ['health'] } },
    { path: '/api/v1/plan-leads/{id}/moves', by: 'responder', good: { move: 'end' } },
    { path: '/api/v1/rota/shifts/{id}/swap', by: 'responder', good: { toUserId: A_SERVICE } },
    { path: '/api/v1/rota/swaps/{id}/answer', by: 'responder', good: { answer: 'decline' } },
  ];
