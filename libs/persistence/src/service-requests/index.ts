export * from './request-steps';
export * from './service-request.row';
export * from './service-request.store';
