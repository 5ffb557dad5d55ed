import type { PayloadObject } from '#libs/domain';
import type { LimbNameOf } from '../promise-words/limb-words';

export interface EventWords {
  readonly title: string;
  readonly detail?: string;
}

/** What the timeline knows of one event of the journal. `at` reads an instant of the payload in words. */
export interface EventFacts {
  readonly payload: PayloadObject;
  readonly reason: string | null;
  readonly at: (key: string) => string;
  readonly limbName: LimbNameOf;
}

/** One plain sentence for each type of event; every feature words its own. */
export type WordsByType = Readonly<Record<string, (facts: EventFacts) => EventWords>>;
