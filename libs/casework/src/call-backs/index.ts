export * from './promise-call-back';
