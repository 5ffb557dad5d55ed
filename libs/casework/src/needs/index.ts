export * from './change-risk';
export * from './raise-risk';
export * from './record-needs';
