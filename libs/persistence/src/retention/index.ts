export * from './hold.row';
export * from './hold.store';
export * from './retention.store';
export * from './retention-lists';
