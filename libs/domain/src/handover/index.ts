export * from './handover';
export * from './handover-machine';
