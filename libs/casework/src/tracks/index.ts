export * from './hand-over-track';
export * from './keep-milestone';
export * from './open-shared-tracks';
export * from './open-track';
export * from './read-track';
export * from './record-position';
export * from './settle-recheck';
export * from './withdraw-milestone';
