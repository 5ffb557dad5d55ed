import { OpenTrack, RecordMilestone, RecordPosition, SettleRecheck } from '#libs/casework';
import {
  HOUR,
  MINUTE,
  plus,
  type CaseId,
  type ContactRecheckId,
  type Instant,
  type MilestoneKind,
  type TrackId,
} from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;
/** Investigations that take each course. */
const OF_EACH = 2;
const LATE_ENTRY = 2 * HOUR;
/** Whoever was set free after this share of the time leaves a question of safe contact open today. */
const LEFT_OPEN = 0.98;

/** One thing that happens when so much of the time told of has passed; a day in court lies so many days from now. */
interface Step {
  readonly share: number;
  readonly kind: MilestoneKind;
  readonly detail?: string;
  readonly courtInDays?: number;
}

interface Course {
  readonly begins: number;
  readonly steps: readonly Step[];
  /** The person withdraws when so much has passed; null for those who do not. */
  readonly withdraws: number | null;
}

/** To court with a trial that moved, a suspect who was set free yesterday, and one that ended without a charge. */
const COURSES: readonly Course[] = [
  {
    begins: 0.2,
    withdraws: null,
    steps: [
      { share: 0.21, kind: 'crime-recorded' },
      { share: 0.22, kind: 'needs-assessed' },
      { share: 0.25, kind: 'suspect-arrested' },
      { share: 0.26, kind: 'released-on-bail' },
      { share: 0.45, kind: 'file-to-prosecutor' },
      { share: 0.6, kind: 'suspect-charged' },
      { share: 0.65, kind: 'statement-offered' },
      { share: 0.7, kind: 'trial-set', courtInDays: 60 },
      { share: 0.8, kind: 'measure-asked-for', detail: 'screens' },
      { share: 0.85, kind: 'trial-moved', detail: 'court-time', courtInDays: 150 },
      { share: 0.92, kind: 'measure-granted', detail: 'screens' },
    ],
  },
  {
    begins: 0.6,
    withdraws: null,
    steps: [
      { share: 0.62, kind: 'crime-recorded' },
      { share: 0.7, kind: 'interview-planned' },
      { share: 0.8, kind: 'suspect-identified' },
      { share: 0.97, kind: 'suspect-arrested' },
      { share: 0.99, kind: 'released-on-bail' },
    ],
  },
  {
    begins: 0.3,
    withdraws: 0.55,
    steps: [
      { share: 0.32, kind: 'crime-recorded' },
      { share: 0.4, kind: 'voluntary-interview' },
      { share: 0.6, kind: 'no-further-action' },
      { share: 0.62, kind: 'told-of-decision' },
    ],
  },
];

/** Investigations followed from the report towards court. */
export function trackStories({ stage, now, days }: Today & { readonly days: number }): readonly Scene[] {
  const at = (share: number) => plus(now, -Math.round((1 - share) * days) * DAY);
  return COURSES.flatMap(({ begins, steps, withdraws }) => {
    const followed: TrackId[] = [];
    const opens = { at: at(begins), play: async () => void followed.push(...(await follow(stage))) };
    const happens = steps.flatMap((step) => {
      const enteredAt = plus(at(step.share), LATE_ENTRY);
      return [
        {
          at: enteredAt,
          play: () => record(stage, followed, { step, happenedAt: at(step.share), now }),
        },
        { at: plus(enteredAt, 40 * MINUTE), play: () => askAgain(stage, step.share < LEFT_OPEN) },
      ];
    });
    if (withdraws === null) return [opens, ...happens];
    return [opens, ...happens, { at: at(withdraws), play: () => withdraw(stage, followed, at(withdraws)) }];
  });
}

/** Begins to follow the newest cases of the police that nobody follows yet. */
async function follow({ work, ids, cast, session }: Stage): Promise<readonly TrackId[]> {
  const cases = await session.look<{ caseId: CaseId }>(
    `select c.case_id as "caseId" from app.case_file c join app.referral r using (referral_id)
     where c.closed_at is null and not c.walled and r.source = 'police' and c.handling_agency_id = $1
       and not exists (select 1 from app.track t where t.case_id = c.case_id)
     order by c.opened_at desc, c.case_id limit ${OF_EACH}`,
    [cast.responder.agencyId],
  );
  const tracks: TrackId[] = [];
  for (const { caseId } of cases) {
    const input = { place: { kind: 'case', caseId }, another: false } as const;
    const once = await new OpenTrack(work, ids).execute(cast.responder, input, fresh());
    if (once.kind === 'done' && once.result.kind === 'opened') tracks.push(once.result.trackId);
  }
  return tracks;
}

async function record(
  { work, ids, cast }: Stage,
  tracks: readonly TrackId[],
  { step, happenedAt, now }: { readonly step: Step; readonly happenedAt: Instant; readonly now: Instant },
): Promise<void> {
  const { kind, detail = null, courtInDays = null } = step;
  const facts = {
    kind,
    detail,
    happenedAt,
    precision: 'minute',
    courtAt: courtInDays === null ? null : plus(now, courtInDays * DAY),
    decidedBy: null,
    toldAt: null,
  } as const;
  for (const trackId of tracks)
    await new RecordMilestone(work, ids).execute(
      cast.responder,
      { trackId, facts, issueReason: 'earlier-step-not-told' },
      fresh(),
    );
}

async function withdraw(
  { work, ids, cast }: Stage,
  tracks: readonly TrackId[],
  saidAt: Instant,
): Promise<void> {
  const facts = { position: 'withdrew', saidAt, reason: 'time-it-takes', toldInPerson: 'yes' } as const;
  for (const trackId of tracks)
    await new RecordPosition(work, ids).execute(cast.responder, { trackId, facts, corrects: null }, fresh());
}

/** Whoever was called after an arrest or a release said that the ways to reach them were still safe. */
async function askAgain({ work, cast, session }: Stage, asked: boolean): Promise<void> {
  if (!asked) return;
  const open = await session.look<{ recheckId: ContactRecheckId }>(
    `select recheck_id as "recheckId" from app.contact_recheck where state = 'open' and handling_agency_id = $1`,
    [cast.responder.agencyId],
  );
  for (const { recheckId } of open) {
    const answer = { recheckId, event: 'find-still-safe', reason: null } as const;
    await new SettleRecheck(work).execute(cast.responder, answer, fresh());
  }
}
