export * from './pathway.store';
export * from './support-of-case';
export * from './support.row';
export * from './support.store';
