export * from './published-figures';
