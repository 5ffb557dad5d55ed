export * from './assess';
export * from './change-age';
export * from './correct-age';
export { KeepAges } from './keep-ages';
export * from './open-assessment';
