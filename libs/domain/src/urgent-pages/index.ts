export * from './page-machine';
export * from './page-reasons';
export * from './paging-ladder';
