import {
  event,
  localDate,
  mayDo,
  offenceFault,
  readOffenceSheet,
  type DatedDistrict,
  type OffenceCount,
  type OffenceDefinition,
  type OffenceFault,
  type OffenceSetId,
  type PeriodLength,
  type SheetRow,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Ids, Once, Repeatable, StandingOffences, Transaction, UnitOfWork } from '../ports';

export interface TakeOffencesInput {
  readonly definition: OffenceDefinition;
  readonly source: string;
  readonly licence: string;
  readonly rows: readonly SheetRow[];
  /** Whether what stands already is superseded where the file says otherwise. */
  readonly supersedes: boolean;
  /** Says what would happen and changes nothing. */
  readonly dryRun: boolean;
  readonly area: { readonly districts: readonly DatedDistrict[]; readonly timezone: string };
}

export interface OffencesTaken {
  readonly kind: 'taken';
  /** Null when nothing was written: a dry run, or a file that says what stands already. */
  readonly setId: OffenceSetId | null;
  readonly months: PeriodLength;
  readonly periods: readonly string[];
  readonly added: number;
  readonly superseded: number;
  readonly same: number;
}

export type TakeOffencesOutcome =
  OffencesTaken | { readonly kind: 'refused'; readonly faults: readonly OffenceFault[] } | NotFound;

const MOST_FAULTS = 100;

/**
 * Takes counts of recorded offences out of a sheet, whole or not at all. What stands already is superseded only where
 * that is said, and stays beside what supersedes it.
 */
export class TakeOffences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: TakeOffencesInput,
    repeatable: Repeatable,
  ): Promise<Once<TakeOffencesOutcome>> {
    return this.unitOfWork.once<TakeOffencesOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'taken' && !input.dryRun },
      (tx) => this.take(tx, actor, input),
    );
  }

  private async take(
    tx: Transaction,
    actor: StaffActor,
    input: TakeOffencesInput,
  ): Promise<TakeOffencesOutcome> {
    if (!mayDo(actor, 'keep-offences')) return NOT_FOUND;
    const { definition, area, rows } = input;
    const thisMonth = localDate(tx.now, area.timezone).slice(0, 7);
    const sheet = readOffenceSheet(rows, { districts: area.districts, thisMonth });
    if (sheet.kind === 'refused') return sheet;
    const { months, counts } = sheet;
    const standing = await tx.offences.standing({ definition, months });
    const { fresh, differing, same } = sorted(counts, standing);
    if (differing.length > 0 && !input.supersedes) return { kind: 'refused', faults: heldFaults(differing) };
    const written = [...fresh, ...differing.map(({ next }) => next)];
    const writes = written.length > 0 && !input.dryRun;
    const setId = writes ? this.ids.next<OffenceSetId>() : null;
    if (setId !== null) {
      const { source, licence } = input;
      const set = { id: setId, definition, months, source, licence, takenBy: actor.userId };
      await tx.offences.take(set, written, tx.now);
      await tx.journal.append([
        event({
          subject: { kind: 'offence-set', id: setId },
          type: 'offence-set.taken',
          happenedAt: tx.now,
          payload: { definition, months, added: fresh.length, superseded: differing.length },
        }),
      ]);
    }
    const periods = [...new Set(counts.map(({ first }) => first))].toSorted();
    return {
      kind: 'taken',
      setId,
      months,
      periods,
      added: fresh.length,
      superseded: differing.length,
      same,
    };
  }
}

function sorted(counts: readonly OffenceCount[], standing: readonly StandingOffences[]) {
  const held = new Map(standing.map((one) => [`${one.first} ${one.district}`, one]));
  const fresh: StandingOffences[] = [];
  const differing: { readonly row: number; readonly was: number; readonly next: StandingOffences }[] = [];
  let same = 0;
  for (const { row, district, first, offences } of counts) {
    const was = held.get(`${first} ${district}`);
    if (was === undefined) fresh.push({ district, first, version: 1, offences });
    else if (was.offences === offences) same += 1;
    else {
      const next = { district, first, version: was.version + 1, offences };
      differing.push({ row, was: was.offences, next });
    }
  }
  return { fresh, differing, same };
}

function heldFaults(differing: ReturnType<typeof sorted>['differing']): readonly OffenceFault[] {
  return differing
    .slice(0, MOST_FAULTS)
    .map(({ row, was, next }) => offenceFault('held-already', row, `${was}, not ${next.offences}`));
}
