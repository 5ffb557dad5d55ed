export * from './protect-release';
