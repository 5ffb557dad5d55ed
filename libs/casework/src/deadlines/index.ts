export * from './fire-deadlines';
export * from './record-breaches';
export * from './settle-case';
