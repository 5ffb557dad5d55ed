export * from './load-prevalence';
