import {
  CorrectMilestone,
  HandOverTrack,
  OpenTrack,
  ReadTrack,
  RecordMilestone,
  RecordPosition,
  SettleRecheck,
  WithdrawMilestone,
  type TrackPlace,
} from '#libs/casework';
import {
  instant,
  type CaseId,
  type ContactRecheckId,
  type MilestoneFacts,
  type MilestoneId,
  type MilestoneKind,
  type NotNeededReason,
  type PositionFacts,
  type RecheckEvent,
  type ReferralId,
  type TrackId,
  type UnusualReason,
} from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const REPORTED = '2026-03-02T10:00:00Z';

const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

export function facts(kind: MilestoneKind, at: string, more: Partial<MilestoneFacts> = {}): MilestoneFacts {
  return {
    kind,
    detail: null,
    happenedAt: instant(at),
    precision: 'minute',
    courtAt: null,
    decidedBy: null,
    toldAt: null,
    ...more,
  };
}

/** The acts on tracks in a line each. */
export class TrackActs {
  constructor(private readonly instance: () => TestInstance) {}

  async open(place: TrackPlace, by = 'responder', another = false) {
    const { webWork, ids, persona } = this.instance();
    return done(await new OpenTrack(webWork, ids).execute(persona(by), { place, another }, onlyOnce()));
  }

  async openedOf(caseId: CaseId, by = 'responder'): Promise<TrackId> {
    const outcome = await this.open({ kind: 'case', caseId }, by);
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.trackId;
  }

  async openedByPolice(referralId: ReferralId, by = 'officer'): Promise<TrackId> {
    const outcome = await this.open({ kind: 'referral', referralId }, by);
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.trackId;
  }

  async record(
    trackId: TrackId,
    told: MilestoneFacts,
    { by = 'responder', issueReason = null }: { by?: string; issueReason?: UnusualReason | null } = {},
  ) {
    const { webWork, ids, persona } = this.instance();
    const input = { trackId, facts: told, issueReason };
    return done(await new RecordMilestone(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async recorded(...args: Parameters<TrackActs['record']>): Promise<MilestoneId> {
    const outcome = await this.record(...args);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome.milestoneId;
  }

  async correct(trackId: TrackId, milestoneId: MilestoneId, told: MilestoneFacts, by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const input = { trackId, milestoneId, facts: told, issueReason: null, reason: 'wrong-date' } as const;
    return done(await new CorrectMilestone(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async withdraw(trackId: TrackId, milestoneId: MilestoneId, by = 'responder') {
    const { webWork, persona } = this.instance();
    const input = { trackId, milestoneId, reason: 'did-not-happen' } as const;
    return done(await new WithdrawMilestone(webWork).execute(persona(by), input, onlyOnce()));
  }

  async position(
    trackId: TrackId,
    { saidAt, ...said }: Partial<Omit<PositionFacts, 'saidAt'>> & { readonly saidAt: string },
    by = 'responder',
  ) {
    const { webWork, ids, persona } = this.instance();
    const told: PositionFacts = {
      position: 'supports',
      reason: 'not-said',
      toldInPerson: 'yes',
      ...said,
      saidAt: instant(saidAt),
    };
    const input = { trackId, facts: told, corrects: null };
    return done(await new RecordPosition(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async takeOver(trackId: TrackId, officer: string, from: string, by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const input = {
      trackId,
      officer,
      from: instant(from),
      reason: 'first-officer',
      personTold: 'yes',
    } as const;
    return done(await new HandOverTrack(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async settle(
    recheckId: ContactRecheckId,
    event: RecheckEvent,
    { by = 'responder', reason = null }: { by?: string; reason?: NotNeededReason | null } = {},
  ) {
    const { webWork, persona } = this.instance();
    return done(
      await new SettleRecheck(webWork).execute(persona(by), { recheckId, event, reason }, onlyOnce()),
    );
  }

  async read(trackId: TrackId, by: string) {
    const { webWork, persona } = this.instance();
    return new ReadTrack(webWork).execute(persona(by), trackId);
  }
}
