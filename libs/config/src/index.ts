export * from './area-pack';
export * from './environment';
export * from './environment-keys';
export * from './environment-local';
export * from './environment-supervisor';
export { EnvironmentError, type RawEnvironment } from './environment-reader';
export * from './open-referral';
export * from './project-root';
export * from './victims-code';
