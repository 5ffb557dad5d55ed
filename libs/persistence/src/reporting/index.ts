export * from './figure-cells';
