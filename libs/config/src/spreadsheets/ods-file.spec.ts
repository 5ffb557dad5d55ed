import { unzipSync } from 'fflate';
import { odsFile, zipFile, type Book } from './ods-file';
import { odsSheets } from './ods-sheets';

const words = (text: string) => ({ kind: 'words', words: text }) as const;
const BOOK: Book = {
  title: 'A & B',
  sheets: [
    { name: 'Cover', rows: [[{ kind: 'words', words: 'A & B <of> "C"', style: 'title' }]] },
    {
      name: "It's table 1",
      rows: [
        [words('A title')],
        [words('Month'), words('Count')],
        [words('June'), { kind: 'number', digits: '1204' }],
        [words('July'), { kind: 'number', digits: '90.0' }],
        [words('August'), words('[c]')],
      ],
      table: { name: 'Table_1', headings: 1 },
    },
  ],
};

describe('a spreadsheet that is written', () => {
  it('reads back to the digit, with what is special in XML', () => {
    const [cover, table] = odsSheets(odsFile(BOOK));
    expect(cover!.map(({ cells }) => cells)).toEqual([['A & B <of> "C"']]);
    expect(table!.map(({ cells }) => cells)).toEqual([
      ['A title'],
      ['Month', 'Count'],
      ['June', '1204'],
      ['July', '90.0'],
      ['August', '[c]'],
    ]);
  });

  it('is known by its first entry, which is not compressed', () => {
    const bytes = Buffer.from(odsFile(BOOK));
    expect(bytes.subarray(30, 30 + 8).toString()).toBe('mimetype');
    expect(bytes.subarray(38).toString('latin1')).toMatch(
      /^application\/vnd\.oasis\.opendocument\.spreadsheet/,
    );
  });

  it('names its table, with a row of headings', () => {
    const content = Buffer.from(unzipSync(odsFile(BOOK))['content.xml']!).toString();
    expect(content).toContain(
      `table:name="Table_1" table:target-range-address="'It''s table 1'.A2:'It''s table 1'.B5"`,
    );
    expect(content.match(/<table:table-header-rows>/g)).toHaveLength(1);
  });

  it('is the same bytes each time', () => {
    expect(Buffer.from(odsFile(BOOK)).equals(Buffer.from(odsFile(BOOK)))).toBe(true);
    const files = [{ name: 'a.csv', text: 'ü' }];
    expect(Buffer.from(unzipSync(zipFile(files))['a.csv']!).toString()).toBe('ü');
  });
});
