export * from './code-versions';
export * from './duty-history';
export * from './duty-ledger';
export * from './duty.row';
export * from './duty.store';
