export * from './attempt-policy-change';
export * from './calendar-change';
export * from './change-kind';
export * from './change-kinds';
export * from './decide-proposal';
export * from './move-for-holidays';
export * from './propose-change';
