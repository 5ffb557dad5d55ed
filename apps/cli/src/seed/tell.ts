import type { Instant, StaffActor } from '#libs/domain';
import type { FastForward } from './fast-forward';
import type { PlannedCase } from './plan';
import type { SeedingSession } from './seeding-session';
import type { Storyteller, Told } from './storyteller';

interface Scene {
  readonly at: Instant;
  play(): Promise<void>;
}

/** Tells all stories at once, scene by scene in the order of time, timers firing in between. */
export async function tell(
  cases: readonly PlannedCase[],
  options: {
    teller: Storyteller;
    forward: FastForward;
    rounds: readonly Instant[];
    session: SeedingSession;
    officers: readonly StaffActor[];
    progress: (done: number, all: number) => void;
  },
): Promise<void> {
  const { teller, forward, rounds, session, officers, progress } = options;
  const stories = cases.flatMap((planned) => scenesOf(planned, teller, officers));
  const duty = rounds.map((at) => ({ at, play: () => teller.leadsRound() }));
  const ordered = [...stories, ...duty].toSorted((a, b) => a.at - b.at);
  let begun = 0;
  for (const [index, scene] of ordered.entries()) {
    await forward.to(scene.at);
    await scene.play();
    await session.pause();
    const done = Math.floor(((index + 1) / ordered.length) * 10);
    if (done > begun) progress(Math.round((cases.length * done) / 10), cases.length);
    begun = done;
  }
  await session.commit();
}

function scenesOf(
  planned: PlannedCase,
  teller: Storyteller,
  officers: readonly StaffActor[],
): readonly Scene[] {
  const officer = officers[planned.officer % officers.length];
  if (!officer) throw new Error('a story needs an officer');
  let told: Told | null = null;
  const begin: Scene = {
    at: planned.submittedAt,
    play: async () => {
      told = await teller.refer(officer, planned.input);
    },
  };
  const rest = planned.steps.map(({ at, act }) => ({
    at,
    play: async () => {
      if (told !== null) await teller.perform(act, told, at);
    },
  }));
  return [begin, ...rest];
}
