export * from './person-channels';
