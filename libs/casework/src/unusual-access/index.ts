export * from './judge-access';
