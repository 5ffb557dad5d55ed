import type { Measure, OutcomesFramework, StaffActor } from '#libs/domain';
import { calendarDay } from '../../formatting/moments';
import { whereCounted } from './measures.page';
import { CUT_NAMES, FAMILY_NAMES, MEASURE_COPY, MEASURES_COPY, OWNER_NAMES } from './measures.copy';

/** One measure, whole: what it says, what it leaves out, who answers for it. */
export function measurePage(measure: Measure, framework: OutcomesFramework, actor: StaffActor) {
  const { standing, cuts, owner, inForceFrom, family } = measure;
  return {
    ...MEASURE_COPY,
    measure,
    family: FAMILY_NAMES[family],
    notYetCounted: standing.kind === 'counted' ? null : MEASURES_COPY.notYetNeeds(standing.needs),
    pages: whereCounted(measure, actor),
    ownerName: OWNER_NAMES[owner],
    inForceFromDay: calendarDay(inForceFrom),
    cutNames: cuts.length === 0 ? MEASURE_COPY.noCuts : cuts.map((cut) => CUT_NAMES[cut]).join('; '),
    answers: framework.outcomes
      .filter(({ answer }) => answer.kind === 'measures' && answer.measures.includes(measure.id))
      .map(({ words }) => words),
  };
}
