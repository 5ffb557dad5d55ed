import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readOffenceFile } from './read-offence-file';
import { LONGEST_SHEET } from './sheet';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (file: Uint8Array) => {
  const read = readOffenceFile(file);
  return read.kind === 'read' ? read.rows.map(({ row, cells }) => [row, ...cells]) : read.reason;
};
const NAMES = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const odsOf = (tables: string, before = '') => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${NAMES.join(' ')}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(xml),
  });
};
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
const number = (value: string) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>shown otherwise</text:p></table:table-cell>`;
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: readonly string[]) =>
  `<table:table table:name="Sheet">${rows.join('')}</table:table>`;
const HEAD = row(cell('period'), cell('district'), cell('offences'));

describe('a CSV of recorded offences', () => {
  it('is read with its rows as a spreadsheet counts them, quotes and a byte-order mark included', () => {
    const file = bytes('\uFEFFperiod,district,offences\r\n\r\n"2026-01","Sample, North",12\r\n,,\r\n');
    expect(rowsOf(file)).toEqual([
      [1, 'period', 'district', 'offences'],
      [3, '2026-01', 'Sample, North', '12'],
    ]);
  });

  it.each([
    ['a quote that never ends', 'broken', bytes('period,district\n"2026')],
    ['Latin letters', 'not-utf-8', Uint8Array.from([0x70, 0xe9, 0x2c])],
    ['what is no text', 'other-format', bytes('a\0b')],
    ['6,001 rows', 'too-large', bytes('a\n'.repeat(6_001))],
    ['61 columns', 'too-large', bytes(','.repeat(60))],
    ['more than 5 MB', 'too-long', new Uint8Array(LONGEST_SHEET + 1)],
  ])('with %s is %s', (_, reason, file) => {
    expect(rowsOf(file)).toBe(reason);
  });
});

describe('an ODS of recorded offences', () => {
  it('is read from the sheet that begins with the header, numbers as they are kept', () => {
    const file = odsOf(
      table(row(cell('Cover'))) +
        table(
          HEAD,
          row(`<table:table-cell table:number-columns-repeated="16384"/>`),
          row(cell('2026-01'), cell('A & B'), number('12')),
          `<table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row>`,
        ),
    );
    expect(rowsOf(file)).toEqual([
      [1, 'period', 'district', 'offences'],
      [3, '2026-01', 'A & B', '12'],
    ]);
  });

  it('says which rows have merged cells', () => {
    const merged = `<table:table-cell table:number-columns-spanned="2"><text:p>2026-01</text:p></table:table-cell><table:covered-table-cell/>`;
    const read = readOffenceFile(odsOf(table(HEAD, row(merged, number('3')))));
    expect(read.kind === 'read' && read.rows.map((one) => one.merged)).toEqual([false, true]);
  });

  it('takes words in spans, and none of a note on the cell', () => {
    const note = `<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>2026<text:span>-01</text:span></text:p></table:table-cell>`;
    expect(rowsOf(odsOf(table(row(note))))).toEqual([[1, '2026-01']]);
  });

  const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    ['XML that is cut off', 'broken', zipSync({ 'content.xml': strToU8('<office') })],
    ['entities of its own', 'broken', odsOf(table(HEAD), entity)],
    [
      'a row that repeats for ever',
      'too-large',
      odsOf(table(`<table:table-row table:number-rows-repeated="999999999">${cell('x')}</table:table-row>`)),
    ],
    [
      'a cell that repeats for ever',
      'too-large',
      odsOf(
        table(
          row(
            `<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>`,
          ),
        ),
      ),
    ],
    [
      'a repeat that is no number',
      'broken',
      odsOf(table(row('<table:table-cell table:number-columns-repeated="-1"/>'))),
    ],
    [
      'a table in a table',
      'broken',
      odsOf(table(row(`<table:table-cell>${table(HEAD)}</table:table-cell>`))),
    ],
    ['two tables', 'two-tables', odsOf(table(HEAD) + table(HEAD))],
    ['no content', 'other-format', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['a cut-off archive', 'broken', odsOf(table(HEAD)).slice(0, 40)],
    ['content that unpacks to 50 MB', 'too-large', zipSync({ 'content.xml': new Uint8Array(50_000_000) })],
  ])('with %s is %s', (_, reason, file) => {
    expect(rowsOf(file)).toBe(reason);
  });

  it('gives back the cells that were written, whatever they are', () => {
    const text = fc
      .stringMatching(/^[\p{L}\p{N}&<>"' ,.-]{1,12}$/u)
      .filter((one) => one.trim() === one && one !== '');
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (rows) => {
        const file = odsOf(table(HEAD, ...rows.map((cells) => row(...cells.map(cell)))));
        expect(rowsOf(file)).toEqual([
          [1, 'period', 'district', 'offences'],
          ...rows.map((cells, at) => [at + 2, ...cells]),
        ]);
      }),
    );
  });

  it('is read or refused with a reason, whatever bytes it has', () => {
    const good = odsOf(table(HEAD, row(cell('2026-01'), cell('A'), number('1'))));
    const harmed = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(harmed, { maxLength: 4 }), (changes) => {
        const file = good.slice();
        for (const [at, byte] of changes) file[at] = byte;
        expect(['read', 'unreadable']).toContain(readOffenceFile(file).kind);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
        expect(['read', 'unreadable']).toContain(readOffenceFile(file).kind);
      }),
    );
  });
});
