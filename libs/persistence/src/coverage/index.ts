export * from './coverage-release.store';
export * from './coverage-releases';
export * from './offence.store';
