export * from './shift-swap.row';
export * from './swap-list';
export * from './swap.store';
