export * from './staffing-pattern';
export * from './staffing-replay';
