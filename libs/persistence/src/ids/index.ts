export * from './system.ids';
