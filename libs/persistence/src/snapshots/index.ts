export * from './kept-table';
export * from './quarter-counter';
export * from './snapshot.store';
export * from './snapshot-document';
export * from './snapshot-sealer';
