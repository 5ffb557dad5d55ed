export * from './share.row';
export * from './share.store';
