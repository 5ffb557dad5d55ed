export * from './equality';
