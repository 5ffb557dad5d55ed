export * from './decide-proposal';
export * from './proposal';
export * from './proposal-machine';
