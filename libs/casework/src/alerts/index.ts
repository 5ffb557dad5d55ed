export * from './acknowledge-alert';
export * from './alert-record';
