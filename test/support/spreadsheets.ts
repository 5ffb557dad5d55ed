import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';

/** The cells of a CSV. */
export function csvSheet(text: string): readonly (readonly string[])[] {
  return parse(text, { bom: true, relax_column_count: true });
}

/** The cells of each sheet of an OpenDocument spreadsheet, as the value of each says, not its words. */
export function odsSheets(file: Uint8Array): readonly (readonly (readonly string[])[])[] {
  const content = new TextDecoder().decode(unzipSync(file)['content.xml']);
  return [...content.matchAll(/<table:table table:name[\s\S]*?<\/table:table>/g)].map(([sheet]) =>
    [...sheet.matchAll(/<table:table-row>([\s\S]*?)<\/table:table-row>/g)].map(([, row]) =>
      [...row!.matchAll(/<table:table-cell([^>]*)><text:p>([\s\S]*?)<\/text:p>/g)].map(
        ([, attributes, words]) => /office:value="([^"]+)"/.exec(attributes!)?.[1] ?? unescaped(words!),
      ),
    ),
  );
}

function unescaped(words: string): string {
  return words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
