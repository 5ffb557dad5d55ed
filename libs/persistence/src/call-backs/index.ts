export * from './call-back.row';
export * from './call-back.store';
