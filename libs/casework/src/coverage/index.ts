export * from './release-coverage';
export * from './take-offences';
