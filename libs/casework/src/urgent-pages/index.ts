export * from './acknowledge-risk';
export * from './acknowledge-urgent-page';
export * from './page-on-call';
export * from './paging-ladder-change';
export * from './step-urgent-pages';
