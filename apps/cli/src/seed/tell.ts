import { HOUR, MINUTE, plus, type Instant } from '#libs/domain';
import { referrerOf } from './cast';
import { answerPage, leadsRound, officersRound } from './duty-rounds';
import type { FastForward } from './fast-forward';
import type { PlannedCase } from './planned-case';
import type { Chance } from './random';
import type { Stage } from './stage';
import { Storyteller } from './storyteller';
import type { Told } from './told';

export interface Scene {
  readonly at: Instant;
  play(): Promise<void>;
}

export interface Telling {
  readonly stage: Stage;
  readonly forward: FastForward;
  /** When the duty lead looks at what is open. */
  readonly rounds: readonly Instant[];
  readonly chance: Chance;
  /** What happens around the cases. */
  readonly life: readonly Scene[];
  readonly now: Instant;
  progress(done: number, all: number): void;
}

/** Tells all stories at once, scene by scene in the order of time, timers firing in between. */
export async function tell(cases: readonly PlannedCase[], telling: Telling): Promise<void> {
  const { stage, forward, progress } = telling;
  const teller = new Storyteller(stage);
  const stories = cases.flatMap((planned) => scenesOf(planned, teller, telling));
  const ordered = [...stories, ...telling.life, ...duties(telling)].toSorted((a, b) => a.at - b.at);
  let begun = 0;
  for (const [index, scene] of ordered.entries()) {
    await forward.to(scene.at);
    await scene.play();
    await stage.session.pause();
    const done = Math.floor(((index + 1) / ordered.length) * 10);
    if (done > begun) progress(Math.round((cases.length * done) / 10), cases.length);
    begun = done;
  }
  await forward.to(telling.now);
  await stage.session.commit();
}

function duties({ stage, rounds, chance }: Telling): readonly Scene[] {
  return rounds.flatMap((at, index) => [
    { at, play: () => leadsRound(stage) },
    ...(index % 2 === 0 ? [{ at: plus(at, HOUR), play: () => officersRound(stage, chance) }] : []),
  ]);
}

function scenesOf(planned: PlannedCase, teller: Storyteller, { stage, now }: Telling): readonly Scene[] {
  const referrer = referrerOf(stage.cast, planned.by);
  let told: Told | null = null;
  const begin: Scene = {
    at: planned.submittedAt,
    play: async () => {
      told = await teller.refer(referrer, planned.input);
    },
  };
  const page: Scene = {
    at: plus(planned.submittedAt, 9 * MINUTE),
    play: async () => {
      if (told !== null) await answerPage(stage, told.referralId, referrer);
    },
  };
  const paged = planned.input.dangers.length > 0 && page.at < plus(now, -2 * HOUR);
  const rest = planned.steps.map(({ at, act }) => ({
    at,
    play: async () => {
      if (told !== null) await teller.perform(act, told, at);
    },
  }));
  return [begin, ...(paged ? [page] : []), ...rest];
}
