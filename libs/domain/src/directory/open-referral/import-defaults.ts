import type { OpeningHours } from '../../time';
import type { CivilDate } from '../service';
import type { Unmapped } from './shape';
import type { OwnTerms } from './terms';

/** What a file leaves open and the area knows. */
export interface ImportDefaults {
  readonly today: CivilDate;
  readonly timezone: string;
  readonly bankHolidays: Pick<OpeningHours, 'holidays' | 'knownUntil'>;
  /** Code of a district by its code or its name; undefined for a place that is none. */
  readonly districtOf: (codeOrName: string) => string | undefined;
}

/** What every part of a file is read with. */
export interface Reading {
  readonly terms: OwnTerms;
  readonly defaults: ImportDefaults;
  readonly note: (path: string, why: Unmapped['why']) => void;
}
