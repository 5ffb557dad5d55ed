import type { DeadlineId, Instant, PromiseFact } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { projectFact } from './project-fact';
import type { LimbFigure, PromiseFigure } from './promise-figure';

type Told = Pick<JournalEntry, 'subject' | 'type' | 'payload'>;
type Month = Omit<PromiseFigure, 'asAt'>;

/**
 * Counts the promise again from rows of the journal, without a database: the figure that `promiseFigures` reads, for
 * whoever has an export (P10). It keeps one fact for each deadline.
 */
export class PromiseReplay {
  private readonly facts = new Map<string, PromiseFact>();

  /** Takes the next row, in the order of the seal. Throws when the journal does not tell what its writers promise. */
  add(told: Told): void {
    if (told.subject.kind !== 'deadline' || !told.type.startsWith('deadline.')) return;
    const { id } = told.subject;
    this.facts.set(id, projectFact(this.facts.get(id as DeadlineId) ?? null, told));
  }

  /** Every month that has anything to count, newest first, as at one instant. */
  figures(asAt: Instant): readonly Month[] {
    const limbs = new Map<string, Tally>();
    for (const fact of this.facts.values()) {
      if (fact.source !== 'police') continue;
      const key = `${fact.monthOn} ${fact.limb}`;
      const tally = limbs.get(key) ?? new Tally(fact.monthOn, fact.limb);
      limbs.set(key, tally);
      tally.count(fact, asAt);
    }
    const counted = [...limbs.values()];
    return [...new Set(counted.map(({ monthOn }) => monthOn))]
      .toSorted()
      .toReversed()
      .map((monthOn) => ({
        monthOn,
        limbs: counted
          .filter((tally) => tally.monthOn === monthOn)
          .map((tally) => tally.figure())
          .toSorted(
            (one, other) => Number(other.binding) - Number(one.binding) || byText(one.limb, other.limb),
          ),
      }));
  }
}

type Counts = Omit<LimbFigure, 'limb' | 'binding' | 'policyVersions' | 'calendarVersions'>;

const NOTHING = {
  referrals: 0,
  stillOpen: 0,
  cancelled: 0,
  cancelledByRedirect: 0,
  cancelledByDeath: 0,
  cancelledAsDuplicate: 0,
  met: 0,
  missed: 0,
  metByConfirmedLateEntry: 0,
  metByCorrectedStart: 0,
  missedButInAdjustedTime: 0,
} satisfies Counts;

/** One limb of one month. */
class Tally {
  private counts: Counts = NOTHING;
  private binding = false;
  private readonly policies = new Set<string>();
  private readonly calendars = new Set<string>();

  constructor(
    readonly monthOn: string,
    readonly limb: string,
  ) {}

  count(fact: PromiseFact, asAt: Instant): void {
    const met = fact.basis !== null && fact.basis !== 'late';
    const decided = !fact.cancelled && (fact.basis !== null || fact.dueAt < asAt);
    const cancelled = fact.cancelled && !decided;
    const because = cancelled ? fact.cancelledBecause : null;
    const { counts } = this;
    this.counts = {
      referrals: counts.referrals + 1,
      stillOpen: counts.stillOpen + Number(!decided && !fact.cancelled),
      cancelled: counts.cancelled + Number(cancelled),
      cancelledByRedirect: counts.cancelledByRedirect + Number(because === 'redirected'),
      cancelledByDeath: counts.cancelledByDeath + Number(because === 'died'),
      cancelledAsDuplicate: counts.cancelledAsDuplicate + Number(because === 'duplicate'),
      met: counts.met + Number(met),
      missed: counts.missed + Number(decided && !met),
      metByConfirmedLateEntry:
        counts.metByConfirmedLateEntry + Number(met && fact.basis === 'late-entry-confirmed'),
      metByCorrectedStart: counts.metByCorrectedStart + Number(met && fact.basis === 'corrected-start'),
      missedButInAdjustedTime:
        counts.missedButInAdjustedTime +
        Number(decided && !met && fact.adjustedDueAt !== null && (fact.metAt ?? asAt) <= fact.adjustedDueAt),
    };
    this.binding ||= fact.binding;
    this.policies.add(`${fact.policyId} v${fact.policyVersion}`);
    this.calendars.add(`${fact.calendarId} v${fact.calendarVersion}`);
  }

  figure(): LimbFigure {
    return {
      limb: this.limb,
      binding: this.binding,
      ...this.counts,
      policyVersions: [...this.policies].toSorted(byText),
      calendarVersions: [...this.calendars].toSorted(byText),
    };
  }
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
