export * from './fact-store';
export * from './figure-build';
export { RebuildUnderWayError, type RebuildOptions } from './figure-rebuild';
export { turnedRecord } from './fold-records';
export * from './project-fact';
export * from './promise-replay';
export * from './promise-fact-projector';
export * from './rollup';
export * from './promise-figure';
