import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SheetError, type Sheet } from './sheet';
import { SheetBuilder } from './sheet-builder';

const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const CONTENT = 'content.xml';
/** Unpacked, in bytes: many times what our tables need, and far from what fills a machine. */
const LONGEST_CONTENT = 40_000_000;

/** The sheets of an OpenDocument spreadsheet (ODF 1.2 and 1.3), in their order. Throws `SheetError`. */
export function odsSheets(file: Uint8Array): readonly Sheet[] {
  const xml = contentOf(file);
  const reading = new OdsReading();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => broken());
  parser.on('error', () => broken());
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', (tag) => reading.close(tag));
  parser.on('text', (text) => reading.text(text));
  parser.on('cdata', (text) => reading.text(text));
  parser.write(xml).close();
  return reading.sheets;
}

function contentOf(file: Uint8Array): string {
  let tooLarge = false;
  let content: Uint8Array | undefined;
  try {
    ({ [CONTENT]: content } = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (name !== CONTENT) return false;
        tooLarge = originalSize > LONGEST_CONTENT;
        return !tooLarge;
      },
    }));
  } catch {
    return broken();
  }
  if (tooLarge) throw new SheetError('too-large');
  if (content === undefined) throw new SheetError('other-format');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return broken();
  }
}

function broken(): never {
  throw new SheetError('broken');
}

/**
 * What a paragraph of a cell is inside of, from its row on, which may stand in rows of headings; notes and drawings on a
 * cell are no value of it.
 */
const PATH_TO_WORDS = 'table-row table-cell p';

class OdsReading {
  readonly sheets: Sheet[] = [];
  private readonly path: string[] = [];
  private sheet: SheetBuilder | null = null;
  private value: string | null = null;
  private words: string[] = [];

  open(tag: SaxesTagNS): void {
    this.path.push(isOf(tag, TABLE) || isOf(tag, TEXT) ? tag.local : `other:${tag.local}`);
    if (isOf(tag, TEXT)) return this.openWords(tag);
    if (!isOf(tag, TABLE)) return undefined;
    switch (tag.local) {
      case 'table':
        if (this.sheet !== null) broken();
        this.sheet = new SheetBuilder();
        break;
      case 'table-row':
        this.sheet?.beginRow(repeats(tag, 'number-rows-repeated'));
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.words = [];
        this.value = valueOf(tag);
        this.sheet?.beginCell({
          repeated: repeats(tag, 'number-columns-repeated'),
          merged:
            tag.local === 'covered-table-cell' ||
            repeats(tag, 'number-columns-spanned') > 1 ||
            repeats(tag, 'number-rows-spanned') > 1,
        });
        break;
    }
    return undefined;
  }

  text(text: string): void {
    const last = this.words.length - 1;
    if (last >= 0 && this.isInWords()) this.words[last] += text;
  }

  close(tag: SaxesTagNS): void {
    this.path.pop();
    if (!isOf(tag, TABLE)) return;
    switch (tag.local) {
      case 'table-cell':
      case 'covered-table-cell':
        this.sheet?.endCell(this.value ?? this.words.join('\n'));
        break;
      case 'table-row':
        this.sheet?.endRow();
        break;
      case 'table':
        if (this.sheet !== null) this.sheets.push(this.sheet.rows);
        this.sheet = null;
        break;
    }
  }

  private openWords(tag: SaxesTagNS): void {
    if (!this.isInWords()) return;
    if (tag.local === 'p') this.words.push('');
    else if (tag.local === 's') this.text(' ');
    else if (tag.local === 'line-break') this.text('\n');
  }

  private isInWords(): boolean {
    const from = this.path.lastIndexOf('table-row');
    const path = this.path
      .slice(from)
      .filter((name) => name !== 'span' && name !== 'a' && name !== 's' && name !== 'line-break');
    return path.join(' ') === PATH_TO_WORDS;
  }
}

function isOf({ uri }: SaxesTagNS, wanted: string): boolean {
  return uri === wanted;
}

function repeats(tag: SaxesTagNS, local: string): number {
  const found = attribute(tag, TABLE, local);
  if (found === null) return 1;
  return /^[1-9]\d{0,8}$/.test(found) ? Number(found) : broken();
}

/** A number or a day as it is, whatever format shows it; null where the words of the cell are its value. */
function valueOf(tag: SaxesTagNS): string | null {
  switch (attribute(tag, OFFICE, 'value-type')) {
    case 'float':
      return attribute(tag, OFFICE, 'value') ?? '';
    case 'date':
      return attribute(tag, OFFICE, 'date-value') ?? '';
    default:
      return null;
  }
}

function attribute({ attributes }: SaxesTagNS, uri: string, local: string): string | null {
  return Object.values(attributes).find((one) => one.uri === uri && one.local === local)?.value ?? null;
}
