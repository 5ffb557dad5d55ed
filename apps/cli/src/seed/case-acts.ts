import {
  AcknowledgeRedirect,
  AddRoute,
  AskCorrectedStart,
  DecideCheck,
  PromiseCallBack,
  ProposeExhausted,
  RecordContactAttempt,
  RecordException,
  RecordInterpreterBooking,
  RedirectReferral,
  TakeCase,
  type CaseRecord,
  type CheckId,
} from '#libs/casework';
import {
  HOUR,
  isConversation,
  MINUTE,
  plus,
  type Conversation,
  type Instant,
  type Outcome,
} from '#libs/domain';
import { inventedRoute } from './people';
import { chance } from './random';
import { fresh, type Stage } from './stage';
import type { Act } from './story';
import type { Told } from './told';

interface Performance<Kind extends Act['kind'] = Act['kind']> {
  readonly act: Extract<Act, { kind: Kind }>;
  readonly told: Told;
  readonly now: Instant;
}

/**
 * One act of a story. What the service refuses is left out of the story, as it would be in life: a second attempt
 * after the case was closed, an exception for a clock that is met.
 */
export async function performOnCase(stage: Stage, { act, told, now }: Performance): Promise<void> {
  const { work, vault, ids, cast } = stage;
  const { caseId, referralId } = told;
  switch (act.kind) {
    case 'attempt':
      return recordAttempt(stage, { act, told, now });
    case 'take':
      return withCase(stage, told, async ({ revision }) => {
        await new TakeCase(work).execute(cast.responder, { caseId, revision }, fresh());
      });
    case 'confirm':
      return confirm(stage, told);
    case 'call-back': {
      const input = { caseId, at: act.at, attemptId: null };
      await new PromiseCallBack(work, ids).execute(cast.responder, input, fresh());
      return;
    }
    case 'exception': {
      const span = { from: plus(now, -MINUTE), to: plus(now, act.forHours * HOUR) };
      const input = { caseId, reason: act.reason, ...span };
      await new RecordException(work, ids).execute(cast.responder, input, fresh());
      return;
    }
    case 'correct-start': {
      const started = await work.run(cast.colleague, (tx) => tx.referrals.startOf(referralId));
      const reportedAt = plus(started.reportedAt, act.byMinutes * MINUTE);
      const input = { referralId, reportedAt, reason: 'typed-wrongly' as const };
      await new AskCorrectedStart(work, ids).execute(cast.responder, input, fresh());
      return;
    }
    case 'interpreter': {
      const forAt = act.inHours === null ? null : plus(now, act.inHours * HOUR);
      const booking = { caseId, language: 'bsl', gender: 'woman', outsideCommunity: true, forAt } as const;
      await new RecordInterpreterBooking(work, ids).execute(cast.responder, booking, fresh());
      return;
    }
    case 'new-number': {
      const route = { ...inventedRoute(chance(now % 100_003)), call: 'yes' } as const;
      await new AddRoute(work, vault, ids).execute(
        cast.responder,
        { caseId, route, saidBy: 'police' },
        fresh(),
      );
      return;
    }
    case 'exhausted':
      return withCase(stage, told, async ({ revision }) => {
        const input = { caseId, basis: 'policy-used-up', welfareCheck: 'not-known', revision } as const;
        await new ProposeExhausted(work, ids).execute(cast.responder, input, fresh());
      });
    case 'redirect':
      return withCase(stage, told, async ({ revision }) => {
        const why = {
          reason: 'out-of-county',
          receivingBody: 'service-of-another-county',
          basis: 'person-agreed',
        } as const;
        await new RedirectReferral(work, ids).execute(cast.lead, { caseId, revision, ...why }, fresh());
      });
    case 'acknowledge-redirect':
      return acknowledgeRedirect(stage, { told, now });
  }
}

async function recordAttempt(stage: Stage, { act, told, now }: Performance<'attempt'>): Promise<void> {
  const { outcome, late, anotherWay = false, unfinished = false } = act;
  const input = {
    caseId: told.caseId,
    routeId: anotherWay ? null : told.routeId,
    channel: 'call' as const,
    outcome,
    happenedAt: plus(now, -late),
    conversation: unfinished ? null : conversationOf(outcome),
  };
  await new RecordContactAttempt(stage.work, stage.ids).execute(stage.cast.responder, input, fresh());
}

/** What is noted of a conversation in a story: who it was with, and what came of the three things promised. */
function conversationOf(outcome: Outcome): Conversation | null {
  if (!isConversation(outcome)) return null;
  const offer = outcome === 'support-declined' ? 'declined' : outcome === 'spoke' ? 'later' : 'given';
  return {
    identity: 'code-word',
    elements: { 'emotional-support': 'given', 'justice-information': 'given', 'support-offer': offer },
  };
}

async function confirm({ work, ids, cast, session }: Stage, { caseId }: Told): Promise<void> {
  const waiting = await session.look<{ check_id: CheckId; revision: number; kind: string }>(
    `select check_id, revision, kind from app.second_person_check where case_id = $1 and state = 'waiting'`,
    [caseId],
  );
  for (const { check_id: checkId, revision, kind } of waiting) {
    const decision = { checkId, decision: 'confirmed', revision } as const;
    const second = kind === 'exhausted' ? cast.lead : cast.colleague;
    await new DecideCheck(work, ids).execute(second, decision, fresh());
  }
}

async function acknowledgeRedirect(
  { work, vault, cast, session }: Stage,
  { told: { caseId }, now }: { told: Told; now: Instant },
): Promise<void> {
  const [waiting] = await session.look<{ revision: number }>(
    `select revision from app.redirect where case_id = $1 and state = 'waiting'`,
    [caseId],
  );
  if (!waiting) return;
  const heard = { how: 'phone', acknowledgedAt: plus(now, -5 * MINUTE), by: 'Sample Worker Osprey' } as const;
  const input = { caseId, revision: waiting.revision, ...heard, theirReference: null };
  await new AcknowledgeRedirect(work, vault).execute(cast.lead, input, fresh());
}

async function withCase(
  { work, cast }: Stage,
  { caseId }: Told,
  then: (caseFile: CaseRecord) => Promise<void>,
): Promise<void> {
  const caseFile = await work.run(cast.responder, (tx) => tx.cases.find(caseId));
  if (caseFile !== null) await then(caseFile);
}
