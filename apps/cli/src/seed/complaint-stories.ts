import { ChangeComplaint, RecordComplaint } from '#libs/casework';
import {
  HOUR,
  plus,
  type ComplaintAbout,
  type ComplaintEvent,
  type ComplaintFinding,
  type ComplaintId,
} from '#libs/domain';
import type { Followed } from './followed';
import type { Scene } from './scene';
import { fresh } from './stage';

type Step = readonly [share: number, event: ComplaintEvent, finding?: ComplaintFinding | null];

interface Told {
  readonly of: number;
  readonly about: ComplaintAbout;
  readonly begins: number;
  readonly steps: readonly Step[];
}

/** One that came in yesterday, one answered, one that was not enough, and one that another body answers. */
const TOLD: readonly Told[] = [
  { of: 0, about: 'another-service', begins: 0.97, steps: [] },
  {
    of: 0,
    about: 'our-service',
    begins: 0.2,
    steps: [
      [0.24, 'acknowledge'],
      [0.7, 'answer', 'partly-upheld'],
    ],
  },
  {
    of: 1,
    about: 'a-worker',
    begins: 0.3,
    steps: [
      [0.36, 'acknowledge'],
      [0.6, 'answer', 'not-upheld'],
      [0.9, 'reopen'],
    ],
  },
  {
    of: 2,
    about: 'police',
    begins: 0.35,
    steps: [
      [0.4, 'acknowledge'],
      [0.5, 'answer', 'passed-to-body'],
      [0.65, 'close'],
    ],
  },
];

/** Complaints that people who are followed made, written down by one responder and answered by the lead. */
export function complaintStories(life: Followed): readonly Scene[] {
  return TOLD.flatMap((told) => {
    const kept: ComplaintId[] = [];
    return [
      { at: life.since(told.begins), play: () => receive(life, told, kept) },
      ...told.steps.map((step) => ({ at: life.since(step[0]), play: () => take(life, step, kept) })),
    ];
  });
}

/** About the first responder, in one of them: the colleague took it down, and whom it is about never learns of it. */
async function receive(
  { stage: { work, vault, ids, cast }, pack, cases }: Followed,
  { of, about }: Told,
  kept: ComplaintId[],
): Promise<void> {
  const caseId = cases[of];
  if (caseId === undefined) return;
  const worker = about === 'a-worker';
  const by = worker ? cast.colleague : cast.responder;
  const receivedAt = await work.run(by, (tx) => Promise.resolve(plus(tx.now, -HOUR)));
  const words = 'Invented words: nobody rang back when they said that they would.';
  const input = { caseId, about, aboutUserId: worker ? cast.responder.userId : null, words, receivedAt };
  const once = await new RecordComplaint(work, vault, ids, pack.care).execute(by, input, fresh());
  if (once.kind === 'done' && once.result.kind === 'recorded') kept.push(once.result.complaintId);
}

async function take(
  { stage: { work, cast } }: Followed,
  [, event, finding = null]: Step,
  [complaintId]: readonly ComplaintId[],
): Promise<void> {
  if (complaintId === undefined) return;
  const found = await work.run(cast.lead, (tx) => tx.complaints.find(complaintId));
  if (found === null) return;
  const input = { complaintId, revision: found.revision, event, finding };
  await new ChangeComplaint(work).execute(cast.lead, input, fresh());
}
