export * from './competence';
export * from './person.store';
