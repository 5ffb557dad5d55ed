export * from './change-proposal.row';
export * from './change-proposal.store';
