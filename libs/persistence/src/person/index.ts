export * from './person.store';
