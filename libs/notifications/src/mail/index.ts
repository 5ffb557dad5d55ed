export * from './mail-transport';
export * from './plain-address';
export * from './smtp-transport';
