export * from './change-share';
export * from './note-share-notice';
export * from './propose-share';
export * from './read-share';
