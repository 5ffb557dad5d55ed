export * from './close-case';
export * from './correct-death';
export * from './record-death';
