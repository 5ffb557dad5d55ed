export * from './migrate';
export * from './roles';
