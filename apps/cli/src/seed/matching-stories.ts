import {
  AnswerSearch,
  BeginSearch,
  DecideMatch,
  MatchReferrals,
  ShowSearch,
  UndoMatch,
} from '#libs/casework';
import {
  HOUR,
  MINUTE,
  NOTHING_KNOWN,
  plus,
  type MatchDecision,
  type MatchReason,
  type MatchReviewId,
} from '#libs/domain';
import type { Scene, Today } from './scene';
import { KNOWN_AS_SUSPECT } from './second-referrals';
import { fresh, type Stage } from './stage';

interface Waiting {
  readonly reviewId: MatchReviewId;
  readonly revision: number;
}

/** What becomes of the possible matches, the newest first; what the list does not reach waits too. */
const DECISIONS: readonly (readonly [MatchDecision, MatchReason, string] | null)[] = [
  null,
  ['same-person', 'person-said-so', 'Invented: they told us that they had been referred before.'],
  ['same-report', 'details-agree', 'Invented: two officers wrote down one morning.'],
  ['different-person', 'details-differ', 'Invented: a cousin of the same name.'],
];

/**
 * Two referrals that may be of one person: some wait, two people are linked, one was decided as the same report and
 * taken back, one is of somebody else. And a call by somebody whom a search found.
 */
export function matchingStories({ stage, now }: Today): readonly Scene[] {
  return [
    { at: plus(now, -100 * MINUTE), play: () => match(stage) },
    { at: plus(now, -95 * MINUTE), play: () => decide(stage) },
    { at: plus(now, -2.5 * HOUR), play: () => foundBySearch(stage) },
  ];
}

/** As the worker does behind the journal, for the newest referrals only. */
async function match({ work, vault, ids, session }: Stage): Promise<void> {
  await session.asWorker(
    `insert into app.match_task (referral_id, asked_at)
     select referral_id, app.service_now() from app.case_file where closed_at is null
     order by opened_at desc limit 40 on conflict do nothing`,
    [],
  );
  await new MatchReferrals(work, vault, ids).execute({ limit: 40 });
}

async function decide({ work, vault, ids, cast, session }: Stage): Promise<void> {
  const waiting = await session.look<Waiting>(
    `select m.review_id as "reviewId", m.revision from app.match_review m join app.case_file c using (case_id)
     where m.state = 'waiting' order by c.opened_at desc, c.case_id`,
    [],
  );
  for (const [index, review] of waiting.entries()) {
    const decided = DECISIONS[index] ?? null;
    if (decided === null) continue;
    const [decision, reason, note] = decided;
    const input = { ...review, decision, reason, note };
    await new DecideMatch(work, vault, ids).execute(cast.responder, input, fresh());
    if (decision !== 'same-report') continue;
    const takenBack = { ...review, revision: review.revision + 1, reason: 'new-details' } as const;
    await new UndoMatch(work, ids).execute(cast.lead, takenBack, fresh());
  }
}

/** Somebody rings who is known here: the case notes that it was told again, and no second one begins. */
async function foundBySearch({ work, vault, ids, cast }: Stage): Promise<void> {
  const facts = { ...NOTHING_KNOWN, names: [KNOWN_AS_SUSPECT] };
  const begun = await new BeginSearch(work, vault, ids).execute(
    cast.responder,
    { facts, door: 'self' },
    fresh(),
  );
  if (begun.kind !== 'done' || begun.result.kind !== 'begun') return;
  const { searchId } = begun.result;
  const shown = await new ShowSearch(work, vault).execute(cast.responder, searchId);
  const [found] = shown.kind === 'shown' ? shown.found : [];
  if (found === undefined) return;
  const answer = { kind: 'same-report', caseId: found.candidate.caseId } as const;
  await new AnswerSearch(work).execute(cast.responder, { searchId, answer }, fresh());
}
