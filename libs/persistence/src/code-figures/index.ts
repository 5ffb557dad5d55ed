export * from './code-release.store';
export * from './code-releases';
