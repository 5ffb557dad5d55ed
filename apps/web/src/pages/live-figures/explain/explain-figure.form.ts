import { liveMeasure, type LiveMeasure, type LiveTable } from '#libs/domain';
import type { FigureAsked } from '../figure-address';
import type { FiguresChoice } from '../live-figures.form';
import { readFigures } from '../live-figures.form';

export type ExplainChoice =
  | { readonly kind: 'figure'; readonly figure: FigureAsked; readonly live: LiveMeasure }
  /** The table or the months are none: answered with what there is. */
  | { readonly kind: 'refused'; readonly choice: FiguresChoice }
  | { readonly kind: 'not-found' };

/** The one figure that an address asks for. Whether its table has such a row is known once it is read. */
export function readFigure(
  given: Readonly<Record<string, unknown>>,
  around: { readonly months: readonly string[] },
): ExplainChoice {
  const { measure, value, limb, part, ...rest } = given;
  const live = typeof measure === 'string' ? liveMeasure(measure) : undefined;
  const choice = readFigures(rest, around);
  if (live === undefined) return { kind: 'not-found' };
  if (choice.errors.length > 0) return { kind: 'refused', choice };
  const { asked } = choice;
  if (!live.tables.includes(asked.table)) return { kind: 'not-found' };
  const texts = [value, limb, part];
  if (texts.some((text) => text !== undefined && (typeof text !== 'string' || text.length > 60)))
    return { kind: 'not-found' };
  if (live.limbs !== (typeof limb === 'string')) return { kind: 'not-found' };
  if ((live.parts !== null) !== (typeof part === 'string')) return { kind: 'not-found' };
  if (typeof part === 'string' && !live.parts?.includes(part)) return { kind: 'not-found' };
  if (hasRows(asked.table) !== (typeof value === 'string')) return { kind: 'not-found' };
  return {
    kind: 'figure',
    live,
    figure: {
      ...asked,
      measure: live.measure.id,
      ...(typeof value === 'string' && { value }),
      ...(typeof limb === 'string' && { limb }),
      ...(typeof part === 'string' && { part }),
    },
  };
}

const ONE_OF_THE_AREA: readonly LiveTable[] = [
  'times',
  'misses',
  'reach',
  'not-reached',
  'support',
  'justice',
  'unmet-need',
  'completeness',
];

function hasRows(table: LiveTable): boolean {
  return !ONE_OF_THE_AREA.includes(table);
}
