export * from './redirect.row';
export * from './redirect.store';
