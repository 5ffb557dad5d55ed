export * from './cancelled-reasons';
export * from './facts';
export * from './measure';
export * from './measures';
export * from './outcomes-framework';
export * from './promise-counts';
export * from './promise-share';
export * from './start-of-month';
