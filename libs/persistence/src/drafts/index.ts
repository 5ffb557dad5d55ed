export * from './draft.row';
export * from './draft.store';
