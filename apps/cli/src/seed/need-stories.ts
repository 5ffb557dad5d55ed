import {
  AcknowledgeUrgentPage,
  ChangeRisk,
  ChangeSupportTask,
  RaiseRisk,
  RecordNeeds,
  type RiskChange,
} from '#libs/casework';
import { MINUTE, plus, type CaseId, type Risk, type RiskId, type UrgentPageId } from '#libs/domain';
import type { Followed } from './followed';
import type { Scene } from './scene';
import { fresh } from './stage';
import { taskAbout } from './support-stories';

/**
 * Needs gone through twice with one person and once with another; a risk that stands and was looked at again, one that
 * could not wait and was answered within minutes, and one that was made safe.
 */
export function needStories(life: Followed): readonly Scene[] {
  const { cases, since } = life;
  const raised: RiskId[] = [];
  const urgent = since(0.6);
  return [
    { at: since(0.03), play: () => assess(life, cases[0], FIRST) },
    { at: since(0.9), play: () => assess(life, cases[0], LATER) },
    { at: since(0.2), play: () => assess(life, cases[1], FIRST) },
    { at: since(0.5), play: () => raise(life, { caseId: cases[0], risk: 'stalking', raised }) },
    {
      at: since(0.92),
      play: () => change(life, raised[0], { kind: 'review', reviewOn: life.day(life.now, 12) }),
    },
    { at: urgent, play: () => raise(life, { caseId: cases[1], risk: 'suicide-or-self-harm', raised }) },
    { at: plus(urgent, 6 * MINUTE), play: () => takePage(life) },
    { at: plus(urgent, 21 * MINUTE), play: () => makeSafe(life, raised[1]) },
    { at: since(0.7), play: () => raise(life, { caseId: cases[2], risk: 'unsafe-home', raised }) },
    { at: since(0.95), play: () => change(life, raised[2], { kind: 'close', ending: 'made-safe' }) },
  ];
}

const FIRST = {
  safety: 'needs-support',
  'mind-and-feelings': 'needs-support',
  justice: 'needs-support',
  health: 'unknown',
  home: 'no-need',
  'drugs-and-alcohol': 'declined',
} as const;
const LATER = {
  safety: 'no-need',
  'mind-and-feelings': 'needs-support',
  'work-and-learning': 'needs-support',
} as const;

async function assess(
  { stage: { work, ids, cast } }: Followed,
  caseId: CaseId | undefined,
  answers: typeof FIRST | typeof LATER,
): Promise<void> {
  if (caseId === undefined) return;
  const happenedAt = await work.run(cast.responder, (tx) => Promise.resolve(tx.now));
  await new RecordNeeds(work, ids).execute(cast.responder, { caseId, answers, happenedAt }, fresh());
}

async function raise(
  { stage: { work, vault, ids, cast }, pack, day }: Followed,
  {
    caseId,
    risk,
    raised,
  }: { readonly caseId: CaseId | undefined; readonly risk: Risk; readonly raised: RiskId[] },
): Promise<void> {
  if (caseId === undefined) return;
  const now = await work.run(cast.responder, (tx) => Promise.resolve(tx.now));
  const input = {
    caseId,
    risk,
    words: 'Invented words: they told us so on the telephone.',
    reviewOn: day(now, 21),
  };
  const once = await new RaiseRisk(work, vault, ids, pack.care).execute(cast.responder, input, fresh());
  if (once.kind === 'done' && once.result.kind === 'raised') raised.push(once.result.riskId);
}

async function change(
  { stage: { work, cast }, pack }: Followed,
  riskId: RiskId | undefined,
  to: RiskChange,
): Promise<void> {
  if (riskId === undefined) return;
  const flag = await work.run(cast.responder, (tx) => tx.needs.findRisk(riskId));
  if (flag === null) return;
  const input = { riskId, revision: flag.revision, change: to };
  await new ChangeRisk(work, pack.care).execute(cast.responder, input, fresh());
}

/** The lead has the page of the risk that cannot wait. */
async function takePage({ stage: { work, cast, session } }: Followed): Promise<void> {
  const [page] = await session.look<{ pageId: UrgentPageId; revision: number }>(
    `select page_id as "pageId", revision from app.urgent_page where about = 'need' and state = 'open' limit 1`,
    [],
  );
  if (page !== undefined) await new AcknowledgeUrgentPage(work).execute(cast.lead, page, fresh());
}

async function makeSafe(life: Followed, riskId: RiskId | undefined): Promise<void> {
  const { stage, pack } = life;
  const task = riskId === undefined ? undefined : await taskAbout(stage, riskId);
  if (task === undefined) return;
  const done = { kind: 'finish', outcome: 'made-safe', nextOn: null } as const;
  const { work, ids, cast } = stage;
  await new ChangeSupportTask(work, ids, pack.care).execute(
    cast.responder,
    { ...task, change: done },
    fresh(),
  );
}
