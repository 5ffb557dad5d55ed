import {
  COUNTED_APART,
  type DeadlineId,
  type FactBasis,
  type PromiseFact,
  type ReferralId,
} from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { PayloadReader } from './payload-reader';

const BASIS_OF: Readonly<Record<string, FactBasis>> = {
  'deadline.met': 'on-time',
  'deadline.met-on-confirmation': 'late-entry-confirmed',
  'deadline.met-on-correction': 'corrected-start',
  'deadline.done-late': 'late',
  'deadline.missed-on-correction': 'late',
};

type Told = Pick<JournalEntry, 'subject' | 'type' | 'payload'>;

/**
 * What one journal event makes of the fact of its deadline. A breach changes nothing here: whether a limb was met in
 * time is arithmetic on `metAt` and `dueAt`, not whether anybody noticed.
 */
export function projectFact(fact: PromiseFact | null, { subject, type, payload }: Told): PromiseFact {
  const read = new PayloadReader(type, payload);
  if (type === 'deadline.set') return factSet(subject.id as DeadlineId, read);
  if (fact === null) throw new Error(`the journal tells ${type} of a deadline that was never set`);
  const basis = BASIS_OF[type];
  // A miss that a correction shows may rest on a claim that still waits, and then has no time of its own.
  if (basis === 'late') return { ...fact, metAt: read.maybeAt('metAt'), basis };
  if (basis !== undefined) return { ...fact, metAt: read.at('metAt'), basis };
  switch (type) {
    case 'deadline.moved':
      return { ...fact, dueAt: read.at('dueAt'), monthOn: read.text('monthOn') };
    case 'deadline.adjusted':
      return { ...fact, adjustedDueAt: read.maybeAt('adjustedDueAt') };
    case 'deadline.running-again':
      return { ...fact, metAt: null, basis: null, cancelled: false, cancelledBecause: null };
    case 'deadline.cancelled':
      return {
        ...fact,
        cancelled: true,
        cancelledBecause: COUNTED_APART.find((reason) => reason === payload['because']) ?? null,
      };
    default:
      return fact;
  }
}

function factSet(deadlineId: DeadlineId, read: PayloadReader): PromiseFact {
  return {
    deadlineId,
    referralId: read.text('referralId') as ReferralId,
    monthOn: read.text('monthOn'),
    source: read.text('source'),
    limb: read.text('limb'),
    binding: read.flag('binding'),
    policyId: read.text('policyId'),
    policyVersion: read.count('policyVersion'),
    calendarId: read.text('calendarId'),
    calendarVersion: read.count('calendarVersion'),
    dueAt: read.at('dueAt'),
    adjustedDueAt: null,
    metAt: null,
    basis: null,
    cancelled: false,
    cancelledBecause: null,
  };
}
