import { ApiProperty } from '@nestjs/swagger';
import { isoOf, type PublishedTable } from '#libs/domain';
import type { ReachRelease } from '#libs/persistence';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

const CELL_KINDS = ['rounded', 'exact', 'percent', 'figure', 'hidden', 'blank'] as const;

export class PublishedCellView {
  @TextProperty('The column, as `columns` names it.', 'referred')
  column: string;

  @CodeProperty(
    CELL_KINDS,
    'What stands there; `hidden` does not say whether it is small or protects another.',
  )
  kind: string;

  @NumberProperty('Null when it is hidden, or when there is nothing to count.', 120, { nullable: true })
  value: number | null;
}

export class PublishedRowView {
  @TextProperty('The group, or `total`.', 'female')
  id: string;

  @TextProperty('As people read it.', 'Female')
  label: string;

  @ApiProperty({ type: [PublishedCellView], description: 'A cell for each column.' })
  cells: PublishedCellView[];
}

export class PublishedTableView {
  @TextProperty('Its name, the same for ever.', 'reach-sex-2025')
  id: string;

  @TextProperty('Its title.', 'Sex of the people whom the police referred, April 2025 to March 2026')
  title: string;

  @TextProperty('The disclosure rule it was published under, and its version.', 'small-counts 2026-1')
  rule: string;

  @ApiProperty({ type: [PublishedRowView], description: 'A row for each group, and all of them last.' })
  rows: PublishedRowView[];
}

export class ReachView {
  @NumberProperty('The year in which it begins; null before anything was published.', 2025, {
    nullable: true,
  })
  year: number | null;

  @InstantProperty('When it was counted, for good; null before anything was published.', { nullable: true })
  madeAt: string | null;

  @ApiProperty({
    type: [PublishedTableView],
    nullable: true,
    description: 'Null where too few people were referred in the year to publish any.',
  })
  tables: PublishedTableView[] | null;
}

export function reachView(release: ReachRelease | undefined): ReachView {
  if (release === undefined) return { year: null, madeAt: null, tables: [] };
  const { year, madeAt, tables } = release;
  return { year, madeAt: isoOf(madeAt), tables: tables?.map(tableView) ?? null };
}

function tableView({ id, title, rule, rowHeaders, columns, cells }: PublishedTable): PublishedTableView {
  return {
    id,
    title,
    rule: `${rule.id} ${rule.version}`,
    rows: rowHeaders.map((row, y) => ({
      ...row,
      cells: columns.map((column, x) => {
        const cell = cells[y]![x]!;
        return { column: column.id, kind: cell.kind, value: 'value' in cell ? cell.value : null };
      }),
    })),
  };
}
