export * from './breach.row';
export * from './breach.store';
export * from './clock-versions';
export * from './information-request.row';
export * from './information-request.store';
export * from './pack-item.row';
export * from './request-list';
