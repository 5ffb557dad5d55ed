export * from './prevalence';
export * from './reach-group';
export * from './reach-tables';
export * from './reach-words';
export * from './reach-year';
