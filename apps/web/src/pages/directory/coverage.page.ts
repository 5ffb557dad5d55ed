import {
  coverageEnds,
  coverageMatrix,
  mayDo,
  type CoverageRow,
  type DirectoryService,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { calendarDay, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { COVERAGE } from './directory.copy';
import type { DirectoryRead, DirectoryReading } from './directory-reading';
import { choicesOf } from './form-sheet';
import { basisInWords } from './service.page';
import { BASIS_WORDS, EVIDENCE_SHORT, EVIDENCE_WORDS } from './words.copy';

export function coveragePage(
  { services, today, now, timezone }: DirectoryRead,
  reading: DirectoryReading,
  { actor, notice }: { actor: StaffActor; notice: Notice | null },
) {
  const all = services.map(({ service }) => service);
  const districts = reading.districtsOn(today);
  const matrix = coverageMatrix({ services: all, districts: districts.map(({ value }) => value), on: today });
  const mayConfirm = mayDo(actor, 'confirm-coverage');
  const pending = matrix.flatMap(({ district, cells }) =>
    cells.flatMap(({ entries }) =>
      entries
        .filter(({ unconfirmed }) => unconfirmed)
        .map(({ service, row }) => ({
          service: service.name,
          district: reading.districtName(district),
          basis: basisInWords(row),
          href: mayConfirm ? confirmPath(service, district) : null,
        })),
    ),
  );
  return {
    words: COVERAGE,
    title: COVERAGE.title,
    asAt: timeOfDay(now, timezone),
    day: COVERAGE.asOn(calendarDay(today)),
    notice,
    pending,
    ends: coverageEnds(all, today).map(({ service, district, on }) =>
      COVERAGE.endLine(service.name, reading.districtName(district), calendarDay(on)),
    ),
    kinds: (matrix[0]?.cells ?? []).map(({ kind }) => reading.kindShort(kind)),
    rows: matrix.map(({ district, cells }) => ({
      district: reading.districtName(district),
      cells: cells.map(({ entries }) =>
        entries.map(({ service, row, unconfirmed }) => ({
          name: service.name,
          href: `/directory/services/${service.id}`,
          evidence: EVIDENCE_SHORT[row.evidence],
          unconfirmed,
        })),
      ),
    })),
  };
}

export function confirmPage(
  form: {
    readonly service: DirectoryService;
    readonly district: string;
    readonly row: CoverageRow;
    readonly basis: string;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
  reading: DirectoryReading,
) {
  const { service, district, row, basis, errors, idempotencyKey } = form;
  return {
    words: COVERAGE,
    title: COVERAGE.confirmTitle,
    question: COVERAGE.question(service.name, reading.districtName(district)),
    known: [EVIDENCE_WORDS[row.evidence], basisInWords(row)],
    action: confirmPath(service, district),
    bases: choicesOf(BASIS_WORDS),
    basis,
    revision: service.version,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

function confirmPath({ id }: DirectoryService, district: string): string {
  return `/directory/services/${id}/confirm/${district}`;
}
