export * from './deadline.row';
export * from './deadline.store';
