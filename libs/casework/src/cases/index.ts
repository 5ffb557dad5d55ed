export * from './case-access';
export * from './open-case';
export * from './reveal-route';
export * from './take-case';
