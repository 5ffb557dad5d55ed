export * from './close-cases-of-the-dead';
export * from './settle-linked-records';
export * from './resume-contact';
export * from './stop-contact';
