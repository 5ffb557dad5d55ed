export * from './overdue-work';
