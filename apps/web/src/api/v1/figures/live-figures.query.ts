import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { FIGURE_SPANS, LIVE_MEASURES } from '#libs/domain';

/** Over which months. Read as the page reads its address, so that both refuse the same with the same words. */
export function AskedOfMonths(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'span',
      required: false,
      description: 'Over how many months; twelve without it. The list says which spans a table is told over.',
      schema: { type: 'string', enum: [...FIGURE_SPANS] },
      example: FIGURE_SPANS[1],
    }),
    ApiQuery({
      name: 'until',
      required: false,
      description: 'The last month, of those that the list names; the newest without it.',
      schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
      example: '2026-09',
    }),
  );
}

/** Which figure of a table. `explain` of a cell of the table is this address, written out. */
export function AskedOfOneFigure(): MethodDecorator {
  const one = (name: string, description: string, example: string) =>
    ApiQuery({ name, required: false, description, schema: { type: 'string', maxLength: 60 }, example });
  return applyDecorators(
    AskedOfMonths(),
    ApiQuery({
      name: 'measure',
      description: 'The measure.',
      schema: { type: 'string', enum: LIVE_MEASURES.map(({ measure }) => measure.id) },
      example: 'first-conversation-in-time',
    }),
    one('value', 'The row, of tables that have one for each value.', 'E07999999'),
    one('limb', 'The limit, of measures that have one.', '24h'),
    one('part', 'The part, of measures that have parts.', 'recorded'),
  );
}
