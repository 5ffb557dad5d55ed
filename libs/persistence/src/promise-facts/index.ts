export * from './promise-fact';
export * from './project-fact';
export * from './promise-replay';
export * from './promise-fact-projector';
