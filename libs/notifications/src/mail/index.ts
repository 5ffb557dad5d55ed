export * from './bounce-address';
export * from './delivery-status';
export * from './mail-transport';
export * from './person-mail';
export * from './plain-address';
export * from './smtp-transport';
