export * from './kept-table';
export * from './promise-counter';
export * from './snapshot.store';
export * from './snapshot-document';
export * from './snapshot-sealer';
