export * from './case-access';
export * from './change-safe-words';
export * from './end-case';
export * from './open-case';
export * from './reveal-route';
export * from './take-case';
