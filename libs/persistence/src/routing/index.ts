export * from './routing-lists';
export * from './routing.row';
export * from './routing.store';
