import {
  DecideProposal,
  MoveForHolidays,
  ProposeChange,
  type ChangeInput,
  type ProposalDecision,
} from '#libs/casework';
import type { DeadlinePolicy, OpeningHours, ProposalId, WorkingDayReading } from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const POLICY = 'essex-first-responders';
export const CALENDAR = 'first-responders-desk';

/** The acts of two people who change the rules. */
export class RuleActs {
  constructor(private readonly instance: () => TestInstance) {}

  async propose(
    input: Omit<ChangeInput, 'reason' | 'effectiveFrom'> & Partial<ChangeInput>,
    by = 'administrator',
  ) {
    const { webWork, ids, persona } = this.instance();
    const whole: ChangeInput = { effectiveFrom: null, reason: 'contract-changed', ...input };
    const once = await new ProposeChange(webWork, ids).execute(persona(by), whole, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async proposed(...input: Parameters<RuleActs['propose']>): Promise<ProposalId> {
    const outcome = await this.propose(...input);
    if (outcome.kind !== 'proposed') throw new Error(JSON.stringify(outcome));
    return outcome.proposalId;
  }

  async decide(
    proposalId: ProposalId,
    decision: ProposalDecision['decision'],
    { by = 'administrator-two', revision = 1 }: { by?: string; revision?: number } = {},
  ) {
    const { webWork, persona } = this.instance();
    const once = await new DecideProposal(webWork).execute(
      persona(by),
      { proposalId, decision, revision },
      onlyOnce(),
    );
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async policyBody(version = 1): Promise<DeadlinePolicy> {
    const [row] = await this.instance().admin<{ body: DeadlinePolicy }>(
      'select body from app.policy_version where policy_id = $1 and version = $2',
      [POLICY, version],
    );
    return row!.body;
  }

  async withReading(reading: WorkingDayReading, version = 1): Promise<DeadlinePolicy> {
    const body = await this.policyBody(version);
    return {
      ...body,
      version: version + 1,
      limbs: body.limbs.map((limb) => (limb.kind === 'working-day' ? { ...limb, reading } : limb)),
    };
  }

  async hours(version = 1): Promise<OpeningHours> {
    const [row] = await this.instance().admin<{ hours: OpeningHours }>(
      'select hours from app.calendar_version where calendar_id = $1 and version = $2',
      [CALENDAR, version],
    );
    return row!.hours;
  }

  async holidays(dates: readonly string[], version = 1) {
    const hours = await this.hours(version);
    return {
      kind: 'calendar' as const,
      subject: CALENDAR,
      basedOnVersion: version,
      body: {
        change: 'holidays' as const,
        hours: { ...hours, holidays: [...new Set([...hours.holidays, ...dates])].toSorted() },
        addedHolidays: dates,
      },
    };
  }

  /** What the worker's loop does until nothing is left. */
  async move(limit = 25): Promise<void> {
    const mover = new MoveForHolidays(this.instance().workerWork);
    while (await mover.execute({ limit }));
  }
}
