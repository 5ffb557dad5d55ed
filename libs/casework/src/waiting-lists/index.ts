export * from './release-waiting-figures';
