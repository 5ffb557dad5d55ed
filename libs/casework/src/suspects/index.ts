export * from './ask-conflict-again';
export * from './compare-suspects';
export * from './decide-conflict';
export * from './read-conflicts';
export * from './record-suspect';
