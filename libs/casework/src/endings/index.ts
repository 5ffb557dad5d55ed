export * from './close-case';
export * from './correct-death';
export * from './record-death';
export * from './read-ending';
