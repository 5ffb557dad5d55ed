import type { CaseId } from '#libs/domain';
import { ErasureActs } from '../../erasure/support';
import type { ApiClient } from './api-client';
import { NOW, type TestApi } from './use-api';

/** What every record of the API says of itself: its version, and what may be done with it. */
export interface Standing {
  readonly id: string;
  readonly etag: string;
  readonly state: string;
  readonly availableActions: readonly { readonly action: string; readonly href: string }[];
}

export const REQUEST = {
  kind: 'subject-access',
  receivedOn: '2026-08-31',
  receivedVia: 'letter',
  requester: 'person',
  name: 'Sample Person Quill',
  words: 'Everything you have about me, please',
};

export const BREACH = {
  kind: 'wrong-recipient',
  noticedAt: '2026-09-01T10:00:00+01:00',
  peopleAffected: 1,
  words: 'A sample letter went to a sample address',
};

export const ASSESSMENT = {
  decision: 'medical-examination',
  finding: 'cannot-decide',
  assessor: 'other-professional',
  assessorName: 'Sample Nurse Teal',
  assessedOn: '2026-09-01',
  reviewOn: '2026-12-01',
  reasons: 'Sample words about what they could weigh up',
};

export const WHY = { reason: 'danger-to-life', why: 'A sample reason that names nobody' };

export const actionsOf = ({ availableActions }: Pick<Standing, 'availableActions'>) =>
  availableActions.map(({ action }) => action);

export function hrefOf({ availableActions }: Pick<Standing, 'availableActions'>, action: string): string {
  const found = availableActions.find((one) => one.action === action);
  if (found === undefined) throw new Error(`${action} is not offered`);
  return found.href;
}

/** What the desk, the safeguarding lead and the duty lead do through the API, in a line each. */
export class GuardianRecords {
  constructor(private readonly api: () => TestApi) {}

  private get instance() {
    return this.api().web.instance;
  }

  /** One act that a record offers, at the version at which it was read. */
  async act(client: ApiClient, record: Standing, action: string, body?: object): Promise<Standing> {
    const answer = await client.post(hrefOf(record, action), body, { 'if-match': record.etag });
    if (answer.statusCode > 201) throw new Error(`${action}: ${answer.body}`);
    return answer.json();
  }

  async request(change: object = {}): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const made = await dpo.post('/api/v1/information-requests', { ...REQUEST, ...change });
    if (made.statusCode !== 201) throw new Error(made.body);
    return (await dpo.get(`/api/v1/information-requests/${made.json<Standing>().id}`)).json();
  }

  /** A request for a copy, gathered and waiting to be looked through. */
  async underReview(): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const { caseId } = await this.api().refer();
    const caseReference = await this.referenceOf(caseId);
    const received = await this.request({ caseReference });
    const known = await this.act(dpo, received, 'identity', { how: 'code-word' });
    return this.act(dpo, known, 'collect');
  }

  /** A pack that is sealed and not handed over. */
  async ready(): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const review = await this.underReview();
    const { items } = (await dpo.get(hrefOf(review, 'read-review'))).json<{
      items: { key: string; etag: string }[];
    }>();
    for (const { key, etag } of items) {
      const path = `/api/v1/information-requests/${review.id}/pack/items`;
      const decided = await dpo.post(path, { key, decision: 'include' }, { 'if-match': etag });
      if (decided.statusCode !== 200) throw new Error(decided.body);
    }
    const read = await dpo.get(hrefOf(review, 'read'));
    return this.act(dpo, read.json(), 'seal');
  }

  async breach(): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const made = await dpo.post('/api/v1/breaches', BREACH);
    return (await dpo.get(`/api/v1/breaches/${made.json<Standing>().id}`)).json();
  }

  /** A case that is over, so that nothing but a decision stands between the record and its erasure. */
  async endedReference(): Promise<string> {
    const { caseId } = await this.api().refer();
    await new ErasureActs(() => this.instance).end(caseId);
    return this.referenceOf(caseId);
  }

  async hold(): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const { caseId } = await this.api().refer();
    const body = { reference: await this.referenceOf(caseId), reason: 'court-case', note: 'Sample court' };
    const made = await dpo.post('/api/v1/legal-holds', body);
    return (await dpo.get(`/api/v1/legal-holds/${made.json<Standing>().id}`)).json();
  }

  async erasure(): Promise<Standing> {
    const dpo = await this.api().as('dpo');
    const made = await dpo.post('/api/v1/erasures', { reference: await this.endedReference() });
    return (await dpo.get(`/api/v1/erasures/${made.json<Standing>().id}`)).json();
  }

  /** The task that comes of an age under 13 alone. */
  async childTask(): Promise<Standing & { readonly caseId: CaseId }> {
    const { caseId } = await this.api().refer({ ageInYears: 12 });
    const [row] = await this.instance.admin<{ task_id: string }>(
      'select task_id from app.safeguarding_task where case_id = $1',
      [caseId],
    );
    const lead = await this.api().as('safeguarding');
    return { ...(await lead.get(`/api/v1/safeguarding-tasks/${row!.task_id}`)).json<Standing>(), caseId };
  }

  /** A case that a wall before the team, its leads excepted, keeps from the responders. */
  async walledCase(): Promise<{ readonly caseId: CaseId; readonly reference: string }> {
    const { caseId } = await this.api().refer();
    const lead = await this.api().as('lead');
    const path = `/api/v1/cases/${caseId}/walls`;
    const { etag } = (await lead.get(path)).json<Standing>();
    const set = await lead.post(path, { before: 'team', basis: 'person-said' }, { 'if-match': etag });
    if (set.statusCode !== 201) throw new Error(set.body);
    return { caseId, reference: await this.referenceOf(caseId) };
  }

  /** A walled case that the responder opened in an emergency. */
  async opening(): Promise<string> {
    const { reference } = await this.walledCase();
    const opened = await (
      await this.api().as('responder')
    ).post('/api/v1/emergency-openings', { reference, ...WHY });
    if (opened.statusCode !== 201) throw new Error(opened.body);
    const [row] = await this.instance.admin<{ grant_id: string }>(
      'select grant_id from app.break_glass where reference = $1',
      [reference],
    );
    return row!.grant_id;
  }

  async assessment(caseId: CaseId): Promise<string> {
    const path = `/api/v1/cases/${caseId}/person/assessments`;
    const recorded = await (await this.api().as('responder')).post(path, ASSESSMENT);
    if (recorded.statusCode !== 201) throw new Error(recorded.body);
    return recorded.json<{ assessmentId: string }>().assessmentId;
  }

  async referenceOf(caseId: CaseId): Promise<string> {
    const [row] = await this.instance.admin<{ reference: string }>(
      'select reference from app.case_file where case_id = $1',
      [caseId],
    );
    return row!.reference;
  }

  /** The same records for a test that asks who may read them. */
  ids(): Readonly<Record<string, () => Promise<string>>> {
    const idOf = (made: Promise<{ readonly id: string }>) => made.then(({ id }) => id);
    return {
      readInformationRequest: () => idOf(this.request({ kind: 'victim-information', requester: 'police' })),
      reviewSubjectPack: () => idOf(this.underReview()),
      readSubjectPack: () => idOf(this.ready()),
      readBreach: () => idOf(this.breach()),
      readLegalHold: () => idOf(this.hold()),
      readErasure: () => idOf(this.erasure()),
      readSafeguardingTask: () => idOf(this.childTask()),
      readEmergencyOpening: () => this.opening(),
    };
  }

  async resetClock(): Promise<void> {
    await this.instance.setNow(NOW);
  }
}
