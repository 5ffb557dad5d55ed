import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEMPLATES = ['coverage.njk', 'directory.njk', 'replies.njk', 'service.njk'];

function cellsOf(template: string): readonly string[] {
  return readFileSync(join(__dirname, template), 'utf8').match(/<td[^>]*>/g) ?? [];
}

describe('tables of the directory on a narrow screen', () => {
  it.each(TEMPLATES)('%s names its column in every cell, so that rows can be stacked', (template) => {
    const cells = cellsOf(template);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => !cell.includes('data-label="{{ page.'))).toEqual([]);
  });

  it.each(TEMPLATES)('%s stacks every one of its tables', (template) => {
    const source = readFileSync(join(__dirname, template), 'utf8');
    expect(source.match(/<table /g)).toHaveLength(source.match(/govuk-table waymark-board/g)?.length ?? 0);
  });
});
