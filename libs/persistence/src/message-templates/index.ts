export * from './message-template.reader';
