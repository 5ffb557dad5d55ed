import {
  FRAMEWORK_SIDES,
  MEASURE_FAMILIES,
  MEASURES,
  measureOf,
  type FrameworkOutcome,
  type Measure,
  type OutcomesFramework,
  type StaffActor,
} from '#libs/domain';
import { figurePageLink, type FigurePageLink } from './figure-pages';
import { FAMILY_NAMES, MEASURES_COPY, SIDE_NAMES } from './measures.copy';

/** Every measure by family, and which of them answer the outcomes that the partnership has agreed. */
export function measuresPage(framework: OutcomesFramework, actor: StaffActor) {
  return {
    ...MEASURES_COPY,
    families: MEASURE_FAMILIES.map((family) => ({
      name: FAMILY_NAMES[family],
      measures: MEASURES.filter((measure) => measure.family === family).map((measure) => ({
        name: measure.name,
        path: measurePath(measure.id),
        version: String(measure.version),
        where: whereCounted(measure, actor),
      })),
    })).filter(({ measures }) => measures.length > 0),
    framework: {
      title: framework.title,
      source: framework.source,
      boards: framework.boards,
      sides: FRAMEWORK_SIDES.map((side) => ({
        name: SIDE_NAMES[side],
        outcomes: framework.outcomes.filter((outcome) => outcome.side === side).map(outcomeRow),
      })).filter(({ outcomes }) => outcomes.length > 0),
    },
  };
}

export function measurePath(id: string): string {
  return `/figures/measures/${id}`;
}

/** The pages that count it; none for what is defined only. */
export function whereCounted({ standing }: Measure, actor: StaffActor): readonly FigurePageLink[] {
  return standing.kind === 'counted' ? standing.on.map((page) => figurePageLink(page, actor)) : [];
}

function outcomeRow({ words, source, answer }: FrameworkOutcome) {
  return {
    words,
    source,
    heldBy: answer.kind === 'measures' ? null : MEASURES_COPY.heldBy(answer.heldBy, answer.why),
    measures: answer.kind === 'measures' ? answer.measures.map((id) => measureOf(id)?.name ?? id) : [],
  };
}
