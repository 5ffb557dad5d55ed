export * from './codes';
export * from './competence';
