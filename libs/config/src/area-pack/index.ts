export * from './area-pack';
