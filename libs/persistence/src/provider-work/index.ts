export * from './agency-workers';
export * from './desk-requests';
export * from './exportable';
export * from './open-share';
export * from './received-people';
