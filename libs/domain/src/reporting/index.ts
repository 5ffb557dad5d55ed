export * from './cancelled-reasons';
export * from './first-conversation';
export * from './measure';
export * from './promise-counts';
export * from './promise-share';
export * from './start-of-month';
