export * from './environment';
export * from './environment-local';
export { EnvironmentError, type RawEnvironment } from './environment-reader';
