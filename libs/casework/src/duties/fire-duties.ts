import { fireDuty, type DutyStep, type ServiceActor } from '#libs/domain';
import type { FireTimers, TimersDue, UnitOfWork } from '../ports';
import { keepSteps } from './keep-steps';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * What time makes of duties: a limit of this service's own that passed is a miss, one of another body is not known, and
 * ahead of a limit of the person's own somebody is asked to remind them, unless contact was stopped. Rows are locked
 * and decided by one rule, so firing twice is firing once, whatever died in between (P3).
 */
export class FireDuties implements FireTimers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Without wake-ups it takes the longest overdue. */
  execute(request: Pick<TimersDue, 'limit'> & Partial<TimersDue>): Promise<number> {
    const { limit, wakeUps = null, graceMilliseconds = 0 } = request;
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const due = await tx.duties.lockDue({ wakeUps, limit, graceMilliseconds });
      const steps: DutyStep[] = [];
      for (const duty of due) {
        const safe = !duty.limitsThePerson || !(await tx.safeContact.cardOf(duty.personId)).stopped;
        const fired = fireDuty(duty, { now: tx.now, safe });
        if (fired !== null) steps.push(fired);
      }
      await keepSteps(tx, steps);
      return due.length;
    });
  }
}
