import type { CaseId } from '../../ids';

/** What every strand of a case says of itself: codes and instants, and nothing that names anyone. */
export interface StrandPlace {
  /** Unique among the strands of its kind. */
  readonly id: string;
  readonly caseId: CaseId;
  /** First day of the month, in UTC, in which it began. */
  readonly monthOn: string;
  /** What it is cut by: a kind of support, a question, a service. */
  readonly value: string;
}
