export * from './count-quarter';
export * from './move-snapshot';
export * from './protect-quarter';
