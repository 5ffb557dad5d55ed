export * from './reach-release.store';
export * from './reach-releases';
