export * from './figure-cells';
export * from './full-scan';
