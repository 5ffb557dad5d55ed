import type { FiguresOf, ServiceId, SupportKind, WaitingFigures } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** How long people wait for each service that the reader may know of, and at the desk, in numbers alone. */
export async function liveWaiting(manager: EntityManager): Promise<readonly FiguresOf<WaitingFigures>[]> {
  const rows = await manager.query<RawFigures[]>('select * from app.waiting_figures()');
  return rows.map(({ caseload, unanswered, room, ...row }) => ({
    ...countedOf(row),
    figures: { ...lengthsOf(row), caseload, unanswered, room },
  }));
}

export interface RawLengths {
  readonly service_id: ServiceId | null;
  readonly kind: SupportKind;
  readonly waiting: number;
  readonly median: string | null;
  readonly p90: string | null;
  readonly longest: string | null;
}

interface RawFigures extends RawLengths {
  readonly caseload: number;
  readonly unanswered: number;
  readonly room: number | null;
}

export function countedOf({ service_id, kind }: RawLengths) {
  return { serviceId: service_id, kind };
}

export function lengthsOf({ waiting, median, p90, longest }: RawLengths) {
  return { waiting, median: lengthOf(median), p90: lengthOf(p90), longest: lengthOf(longest) };
}

/** Whole milliseconds out of seconds. */
function lengthOf(seconds: string | null): number | null {
  return seconds === null ? null : Math.floor(Number(seconds) * 1_000);
}
