export * from './ask-conflict-again';
export * from './ask-about-one-service';
export * from './compare-suspects';
export * from './decide-conflict';
export * from './read-conflicts';
export * from './record-suspect';
