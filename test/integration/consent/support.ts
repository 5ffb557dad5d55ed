import {
  AskOverride,
  ChangeOverride,
  ChangeShare,
  ProposeShare,
  ReadShare,
  RecordConsent,
  WithdrawConsent,
  type AskOverrideInput,
  type OverrideChange,
  type RecordConsentInput,
  type WithdrawConsentInput,
} from '#libs/casework';
import {
  agencyRecipient,
  type AgencyId,
  type CaseId,
  type DataClass,
  type OverrideId,
  type ShareId,
} from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const WILLOW = '00000000-0000-7000-8000-000000000006' as AgencyId;
export const TO_WILLOW = agencyRecipient(WILLOW);
export const MONDAY = '2026-03-02T10:05:30Z';

/** The acts of consent and sharing in a line each, for tests that are about what comes of them. */
export class ConsentActs {
  constructor(private readonly instance: () => TestInstance) {}

  async revisionOf(caseId: CaseId): Promise<number> {
    const [row] = await this.instance().admin<{ revision: number }>(
      'select revision from app.case_file where case_id = $1',
      [caseId],
    );
    return row?.revision ?? 0;
  }

  async record(caseId: CaseId, change: Partial<RecordConsentInput> = {}, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    const input: RecordConsentInput = {
      caseId,
      revision: await this.revisionOf(caseId),
      decision: 'given',
      recipient: TO_WILLOW,
      purpose: 'support',
      dataClasses: ['identity', 'safe-contact'],
      giver: 'person',
      assessment: null,
      authority: null,
      how: 'by-phone',
      days: null,
      ...change,
    };
    const once = await new RecordConsent(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async withdraw(caseId: CaseId, change: Partial<WithdrawConsentInput> = {}, by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const input: WithdrawConsentInput = {
      caseId,
      revision: await this.revisionOf(caseId),
      recipient: TO_WILLOW,
      purpose: 'support',
      dataClass: null,
      giver: 'person',
      how: 'by-phone',
      ...change,
    };
    const once = await new WithdrawConsent(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async propose(caseId: CaseId, dataClasses: readonly DataClass[], by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const input = { caseId, agencyId: WILLOW, purpose: 'support', dataClasses } as const;
    const once = await new ProposeShare(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async change(shareId: ShareId, change: 'open' | 'close', by = 'responder') {
    const { webWork, persona, admin } = this.instance();
    const [row] = await admin<{ revision: number }>('select revision from app.share where share_id = $1', [
      shareId,
    ]);
    const request = { shareId, revision: row?.revision ?? 1, change };
    const once = await new ChangeShare(webWork).execute(persona(by), request, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  read(shareId: ShareId, by = 'adviser') {
    const { webWork, vault, persona } = this.instance();
    return new ReadShare(webWork, vault).execute(persona(by), shareId);
  }

  /** Consent, proposal and opening in one, for tests that begin where somebody reads. */
  async shared(
    caseId: CaseId,
    dataClasses: readonly DataClass[] = ['identity', 'safe-contact'],
    days: number | null = null,
  ): Promise<ShareId> {
    await this.record(caseId, { dataClasses, days });
    const proposed = await this.propose(caseId, dataClasses);
    if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
    const opened = await this.change(proposed.shareId, 'open');
    if (opened.kind !== 'changed') throw new Error(JSON.stringify(opened));
    return proposed.shareId;
  }

  async askOverride(caseId: CaseId, change: Partial<AskOverrideInput> = {}, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    const input: AskOverrideInput = {
      caseId,
      revision: await this.revisionOf(caseId),
      recipient: TO_WILLOW,
      purpose: 'safeguarding',
      dataClasses: ['identity'],
      basis: 'vital-interests',
      hours: 24,
      necessity: 'Somebody is at the door of the flat of Sample Kittiwake',
      ...change,
    };
    const once = await new AskOverride(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async decide(overrideId: OverrideId, change: OverrideChange['change'], by = 'lead') {
    const { webWork, persona, admin } = this.instance();
    const [row] = await admin<{ revision: number }>(
      'select revision from app.consent_override where override_id = $1',
      [overrideId],
    );
    const request = { overrideId, revision: row?.revision ?? 1, change };
    const once = await new ChangeOverride(webWork).execute(persona(by), request, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }
}
