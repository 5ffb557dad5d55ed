export * from './figure-cells';
export * from './full-scan';
export * from './staffing-cells';
