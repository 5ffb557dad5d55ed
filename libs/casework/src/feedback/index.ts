export * from './record-feedback';
