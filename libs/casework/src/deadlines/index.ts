export * from './fire-deadlines';
export * from './settle-case';
