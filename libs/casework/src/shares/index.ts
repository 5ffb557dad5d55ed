export * from './change-share';
export * from './propose-share';
export * from './read-share';
