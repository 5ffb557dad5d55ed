export * from './wake-up.job';
