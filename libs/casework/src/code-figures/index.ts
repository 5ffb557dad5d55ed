export * from './release-code-figures';
