export * from './load-area-pack';
export { refuseChangedPack } from './refuse-changed-pack';
export * from './refuse-other-area';
