export * from './message-template.reader';
export * from './message-template.store';
