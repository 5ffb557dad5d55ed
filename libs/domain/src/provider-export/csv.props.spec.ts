import fc from 'fast-check';
import { csvOf } from './csv';

/** A plain reader of RFC 4180, independent of the writer: one value at a time, each with what ends it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = value.exec(text); found !== null; found = value.exec(text)) {
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', '@SUM(A1)', '+44', '-2', '\t=1', ' =1', '"', ',', '\r\n', "O'Hara", ''),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

describe('a CSV file', () => {
  it('is read back as it was written, but for the mark before what would be a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(csvOf(rows));
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, y) =>
          row.forEach((value, x) => expect([value, `'${value}`]).toContain(read[y]?.[x])),
        );
      }),
    );
  });

  it('holds no value that a spreadsheet would run', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const value of readCsv(csvOf(rows)).flat()) expect(value.trimStart()).not.toMatch(/^[=+\-@|%]/);
      }),
    );
  });

  it('leaves an ordinary value as it is', () => {
    expect(csvOf([['WM-0142', '07700 900123', 'Wren O"Hara, A']])).toBe(
      'WM-0142,07700 900123,"Wren O""Hara, A"\r\n',
    );
  });
});
