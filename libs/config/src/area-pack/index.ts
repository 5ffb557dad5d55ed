export * from './area-pack';
export * from './districts';
export * from './load-area-pack';
export { AreaPackError, type PackFault } from './pack-faults';
export { areaPackNames, defaultArea } from './pack-files';
export * from './labels';
export type { AreaServices } from './services';
