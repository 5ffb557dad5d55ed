export * from './release-reach';
