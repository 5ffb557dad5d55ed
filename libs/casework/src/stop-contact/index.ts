export * from './close-cases-of-the-dead';
export * from './resume-contact';
export * from './stop-contact';
