import fc from 'fast-check';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { instant, plus, SECOND } from '../time';
import {
  changeComplaint,
  COMPLAINT_FINDINGS,
  complaintDueAt,
  complaintMachine,
  mayHandleComplaint,
  type Complaint,
  type ComplaintEvent,
  type ComplaintId,
} from './complaint';

const NOW = instant('2026-03-02T10:00:00Z');
const MANAGER = 'manager' as string as UserId;
const WORKER = 'worker' as string as UserId;
const aComplaint: Complaint = {
  id: 'complaint' as string as ComplaintId,
  caseId: 'case' as string as CaseId,
  personId: 'person' as string as PersonId,
  handlingAgencyId: 'agency' as string as AgencyId,
  reference: 'WM-TEST-TEST',
  about: 'a-worker',
  aboutUserId: WORKER,
  state: 'received',
  finding: null,
  receivedAt: NOW,
  recordedBy: MANAGER,
  recordedAt: NOW,
  acknowledgeDueAt: instant('2026-03-05T17:00:00Z'),
  replyDueAt: instant('2026-03-30T16:00:00Z'),
  acknowledgedAt: null,
  answeredAt: null,
  handledBy: null,
  settledAt: null,
  revision: 1,
};

const EVENTS: readonly ComplaintEvent[] = ['acknowledge', 'answer', 'reopen', 'close', 'withdraw'];

describe('a complaint, whatever happens in whatever order', () => {
  it('P1 has a time by which somebody acts until it is answered or settled, and its clocks never move', () => {
    const step = fc.record({
      event: fc.constantFrom(...EVENTS),
      finding: fc.option(fc.constantFrom(...COMPLAINT_FINDINGS)),
      by: fc.constantFrom(MANAGER, WORKER),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let complaint = aComplaint;
        for (const [nth, one] of steps.entries()) {
          const changed = changeComplaint(complaint, { ...one, now: plus(NOW, nth * SECOND) });
          if (one.by === WORKER) expect(changed.kind).toBe('refused');
          if (changed.kind === 'refused') continue;
          ({ complaint } = changed);
          const { state, acknowledgeDueAt, replyDueAt, handledBy, finding, settledAt } = complaint;
          expect(handledBy).not.toBe(WORKER);
          expect([acknowledgeDueAt, replyDueAt]).toEqual([
            aComplaint.acknowledgeDueAt,
            aComplaint.replyDueAt,
          ]);
          const waits = ['received', 'acknowledged', 'reopened'].includes(state);
          expect(complaintDueAt(complaint) !== null).toBe(waits);
          expect(settledAt !== null).toBe(complaintMachine.terminal.includes(state));
          if (state === 'answered' || state === 'closed') expect(finding).not.toBeNull();
          for (const told of changed.events) expect(told.caseId).toBeNull();
        }
      }),
    );
  });

  it('is handled by anybody but whom it is about', () => {
    expect(mayHandleComplaint(aComplaint, WORKER)).toBe(false);
    expect(mayHandleComplaint(aComplaint, MANAGER)).toBe(true);
    expect(mayHandleComplaint({ aboutUserId: null }, WORKER)).toBe(true);
  });
});
