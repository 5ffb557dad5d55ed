export * from './release-row';
export * from './small-counts';
