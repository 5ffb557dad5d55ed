import type { FigureSpan, LiveTable } from '#libs/domain';

/** Which figures are asked for; its address brings the same figures again. */
export interface FiguresAsked {
  readonly table: LiveTable;
  readonly span: FigureSpan;
  /** The last month, `YYYY-MM`. */
  readonly until: string;
}

/** One figure of a table. */
export interface FigureAsked extends FiguresAsked {
  readonly measure: string;
  readonly value?: string;
  readonly limb?: string;
  readonly part?: string;
}

export function figuresPath({ table, span, until }: FiguresAsked): string {
  return `/figures/live?${new URLSearchParams({ table, span, until }).toString()}`;
}

export function explainPath({ table, span, until, measure, value, limb, part }: FigureAsked): string {
  const asked = new URLSearchParams({
    measure,
    table,
    span,
    until,
    ...(value !== undefined && { value }),
    ...(limb !== undefined && { limb }),
    ...(part !== undefined && { part }),
  });
  return `/figures/live/explain?${asked.toString()}`;
}

/** Where an auditor opens the cases behind a figure; the promise is what is meant where no measure is named. */
export function casesPath({ table, span, until, value, limb, measure, part }: FigureAsked): string {
  const asked = {
    ...(measure !== 'first-conversation-in-time' && { measure }),
    table,
    span,
    until,
    ...(value !== undefined && { value }),
    ...(limb !== undefined && { limb }),
    ...(part !== undefined && { part }),
  };
  return `/figures/cases?${new URLSearchParams(asked).toString()}`;
}
