export * from './count-quarter';
export * from './move-snapshot';
