export * from './overdue.store';
export * from './overdue-counts';
