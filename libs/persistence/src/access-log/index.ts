export * from './access-log.writer';
