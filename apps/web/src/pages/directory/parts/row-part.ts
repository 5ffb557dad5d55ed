import type { DirectoryService, ServiceDraft } from '#libs/domain';
import type { FieldError } from '../../../errors/problem';
import type { FormField, FormSheet, PartRaw } from '../form-sheet';
import type { PartAbout, ServicePart } from './service-part';

export type RowRead<Row> =
  | { readonly kind: 'read'; readonly row: Row }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] };

/** A part of a service that is a list: each line of it has a form of its own, so that no form grows without end. */
export interface RowPart<Row> {
  readonly single: readonly string[];
  readonly lists: readonly string[];
  rowsOf(service: DirectoryService): readonly Row[];
  put(rows: readonly Row[]): Partial<ServiceDraft>;
  /** A line as the form shows it; null is a new one. */
  rawOf(row: Row | null, service: DirectoryService): PartRaw;
  read(raw: PartRaw, about: PartAbout): RowRead<Row>;
  fields(sheet: FormSheet, about: PartAbout): readonly FormField[];
}

/** One line of a list as a part: `place` counts from 0, and the place behind the last is a new line. */
export function lineOf<Row>(part: RowPart<Row>, place: number): ServicePart {
  const { single, lists } = part;
  return {
    single,
    lists,
    rawOf: (service) => part.rawOf(part.rowsOf(service)[place] ?? null, service),
    read(raw, service, about) {
      const read = part.read(raw, about);
      if (read.kind === 'wrong') return read;
      const rows = [...part.rowsOf(service)];
      rows[place] = read.row;
      return { kind: 'read', draft: part.put(rows) };
    },
    fields: (sheet, about) => part.fields(sheet, about),
  };
}

export function withoutLine<Row>(
  part: RowPart<Row>,
  service: DirectoryService,
  place: number,
): Partial<ServiceDraft> {
  return part.put(part.rowsOf(service).filter((_, index) => index !== place));
}
