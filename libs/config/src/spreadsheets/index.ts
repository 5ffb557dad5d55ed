export * from './read-offence-file';
export { LONGEST_SHEET, UNREADABLE_SHEETS, type UnreadableSheet } from './sheet';
export { odsFile, zipFile, type Book, type BookCell, type BookSheet } from './ods-file';
export { readSheets, type Sheets } from './read-sheets';
export { zipCsvFiles } from './zip-csv-files';
