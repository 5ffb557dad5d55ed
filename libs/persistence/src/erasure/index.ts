export * from './erasure.row';
export * from './erasure.store';
export * from './opening-gate';
export * from './outside-ledger';
export * from './replay-erasures';
