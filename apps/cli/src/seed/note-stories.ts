import { KeepDisclosure, MoveNote, WriteNote, type Once } from '#libs/casework';
import {
  HOUR,
  plus,
  type CaseId,
  type Instant,
  type NoteId,
  type NoteWall,
  type StaffActor,
} from '#libs/domain';
import { personaIn } from './cast';
import type { Followed } from './followed';
import { adviserOf } from './plan-stories';
import { caseOfAdviser } from './service-care-stories';
import type { Scene } from './scene';
import { fresh } from './stage';

/**
 * Notes behind the walls of the desk and of a service: some, one that puts another right, one that stood in the wrong
 * wall and left a marker, and things that people told which nobody wrote down.
 */
export function noteStories(life: Followed): readonly Scene[] {
  const { stage, pack, now, since } = life;
  const { cast } = stage;
  const adviser = adviserOf(pack.personas);
  const coordinator = personaIn(pack, 'provider-coordinator');
  const manager = personaIn(pack, 'service-manager');
  const desk = [
    { at: since(0.2), play: () => onContact(life, cast.responder) },
    { at: since(0.55), play: () => moved(life, { by: cast.lead, from: 'contact', caseId: life.cases[0] }) },
    { at: since(0.65), play: () => supervised(life, { by: manager ?? cast.lead, caseId: life.cases[0] }) },
    {
      at: since(0.7),
      play: () => told(life, { by: cast.responder, wall: 'contact', caseId: life.cases[1] }),
    },
  ];
  if (adviser === null || coordinator === null) return desk;
  return [...desk, { at: plus(now, -28 * HOUR), play: () => atService(life, { adviser, coordinator }) }];
}

const RANG = 'Invented note: rang at the agreed time and spoke for ten minutes. Next call on Thursday.';
const RIGHT = 'Invented note: the next call is on Friday, not on Thursday.';
const SAW = 'Invented note: they would like somebody beside them on the day at court.';
const SUPERVISION = 'Invented note: talked through how the weeks have been, and who covers on Monday.';

async function onContact(life: Followed, by: StaffActor): Promise<void> {
  const caseId = life.cases[0];
  const corrects = await write(life, { by, wall: 'contact', caseId, text: RANG, hoursAgo: 2 });
  await write(life, { by, wall: 'contact', caseId, text: RIGHT, hoursAgo: 1, corrects });
}

async function supervised(
  life: Followed,
  { by, caseId }: { readonly by: StaffActor; readonly caseId: CaseId | undefined },
): Promise<void> {
  await write(life, { by, wall: 'supervision', caseId, text: SUPERVISION, hoursAgo: 1 });
}

/** Written behind one wall and meant for the other. */
async function moved(
  life: Followed,
  {
    by,
    from,
    caseId,
  }: { readonly by: StaffActor; readonly from: NoteWall; readonly caseId: CaseId | undefined },
): Promise<void> {
  const noteId = await write(life, { by, wall: from, caseId, text: SUPERVISION, hoursAgo: 2 });
  if (noteId === null || caseId === undefined) return;
  const { notes, stage } = life;
  const input = { caseId, from, noteId, to: 'supervision' } as const;
  await new MoveNote(notes, stage.vault, stage.ids).execute(by, input, fresh());
}

async function told(
  { notes, stage }: Followed,
  {
    by,
    wall,
    caseId,
  }: { readonly by: StaffActor; readonly wall: NoteWall; readonly caseId: CaseId | undefined },
): Promise<void> {
  if (caseId === undefined) return;
  const happenedAt = await nowOf(stage, by);
  const handedOver = { wish: 'now', handOverTo: ['police'], agreedHow: 'phone' } as const;
  const later = { wish: 'later', handOverTo: [], agreedHow: null } as const;
  const input = { wall, caseId, happenedAt, ...(wall === 'contact' ? handedOver : later) };
  await new KeepDisclosure(notes, stage.ids).execute(by, input, fresh());
}

async function atService(
  life: Followed,
  { adviser, coordinator }: { readonly adviser: StaffActor; readonly coordinator: StaffActor },
): Promise<void> {
  const caseId = await caseOfAdviser(life.stage, adviser);
  await write(life, { by: adviser, wall: 'advocacy', caseId, text: SAW, hoursAgo: 3 });
  await told(life, { by: adviser, wall: 'advocacy', caseId });
  await moved(life, { by: coordinator, from: 'advocacy', caseId });
  await supervised(life, { by: coordinator, caseId });
}

async function write(
  { notes, stage }: Followed,
  note: {
    readonly by: StaffActor;
    readonly wall: NoteWall;
    readonly caseId: CaseId | undefined;
    readonly text: string;
    readonly hoursAgo: number;
    readonly corrects?: NoteId | null;
  },
): Promise<NoteId | null> {
  const { by, wall, caseId, text, hoursAgo, corrects = null } = note;
  if (caseId === undefined) return null;
  const happenedAt = plus(await nowOf(stage, by), -hoursAgo * HOUR);
  const input = { wall, caseId, happenedAt, text, readAgain: false, corrects };
  const once: Once<{ readonly kind: string; readonly noteId?: NoteId }> = await new WriteNote(
    notes,
    stage.vault,
    stage.ids,
  ).execute(by, input, fresh());
  return once.kind === 'done' ? (once.result.noteId ?? null) : null;
}

function nowOf({ work }: Followed['stage'], by: StaffActor): Promise<Instant> {
  return work.run(by, (tx) => Promise.resolve(tx.now));
}
