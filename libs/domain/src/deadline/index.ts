export * from './deadline-machine';
export * from './escalation';
export * from './judge';
export * from './policy';
export * from './settle';
export * from './version';
