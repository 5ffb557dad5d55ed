export * from './propose-exhausted';
