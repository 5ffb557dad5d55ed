export * from './read-offence-file';
export { LONGEST_SHEET, UNREADABLE_SHEETS, type UnreadableSheet } from './sheet';
