import type { FigureSample } from '#libs/domain';
import { instantOf, maybeInstantOf } from '../columns';

export interface RawSample extends Omit<FigureSample, 'figure' | 'askedAt' | 'drawnAt'> {
  readonly figure: FigureSample['figure'];
  readonly askedAt: Date;
  readonly drawnAt: Date | null;
}

export const SAMPLE_COLUMNS = `s.sample_id as id, s.size, s.purpose, s.asked_by as "askedBy", s.asked_at as "askedAt",
  s.asked_under_seal::float8 as "askedUnderSeal", d.drawn_at as "drawnAt",
  jsonb_build_object('measure', s.measure_id, 'table', s.table_id, 'span', s.span, 'until', s.until_month, 'value', s.value, 'limb', s.limb,
    'part', s.part) as figure`;

export function sampleOf({ askedAt, drawnAt, ...row }: RawSample): FigureSample {
  return { ...row, askedAt: instantOf(askedAt), drawnAt: maybeInstantOf(drawnAt) };
}
