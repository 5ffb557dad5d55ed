import type { OffencesTaken } from '#libs/casework';
import { OFFENCE_DEFINITIONS, type OffenceFault } from '#libs/domain';
import type { OffenceSetRow } from '#libs/persistence';
import type { FieldError } from '../../../errors/problem';
import { dayInFull } from '../../../formatting/moments';
import { wrongFields } from '../../form-acts/wrong-fields';
import type { Notice } from '../../notices/notice';
import { DEFINITION_NAMES } from '../coverage.copy';
import { OFFENCE_FAULT_WORDS, OFFENCES } from './offences.copy';
import type { OffencesRaw } from './offences.form';

export function offencesPage(
  sets: readonly OffenceSetRow[],
  { notice, timezone }: { readonly notice: Notice | null; readonly timezone: string },
) {
  return {
    words: OFFENCES,
    title: OFFENCES.title,
    notice,
    sets: sets.map(({ definition, months, first, last, counts, superseded, source, licence, takenAt }) => ({
      definition: DEFINITION_NAMES[definition],
      periods: OFFENCES.periods(first, last, OFFENCES.length[months]),
      counts,
      superseded,
      source: `${source}. ${licence}`,
      taken: dayInFull(takenAt, timezone),
    })),
  };
}

export function takeOffencesPage(form: {
  readonly raw: OffencesRaw;
  readonly errors: readonly FieldError[];
  readonly faults?: readonly OffenceFault[];
  readonly idempotencyKey?: string;
}) {
  const { raw, errors, faults = [], idempotencyKey } = form;
  const definitions = OFFENCE_DEFINITIONS.map((value) => ({ value, text: DEFINITION_NAMES[value] }));
  return {
    words: OFFENCES,
    title: OFFENCES.addTitle,
    raw,
    errors,
    wrong: wrongFields(errors),
    definitions: [{ value: '', text: OFFENCES.choose }, ...definitions],
    faults: faults.map(({ row, found, kind }) => ({
      row: row === null ? OFFENCES.whole : String(row),
      found,
      what: OFFENCE_FAULT_WORDS[kind],
    })),
    idempotencyKey,
  };
}

export function checkedPage(raw: OffencesRaw, { added, superseded, same }: OffencesTaken) {
  return {
    words: OFFENCES,
    title: OFFENCES.checkedTitle,
    raw,
    counts: OFFENCES.counts(added, superseded, same),
    mayTake: added + superseded > 0,
    step: superseded > 0 ? 'supersede' : 'take',
    button: superseded > 0 ? OFFENCES.supersede : OFFENCES.take,
  };
}
