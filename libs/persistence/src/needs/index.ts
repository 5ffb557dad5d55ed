export * from './need.row';
export * from './need.store';
