export * from './handover.row';
export * from './handover.store';
