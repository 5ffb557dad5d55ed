export * from './deadline-store';
export * from './fire-deadlines';
export * from './settle-case';
