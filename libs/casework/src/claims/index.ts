export * from './claim-case';
export * from './release-claim';
