import { unzipSync } from 'fflate';

/** Unpacked, in bytes, of all files together: many times what our tables need. */
const LONGEST_CONTENT = 40_000_000;

/** The CSV files of a ZIP; null of what is no ZIP, holds none or unpacks to more than tables need. */
export function zipCsvFiles(
  file: Uint8Array,
): readonly { readonly name: string; readonly content: Uint8Array }[] | null {
  let length = 0;
  try {
    const found = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('.csv')) return false;
        length += originalSize;
        return length <= LONGEST_CONTENT;
      },
    });
    const files = Object.entries(found).map(([name, content]) => ({ name, content }));
    return files.length === 0 || length > LONGEST_CONTENT ? null : files;
  } catch {
    return null;
  }
}
