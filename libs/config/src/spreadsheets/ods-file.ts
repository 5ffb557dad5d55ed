import { strToU8, zipSync, type Zippable } from 'fflate';

/** One cell of a sheet: words, or a number as it is to be read, digit by digit ("90.0"). */
export type BookCell =
  | { readonly kind: 'words'; readonly words: string; readonly style?: 'title' | 'heading' | 'row-heading' }
  | { readonly kind: 'number'; readonly digits: string };

export interface BookSheet {
  /** At most 31 characters, as other programs take no more. */
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** The one table of the sheet, as programs name it, and the row of its headings, counted from 0. */
  readonly table?: { readonly name: string; readonly headings: number };
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const SPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
]
  .map((space) => `xmlns:${space}`)
  .join(' ');

/**
 * A spreadsheet as OpenDocument (ODF 1.3), which government publishes statistics in: each table marked up by name, with
 * its headings, no merged and no empty cells. The same book gives the same bytes.
 */
export function odsFile(book: Book): Uint8Array {
  const file = (words: string) => strToU8(words);
  // Readers know the format by this entry: it is the first, and not compressed.
  const parts: Zippable = {
    mimetype: [file(MIME), { level: 0 }],
    'META-INF/manifest.xml': file(MANIFEST),
    'content.xml': file(contentOf(book)),
    'styles.xml': file(STYLES),
    'meta.xml': file(metaOf(book)),
  };
  return zipSync(parts, { mtime: UNDATED });
}

/** The files of a ZIP by their names, in their order. The same files give the same bytes. */
export function zipFile(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), {
    mtime: UNDATED,
  });
}

/** The earliest time that a ZIP can name, in whatever zone this process is: a ZIP has wall times without a zone. */
const UNDATED = new Date(1980, 0, 1);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

const MANIFEST = `${DECLARATION}
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>
${['content.xml', 'styles.xml', 'meta.xml']
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('\n')}
</manifest:manifest>`;

const STYLES = `${DECLARATION}
<office:document-styles ${SPACES} office:version="1.3"><office:styles>
<style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB" fo:font-family="Arial" fo:font-size="12pt"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
</office:styles></office:document-styles>`;

const CELL_STYLES = `<office:automatic-styles>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="11cm"/></style:style>
<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="3.5cm"/></style:style>
<style:style style:name="words" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>
<style:style style:name="title" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="heading" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="mark" style:family="table-cell" style:parent-style-name="Default"><style:paragraph-properties fo:text-align="end"/></style:style>
<number:number-style style:name="tenths-format"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="whole-format"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="tenths" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="tenths-format"/>
<style:style style:name="whole" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="whole-format"/>
</office:automatic-styles>`;

function contentOf({ sheets }: Book): string {
  const ranges = sheets.flatMap(rangeOf).join('');
  return `${DECLARATION}
<office:document-content ${SPACES} office:version="1.3">${CELL_STYLES}<office:body><office:spreadsheet>
${sheets.map(sheetOf).join('\n')}
<table:database-ranges>${ranges}</table:database-ranges>
</office:spreadsheet></office:body></office:document-content>`;
}

function sheetOf({ name, rows, table }: BookSheet): string {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const others =
    columns > 1
      ? `<table:table-column table:style-name="narrow" table:number-columns-repeated="${columns - 1}"/>`
      : '';
  const drawn = rows.map((row, at) => {
    const words = `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`;
    return at === table?.headings ? `<table:table-header-rows>${words}</table:table-header-rows>` : words;
  });
  return `<table:table table:name="${escaped(name)}"><table:table-column table:style-name="wide"/>${others}
${drawn.join('\n')}
</table:table>`;
}

function cellOf(cell: BookCell): string {
  if (cell.kind === 'number') {
    const style = cell.digits.includes('.') ? 'tenths' : 'whole';
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${escaped(cell.digits)}"><text:p>${escaped(cell.digits)}</text:p></table:table-cell>`;
  }
  const style =
    cell.style === 'row-heading'
      ? 'words'
      : (cell.style ?? (/^\[[a-z]\]$/.test(cell.words) ? 'mark' : 'words'));
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(cell.words)}</text:p></table:table-cell>`;
}

function rangeOf({ name, rows, table }: BookSheet): readonly string[] {
  if (table === undefined) return [];
  const width = rows[table.headings]?.length ?? 1;
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const range = `${sheet}.A${table.headings + 1}:${sheet}.${letterOf(width)}${rows.length}`;
  return [
    `<table:database-range table:name="${escaped(table.name)}" table:target-range-address="${escaped(range)}" table:contains-header="true"/>`,
  ];
}

/** The name of the nth column, counted from 1: A to Z, then AA. */
function letterOf(column: number): string {
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return column <= 26 ? letter : `${letterOf(Math.floor((column - 1) / 26))}${letter}`;
}

function metaOf({ title }: Book): string {
  return `${DECLARATION}
<office:document-meta ${SPACES} office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language><meta:generator>Waymark</meta:generator></office:meta></office:document-meta>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 has no way to write these. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(words: string): string {
  return words.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
